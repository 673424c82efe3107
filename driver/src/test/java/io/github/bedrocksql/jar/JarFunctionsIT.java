package io.github.bedrocksql.jar;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The jar has every function that the ordinary class path has, with the same results. */
class JarFunctionsIT {
  private static final String URL = "jdbc:bedrock:sandbox=true";
  private static final int PARTS = 2;

  @Tag("long")
  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  @Execution(ExecutionMode.CONCURRENT)
  void callsOfFunctionsEndAsOnTheOrdinaryClassPath(int part) throws IOException, SQLException {
    ImmutableList<String> calls = Functions.calls();
    assertThat(calls).hasSizeGreaterThan(500);
    List<String> statements = new ArrayList<>();
    for (int i = part; i < calls.size(); i += PARTS) {
      statements.add("SELECT " + calls.get(i) + " FROM (VALUES (1)) AS t (x)");
    }
    assertThat(differences(statements)).isEmpty();
  }

  @Tag("long")
  @Test
  void plansAndErrorsAreThoseOfTheOrdinaryClassPath() throws IOException, SQLException {
    String query = "SELECT status, COUNT(*) FROM model_import_jobs GROUP BY status ORDER BY 2, 1";
    Stream<String> plans =
        Stream.of("", "WITHOUT IMPLEMENTATION", "WITH TYPE", "INCLUDING ALL ATTRIBUTES")
            .flatMap(how -> Stream.of("", " AS XML", " AS JSON", " AS DOT").map(as -> how + as))
            // DOT breaks lines within the planner's running numbers.
            .filter(how -> !how.equals("INCLUDING ALL ATTRIBUTES AS DOT"))
            .map(how -> "EXPLAIN PLAN " + how + " FOR " + query);
    Stream<String> errors =
        Stream.of(
            "SELECT",
            "SELECT no_such FROM model_import_jobs",
            "SELECT * FROM no_such",
            "SELECT no_such(1)",
            "SELECT CAST('x' AS INTEGER)",
            "SELECT status FROM model_import_jobs GROUP BY job_name",
            "INSERT INTO model_import_jobs (job_name) VALUES ('a')",
            "DROP TABLE model_import_jobs",
            "SELECT (SELECT job_name FROM model_import_jobs)",
            "SELECT * FROM model_import_jobs WHERE job_arn = 'arn:x'");
    assertThat(differences(Stream.concat(plans, errors).toList())).isEmpty();
  }

  private static List<String> differences(List<String> statements)
      throws IOException, SQLException {
    List<String> differences = new ArrayList<>();
    try (DriverJar jar = DriverJar.alone();
        Connection shrunk = jar.driver().connect(URL, new Properties());
        Connection ordinary = DriverManager.getConnection(URL)) {
      for (String sql : statements) {
        Outcome got = Outcome.of(shrunk, sql);
        Outcome expected = Outcome.of(ordinary, sql);
        if (!got.text().equals(expected.text())
            || got.missing().size() > expected.missing().size()) {
          differences.add(sql + "\n  jar      " + got + "\n  ordinary " + expected);
        }
      }
    }
    return differences;
  }
}
