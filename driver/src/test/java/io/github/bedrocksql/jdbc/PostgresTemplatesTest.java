package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers, truth values and intervals as PostgreSQL writes them. */
class PostgresTemplatesTest {
  @AutoClose private static final Bench bench = Bench.shared(Sandbox.builder().start());

  private static String rows(String sql) throws SQLException {
    return bench.run(sql).text();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "1234567.891, '999,999,999.99'; `   1,234,567.89`",
        "1234.5, 'FM999,999.00'; 1,234.50",
        "1234.5, 'FM9999.99'; 1234.5",
        "1234, 'FM9,999'; 1,234",
        "1234.5::float8, 'FM9,999.0'; 1,234.5",
        "-5, '999'; `  -5`",
        "5, '000'; ` 005`",
        "12, 'FM0000'; 0012",
        "0.5, '0.99'; ` 0.50`",
        "0.1, '9.9'; `  .1`",
        "0, '9'; ` 0`",
        "12, 'S999'; ` +12`",
        "-12, '999S'; ` 12-`",
        "-1, 'MI9'; -1",
        "-1, '9PR'; <1>",
        "485, 'L999'; `  485`",
        "12345, '999'; ` ###`",
        "99.99, '99.9'; ` ##.#`",
        "1, 'RN'; `              I`",
        "12, '99th'; ` 12th`",
        "25.6, 'FM990.0%'; 25.6%",
        "INTERVAL '1 day 02:03:04', 'HH24:MI:SS'; 02:03:04",
        "INTERVAL '3 days', 'FMDD \"days\"'; 3 days",
      })
  void written(String arguments, String expected) throws SQLException {
    assertThat(rows("SELECT to_char(" + arguments + ")")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "to_number('1,234.50', '9,999.99') = 1234.5, to_number('12,454.8-', '99G999D9S') = -12454.8,"
            + " to_number('$45', 'L99') = 45; true,true,true",
        "round(100.0 * 2 / 9, 1), round(2.5), round(1234.5678, -2), round(5, 1), trunc(2.567, 2);"
            + " 22.2,3,1200,5.0,2.56",
        "true::text, CAST(false AS VARCHAR), 'a' || true, NULL::boolean::text; true,false,atrue,null",
        "'t'::bool, 'yes'::bool, 'off'::boolean, '1'::bool, ' FALSE '::bool; true,true,false,true,false",
        "INTERVAL '1 day 02:00:00'::text, INTERVAL '3 days'::text, INTERVAL '90 minutes'::text;"
            + " 1 day 02:00:00,3 days,01:30:00",
        "INTERVAL '14 months'::text, INTERVAL '-1 day -2 hours'::text, INTERVAL '1.5 seconds'::text;"
            + " 1 year 2 mons,-1 days -02:00:00,00:00:01.5",
      })
  void values(String expressions, String expected) throws SQLException {
    assertThat(rows("SELECT " + expressions)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "TIMESTAMP '2026-03-05 14:00:00' - TIMESTAMP '2026-03-01 12:00:00', 4 days 02:00:00",
    "INTERVAL '0 seconds', 00:00:00",
    "INTERVAL '1 month', 1 mon",
    "INTERVAL '-1 day', -1 days",
  })
  void intervalsAsTheyAreRead(String interval, String expected) throws SQLException {
    try (Statement statement = bench.connection().createStatement();
        ResultSet row = statement.executeQuery("SELECT " + interval)) {
      assertThat(row.next()).isTrue();
      assertThat(row.getString(1)).isEqualTo(expected);
      assertThat(row.getObject(1)).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "corr(y, x); 0.9933992677987828",
        "regr_slope(y, x), regr_intercept(y, x), regr_avgx(y, x); 2.5,-0.6666666666666666,2.0",
        "regr_r2(y, x), regr_sxy(y, x), regr_avgy(y, x), regr_count(y, x);"
            + " 0.986842105263158,5.0,4.333333333333333,3",
        "corr(y, x) FILTER (WHERE x > 2), regr_slope(y, x) FILTER (WHERE x > 9); null,null",
        "every(x > 0), bit_and(x), bit_or(x), count(DISTINCT (x, NULL)); true,0,3,3",
      })
  void aggregates(String expressions, String expected) throws SQLException {
    assertThat(rows("SELECT " + expressions + " FROM (VALUES (1, 2), (2, 4), (3, 7)) t(x, y)"))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "SELECT 'maybe'::bool; 22P02",
        "SELECT to_number('x', '9'); 22P02",
        "SELECT to_char(1.5, '9EEEE'); 22023",
      })
  void mistakes(String sql, String sqlState) {
    SQLException failure = catchThrowableOfType(SQLException.class, () -> rows(sql));
    assertThat(failure.getSQLState()).as(failure.getMessage()).isEqualTo(sqlState);
  }
}
