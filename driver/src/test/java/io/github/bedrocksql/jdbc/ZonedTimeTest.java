package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bedrocksql.sandbox.GeneratedJobs;
import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times whose type or text names a zone: each is in UTC. */
class ZonedTimeTest {
  private static Bench bench;

  @BeforeAll
  static void open() throws SQLException {
    Sandbox sandbox =
        Sandbox.builder()
            .jobs("us-east-1", GeneratedJobs.of("us-east-1", "111122223333", 100))
            .start();
    bench = new Bench(sandbox, "");
  }

  @AfterAll
  static void close() throws SQLException {
    bench.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          TIMESTAMP WITH TIME ZONE '2026-01-01T00:00:00.000Z' ~ 2026-01-01 00:00:00
          TIMESTAMP WITH TIME ZONE '2026-01-01 00:00:00.250+02' ~ 2025-12-31 22:00:00.250
          timestamp with local time zone '2026-01-01 00:00:00' ~ 2026-01-01 00:00:00
          TIMESTAMP WITHOUT TIME ZONE '2026-01-01T00:00:00' ~ 2026-01-01 00:00:00
          TIMESTAMPTZ '2026-01-01 00:00:00+01:00' ~ 2025-12-31 23:00:00
          TIME WITHOUT TIME ZONE '10:11:12' ~ 10:11:12
          TIME '10:11:12Z' ~ 10:11:12
          DATE '2026-01-01T10:00:00Z' ~ 2026-01-01
          CAST('2026-01-01T00:00:00+02:00' AS TIMESTAMP WITH TIME ZONE) ~ 2025-12-31 22:00:00.000
          CAST('2026-01-01 00:00:00' AS TIMESTAMP(3) WITH LOCAL TIME ZONE) ~ 2026-01-01 00:00:00.000
          CAST('2026-01-01T00:00:00Z' AS TIMESTAMPTZ) ~ 2026-01-01 00:00:00.000
          CAST(DATE '2026-01-01' AS TIMESTAMP WITH TIME ZONE) ~ 2026-01-01 00:00:00.000
          CAST('10:11:12' AS TIME WITH TIME ZONE) ~ 10:11:12
          """)
  void values(String expression, String text) throws SQLException {
    assertThat(Bench.texts(bench.connection(), "SELECT " + expression)).containsExactly(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TIMESTAMP WITH TIME ZONE 'x'", "TIME '25:00:00Z'", "DATE '2026-02-30'"})
  void noTimes(String expression) {
    SQLException failure =
        catchThrowableOfType(SQLException.class, () -> bench.run("SELECT " + expression));
    assertThat(failure.getSQLState()).isEqualTo("22007");
  }

  /** All are a TIMESTAMP, which the API can narrow by. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "TIMESTAMP WITH TIME ZONE '2026-01-01T01:39:00.000Z'",
        "CAST('2026-01-01T01:39:00Z' AS TIMESTAMP WITH TIME ZONE)",
        "CAST('2026-01-01T01:39:00Z' AS TIMESTAMP WITH LOCAL TIME ZONE)"
      })
  void besideAColumn(String time) throws SQLException {
    Bench.Answer answer =
        bench.run("SELECT job_name FROM model_import_jobs WHERE creation_time >= " + time);
    assertThat(answer.rows()).hasSize(2);
    assertThat(answer.requests())
        .singleElement()
        .asString()
        .contains("creationTimeAfter=2026-01-01T01:38:59Z");
  }
}
