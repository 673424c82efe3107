package io.github.bedrocksql.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.util.concurrent.SimpleTimeLimiter;
import io.github.bedrocksql.conformance.Outcome.Verdict;
import io.github.bedrocksql.conformance.Subjects.State;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every method of the JDBC interfaces works as far as it can be called, or refuses with an
 * SQLException that has a SQLState. Prints how many of each interface do which.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConformanceTest {
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Map<Verdict, Integer>> counts = new LinkedHashMap<>();
  private Subjects subjects;

  @BeforeAll
  void start() throws SQLException {
    subjects = new Subjects();
  }

  @AfterAll
  void stop() throws SQLException {
    print();
    threads.shutdownNow();
    subjects.close();
  }

  static List<Class<?>> faces() {
    return Subjects.FACES;
  }

  @ParameterizedTest
  @MethodSource("faces")
  void open(Class<?> face) throws SQLException {
    subjects.sandbox().clearRequests();
    Map<Method, Outcome> outcomes = new LinkedHashMap<>();
    for (Method method : Subjects.methods(face)) {
      Object subject = subjects.open(face);
      outcomes.put(method, call(method, subject));
      if (subject instanceof Connection connection) {
        connection.close();
      }
    }
    count(face.getSimpleName(), outcomes);
    assertThat(unexpected(outcomes, method -> open(face, method))).as("unexpected").isEmpty();
    if (face == Connection.class || face == DatabaseMetaData.class) {
      assertThat(subjects.sandbox().requests()).as("API calls").isEmpty();
    }
  }

  private static Outcome open(Class<?> face, Method method) {
    if (Expected.notSupported(face, method)) {
      return new Outcome(Verdict.NOT_SUPPORTED, "");
    }
    String state = Expected.refused(method);
    return state == null ? Outcome.works() : new Outcome(Verdict.REFUSED, state);
  }

  @ParameterizedTest
  @CsvSource({
    "java.sql.Connection, CLOSED, 08003",
    "java.sql.Statement, CLOSED, HY010",
    "java.sql.Statement, CONNECTION_CLOSED, 08003",
    "java.sql.PreparedStatement, CLOSED, HY010",
    "java.sql.PreparedStatement, CONNECTION_CLOSED, 08003",
    "java.sql.ResultSet, CLOSED, HY010",
    "java.sql.ResultSet, STATEMENT_CLOSED, HY010",
    "java.sql.ResultSet, CONNECTION_CLOSED, HY010",
    "java.sql.ResultSetMetaData, CONNECTION_CLOSED, 08003",
    "java.sql.ParameterMetaData, CONNECTION_CLOSED, 08003",
    "java.sql.DatabaseMetaData, CONNECTION_CLOSED, 08003",
    "java.sql.Array, CONNECTION_CLOSED, HY010",
  })
  void closed(Class<?> face, State state, String sqlState) throws SQLException {
    Object subject = subjects.closed(face, state);
    Map<Method, Outcome> outcomes = new LinkedHashMap<>();
    for (Method method : Subjects.methods(face)) {
      outcomes.put(method, call(method, subject));
    }
    count(face.getSimpleName() + ", " + state.name().toLowerCase(Locale.ROOT), outcomes);
    Map<String, Outcome> wrong = new TreeMap<>();
    outcomes.forEach(
        (method, outcome) -> {
          boolean right =
              switch (outcome.verdict()) {
                case WORKS -> Expected.worksOnClosed(face, method);
                case NOT_SUPPORTED -> Expected.notSupported(face, method);
                case REFUSED -> outcome.said().equals(sqlState);
                case BROKEN -> false;
              };
          if (!right) {
            wrong.put(Subjects.signature(method), outcome);
          }
        });
    assertThat(wrong).isEmpty();
  }

  private static Map<String, Outcome> unexpected(
      Map<Method, Outcome> outcomes, Function<Method, Outcome> expected) {
    Map<String, Outcome> found = new TreeMap<>();
    outcomes.forEach(
        (method, outcome) -> {
          if (!outcome.equals(expected.apply(method))) {
            found.put(Subjects.signature(method), outcome);
          }
        });
    return found;
  }

  private Outcome call(Method method, Object subject) {
    Object[] arguments = Arguments.of(method);
    try {
      return SimpleTimeLimiter.create(threads)
          .callWithTimeout(
              () -> {
                try {
                  read(method.invoke(subject, arguments));
                  return Outcome.works();
                } catch (InvocationTargetException e) {
                  return Outcome.of(e.getCause());
                } catch (SQLException e) {
                  return Outcome.broken("reading its rows: " + e);
                }
              },
              LONGEST);
    } catch (TimeoutException e) {
      return Outcome.broken("does not end");
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(method + " could not be called", e);
    }
  }

  /** Rows that an answer has must be readable, too. */
  private static void read(Object answer) throws SQLException {
    if (answer instanceof ResultSet rows && !rows.isClosed()) {
      while (rows.next()) {
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          assertThat(rows.getMetaData().getColumnLabel(i)).isNotNull();
          rows.getObject(i);
        }
      }
    }
  }

  private void count(String name, Map<Method, Outcome> outcomes) {
    Map<Verdict, Integer> row = new TreeMap<>();
    outcomes.values().forEach(outcome -> row.merge(outcome.verdict(), 1, Integer::sum));
    counts.put(name, row);
  }

  private void print() {
    StringBuilder table =
        new StringBuilder(
            String.format(
                "%-40s %6s %14s %8s %7s%n", "JDBC", "works", "not supported", "refused", "broken"));
    counts.forEach(
        (name, row) ->
            table.append(
                String.format(
                    "%-40s %6d %14d %8d %7d%n",
                    name,
                    row.getOrDefault(Verdict.WORKS, 0),
                    row.getOrDefault(Verdict.NOT_SUPPORTED, 0),
                    row.getOrDefault(Verdict.REFUSED, 0),
                    row.getOrDefault(Verdict.BROKEN, 0))));
    System.out.print(table);
  }
}
