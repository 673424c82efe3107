package io.github.bedrocksql.differential;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrocksql.differential.Trial.Failure;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Answers don't depend on who made the plan, nor on who runs it at the same time. */
class SharedPlansTest {
  private static final Pattern COMPARED =
      Pattern.compile("(?<=(=|<>|<|>|LIKE|\\() )'(?:[^']|'')*'");
  private static final List<String> OTHERS =
      List.of("'Failed'", "'Completed'", "'job-00003'", "'no such'", "'%o%'", "'it''s'", "''");

  @Test
  void connectionsThatRunTheSameQueriesAtOnceGetTheirOwnRows() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<Void>> runs = new ArrayList<>();
      for (Mode mode : List.of(Mode.PLAIN, Mode.TINY_PAGES, Mode.UNSORTED, Mode.FOREIGN_IDS)) {
        runs.add(threads.submit(run(mode)));
      }
      for (Future<Void> run : runs) {
        run.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static Callable<Void> run(Mode mode) {
    return () -> {
      try (Fixture fixture =
          new Fixture(DataSet.withDistinctTimes(), mode, Feature.IN_USE, Fixture::driver)) {
        // One name, so that all have the same queries.
        new Run("SHARED").steps(Settings.queries() / 4, fixture::step);
      }
      return null;
    };
  }

  @Test
  void aQueryThatDiffersInLiteralsHasTheRowsOfItsOwn() throws SQLException {
    try (Fixture fixture =
        new Fixture(DataSet.withDistinctTimes(), Mode.PLAIN, Feature.IN_USE, Fixture::driver)) {
      int[] changed = new int[1];
      new Run("LITERALS")
          .steps(
              Settings.queries() / 2,
              dice -> {
                Sql sql = fixture.query(dice);
                Optional<Failure> failure = fixture.trial().run(sql);
                Fragment other = withOtherLiterals(sql.text(), dice);
                if (failure.isPresent() || other.equals(sql.text()) || sql.check().part() != null) {
                  return failure;
                }
                changed[0]++;
                return again(fixture.trial(), other, sql.check());
              });
      assertThat(changed[0]).isGreaterThan(Settings.queries() / 20);
    }
  }

  private static Optional<Failure> again(Trial trial, Fragment query, Check check) {
    List<List<Object>> expected;
    try {
      expected = trial.expected(query);
    } catch (IllegalStateException e) {
      return Optional.empty(); // The literal was one of a type that no other text is of.
    }
    return trial.compare(query, expected, check, () -> trial.target().run(query));
  }

  /** Returns the same with other texts where both dialects compare with the same. */
  private static Fragment withOtherLiterals(Fragment query, Dice dice) {
    String bedrock = query.bedrock();
    String h2 = query.h2();
    List<String> literals =
        COMPARED.matcher(bedrock).results().map(found -> found.group()).distinct().toList();
    for (String literal : literals) {
      if (count(bedrock, literal) == count(h2, literal) && !literal.contains("-01-")) {
        String other = dice.of(OTHERS);
        bedrock = bedrock.replace(literal, other);
        h2 = h2.replace(literal, other);
      }
    }
    return new Fragment(bedrock, query.parameters(), h2, query.h2Parameters(), query.parts());
  }

  private static long count(String text, String literal) {
    return Pattern.compile(literal, Pattern.LITERAL).matcher(text).results().count();
  }

  @Test
  void rowsAreThoseOfH2WhereEachPlanIsMadeAnew() throws SQLException {
    try (Fixture fixture =
        new Fixture(
            DataSet.withDistinctTimes(),
            Mode.PLAIN,
            Feature.IN_USE,
            (sandbox, data) ->
                new Target(
                    sandbox,
                    DriverManager.getConnection(
                        "jdbc:bedrock:planCache=false;region=us-east-1;accessKeyId=AKIDTEST;"
                            + "secretAccessKey=secret;endpoint="
                            + sandbox.endpoint()),
                    sql -> sql,
                    true))) {
      new Run("PLAIN").steps(Settings.queries() / 4, fixture::step);
    }
  }
}
