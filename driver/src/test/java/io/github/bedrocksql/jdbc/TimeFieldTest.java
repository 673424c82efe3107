package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bedrocksql.sandbox.GeneratedJobs;
import io.github.bedrocksql.sandbox.Sandbox;
import io.github.bedrocksql.taste.Tasted;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** EXTRACT, date_part and JDBC's functions of a time: what PostgreSQL 15 and JDBC's Javadoc say. */
class TimeFieldTest {
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

  @Tasted
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "null",
      textBlock =
          """
          DOW | TIMESTAMP '2026-11-29 13:14:15.678' | 0
          DOW | DATE '2026-11-28' | 6
          DOW | TIMESTAMP '1969-07-20 20:17:40.123' | 0
          ISODOW | DATE '2026-11-29' | 7
          SECOND | TIMESTAMP '2026-11-29 13:14:15.678' | 15.678
          SECOND | TIMESTAMP '1969-07-20 20:17:40.123' | 40.123
          SECONDS | TIMESTAMP '2026-11-29 13:14:15' | 15.000
          SECOND | DATE '2026-11-29' | 0
          SECOND | TIME '10:11:12' | 12.000
          SECOND | INTERVAL '1 02:03:04.567' DAY TO SECOND | 4.567
          EPOCH | TIMESTAMP '2026-11-29 13:14:15.678' | 1795958055.678
          EPOCH | TIMESTAMP '1969-07-20 20:17:40.123' | -14182939.877
          EPOCH | DATE '1970-01-02' | 86400
          EPOCH | INTERVAL '1 02:03:04.567' DAY TO SECOND | 93784.567
          EPOCH | INTERVAL '14' MONTH | 36741600
          EPOCH | INTERVAL '2-3' YEAR TO MONTH | 70891200
          EPOCH | CAST(NULL AS TIMESTAMP) | null
          DOW | CAST(NULL AS TIMESTAMP) | null
          MILLISECOND | TIMESTAMP '2026-11-29 13:14:15.678' | 15678
          MILLISECONDS | TIMESTAMP '2026-11-29 13:14:15.678' | 15678
          MICROSECOND | TIMESTAMP '2026-11-29 13:14:15.678' | 15678000
          MICROSECONDS | INTERVAL '1.5' SECOND | 1500000
          MINUTE | TIMESTAMP '2026-11-29 13:14:15.678' | 14
          HOURS | TIMESTAMP '2026-11-29 13:14:15.678' | 13
          DOY | DATE '2026-11-29' | 333
          WEEK | DATE '2027-01-03' | 53
          ISOYEAR | DATE '2027-01-03' | 2026
          QUARTER | DATE '2026-11-29' | 4
          QUARTER | INTERVAL '3' MONTH | 2
          YEAR | INTERVAL '14' MONTH | 1
          MONTH | INTERVAL '14' MONTH | 2
          DECADE | DATE '2026-11-29' | 202
          CENTURY | DATE '2000-12-31' | 20
          CENTURY | DATE '2001-01-01' | 21
          MILLENNIUM | DATE '2000-12-31' | 2
          CENTURIES | DATE '2001-01-01' | 21
          """)
  void fields(String field, String time, String value) throws SQLException {
    String extract = "SELECT CAST(EXTRACT(%s FROM %s) AS VARCHAR)".formatted(field, time);
    assertThat(Bench.texts(bench.connection(), extract)).containsExactly(value);
    String part = "SELECT CAST(date_part('%s', %s) AS VARCHAR)".formatted(field, time);
    assertThat(Bench.texts(bench.connection(), part)).containsExactly(value);
  }

  @Test
  void fieldsOfSeveralKindsSideBySide() throws SQLException {
    String sql =
        "SELECT date_part('dow', t), EXTRACT(DOW FROM t), DAYOFWEEK(t), {fn DAYOFWEEK(t)},"
            + " {fn SECOND(t)}, SECOND(t), EXTRACT(SECOND FROM t), date_part('epoch', t)"
            + " FROM (VALUES (TIMESTAMP '1970-01-04 00:00:01.500')) AS x (t)";
    assertThat(bench.run(sql).rows().get(0))
        .extracting(Object::toString)
        .containsExactly("0", "0", "1", "1", "1", "1", "1.500", "259201.500");
  }

  @ParameterizedTest
  @ValueSource(strings = {"EXTRACT(FOO FROM creation_time)", "date_part('foo', creation_time)"})
  void unknownFields(String expression) {
    SQLException failure =
        catchThrowableOfType(
            SQLException.class,
            () -> bench.run("SELECT " + expression + " FROM model_import_jobs"));
    assertThat(failure.getSQLState()).isEqualTo("22023");
  }

  /** Each of them, grouped by its place, its name and itself. */
  @Tasted
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {fn YEAR(creation_time)} | 2026
          {fn QUARTER(creation_time)} | 1
          {fn MONTH(creation_time)} | 1
          {fn WEEK(creation_time)} | 1
          {fn DAYOFYEAR(creation_time)} | 1
          {fn DAYOFMONTH(creation_time)} | 1
          {fn DAYOFWEEK(creation_time)} | 5
          {fn DAYNAME(creation_time)} | Thursday
          {fn MONTHNAME(creation_time)} | January
          {fn MOD({fn MINUTE(creation_time)}, 1)} | 0
          {fn MOD({fn SECOND(creation_time)}, 1)} | 0
          {fn MOD({fn HOUR(creation_time)}, 1)} | 0
          {fn CONVERT({fn YEAR(creation_time)}, SQL_VARCHAR)} | 2026
          {fn CONCAT({fn CONVERT(YEAR(creation_time), SQL_VARCHAR)}, {fn LCASE('X')})} | 2026x
          {fn LEFT({fn MONTHNAME({fn TIMESTAMPADD(SQL_TSI_MONTH, 1, creation_time)})}, 3)} | Feb
          {fn TIMESTAMPDIFF(SQL_TSI_YEAR, creation_time, {fn TIMESTAMPADD(SQL_TSI_YEAR, 2, creation_time)})} | 2
          {fn EXTRACT(DOW FROM creation_time)} | 4
          {fn IFNULL({fn CONVERT(NULL, SQL_INTEGER)}, {fn MONTH(creation_time)})} | 1
          """)
  void groupedJdbcFunctions(String function, String value) throws SQLException {
    String from = " FROM model_import_jobs ";
    List<String> groupings =
        List.of(
            "SELECT " + function + ", COUNT(*)" + from + "GROUP BY 1",
            "SELECT " + function + " AS x, COUNT(*)" + from + "GROUP BY x ORDER BY x",
            "SELECT " + function + from + "GROUP BY " + function + " ORDER BY " + function,
            "SELECT MAX(" + function + ")" + from + "HAVING MAX(" + function + ") IS NOT NULL",
            "SELECT DISTINCT " + function + from + "WHERE " + function + " IS NOT NULL ORDER BY 1");
    for (String sql : groupings) {
      assertThat(Bench.texts(bench.connection(), sql)).as(sql).containsExactly(value);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"LTRIM('a', 'b')", "IFNULL(1)", "INSERT('a', 1, 1)"})
  void argumentsOfJdbcFunctions(String call) {
    SQLException failure =
        catchThrowableOfType(SQLException.class, () -> bench.run("SELECT {fn " + call + "}"));
    assertThat(failure.getSQLState()).isEqualTo("42883");
  }
}
