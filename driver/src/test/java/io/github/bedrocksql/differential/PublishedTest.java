package io.github.bedrocksql.differential;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What the documentation of other tools asks runs here unchanged and answers what PostgreSQL 15
 * answers, which published.answers has; {@code -Dpublished.update=true} writes that file anew.
 */
@Tag("long")
class PublishedTest {
  private static final double LEAST_PERCENT = 95;
  private static final ImmutableList<PublishedQuery> QUERIES = PublishedQuery.all();

  /** Connections, by what the jobs' times count back from. */
  private static final class Sessions implements AutoCloseable {
    private final Map<Optional<Instant>, Target> targets = new LinkedHashMap<>();

    Connection connection(PublishedQuery query) throws SQLException {
      if (!targets.containsKey(query.asOf())) {
        DataSet data = jobs(query);
        targets.put(query.asOf(), Fixture.driver(Mode.PLAIN.start(data), data));
      }
      return targets.get(query.asOf()).connection();
    }

    @Override
    public void close() throws SQLException {
      for (Target target : targets.values()) {
        target.close();
      }
    }
  }

  private static DataSet jobs(PublishedQuery query) {
    return PublishedJobs.asOf(
        query.asOf().orElseGet(() -> Instant.now().truncatedTo(ChronoUnit.SECONDS)));
  }

  @Test
  void queriesAnswerWhatPostgresAnswers() throws SQLException {
    ImmutableMap<String, PostgresAnswer> answers = PublishedAnswers.read();
    Map<PublishedQuery, String> failures = new LinkedHashMap<>();
    try (Sessions sessions = new Sessions()) {
      for (PublishedQuery query : QUERIES) {
        String failure = failure(query, sessions, answers.get(query.title()));
        if (!failure.isEmpty()) {
          failures.put(query, failure);
        }
      }
    }
    double percent = 100.0 * (QUERIES.size() - failures.size()) / QUERIES.size();
    System.out.printf(
        "Published queries: %d of %d (%.1f %%) answer what PostgreSQL answers%n",
        QUERIES.size() - failures.size(), QUERIES.size(), percent);
    failures.keySet().forEach(query -> System.out.println("  not " + query));
    assertThat(surprises(failures)).isEmpty();
    assertThat(percent).isGreaterThanOrEqualTo(LEAST_PERCENT);
  }

  private static List<String> surprises(Map<PublishedQuery, String> failures) {
    return QUERIES.stream()
        .filter(query -> failures.containsKey(query) != query.known().isPresent())
        .map(query -> query + "\n" + failures.getOrDefault(query, "runs: it is not to be 'known'"))
        .toList();
  }

  /** Returns what is wrong with our answer, "" if nothing is. */
  @SuppressWarnings("CatchingUnchecked") // Whatever comes instead of rows is a failure.
  private static String failure(PublishedQuery query, Sessions sessions, PostgresAnswer expected) {
    try {
      return difference(
          query, PostgresAnswer.of(sessions.connection(query), query.sql()), expected);
    } catch (SQLException e) {
      return e.getSQLState() + " " + e.getMessage();
    } catch (RuntimeException | Error e) {
      return e.toString();
    }
  }

  private static String difference(
      PublishedQuery query, PostgresAnswer got, PostgresAnswer expected) {
    if (!got.labels().equals(expected.labels())) {
      return "labels " + got.labels() + " instead of " + expected.labels();
    }
    return Comparison.difference(
        query.ordered() ? Check.LIST : Check.ROWS,
        got.comparable(expected.types()),
        expected.comparable(expected.types()));
  }

  @Test
  void answersAreThoseOfPostgres() throws SQLException, IOException {
    Map<String, PostgresAnswer> answers = new LinkedHashMap<>();
    try (PostgresServer server = PostgresServer.running()) {
      Map<Optional<Instant>, Connection> connections = new LinkedHashMap<>();
      for (PublishedQuery query : QUERIES) {
        if (!connections.containsKey(query.asOf())) {
          Connection connection = server.connect("published" + connections.size());
          PostgresTables.load(connection, ShownRows.of(jobs(query), Mode.PLAIN));
          connections.put(query.asOf(), connection);
        }
        answers.put(query.title(), PostgresAnswer.of(connections.get(query.asOf()), query.sql()));
      }
      for (Connection connection : connections.values()) {
        connection.close();
      }
    }
    if (Boolean.getBoolean("published.update")) {
      PublishedAnswers.write(answers);
    } else {
      assertRecorded(answers);
    }
  }

  private static void assertRecorded(Map<String, PostgresAnswer> answers) {
    ImmutableMap<String, PostgresAnswer> recorded = PublishedAnswers.read();
    assertThat(recorded.keySet()).isEqualTo(answers.keySet());
    for (PublishedQuery query : QUERIES) {
      PostgresAnswer answer = answers.get(query.title());
      assertThat(difference(query, answer, recorded.get(query.title())))
          .as(query.title())
          .isEmpty();
    }
  }
}
