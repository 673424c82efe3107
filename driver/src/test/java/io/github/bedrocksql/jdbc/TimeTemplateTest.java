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

/** to_char, to_timestamp and to_date: what PostgreSQL 15 says of a TIMESTAMP. */
class TimeTemplateTest {
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
          yyyy-mm-dd"T"hh24:mi:ss.ms"Z" ~ 2026-11-09T13:04:05.678Z
          YYYY-MM-DD"T"HH24:MI:SS.MS"Z" ~ 2026-11-09T13:04:05.678Z
          HH12 HH hh12 am AM p.m. P.M. ~ 01 01 01 pm PM p.m. P.M.
          [Day|FMDay|DAY|day|FMday|Dy|DY|dy] ~ [Monday   |Monday|MONDAY   |monday   |monday|Mon|MON|mon]
          [Month|FMMonth|MONTH|month|Mon|MON|mon] ~ [November |November|NOVEMBER |november |Nov|NOV|nov]
          [RM|FMRM|rm|TMMonth] ~ [XI  |XI|xi  |November]
          DDth DDTH FMDDth ddth DDDth Dth IDth ~ 09th 09TH 9th 09th 313th 2nd 1st
          Y,YYY YYYY YYY YY Y IYYY IYY IY I yyyy ~ 2,026 2026 026 26 6 2026 026 26 6 2026
          CC Q WW W IW IDDD J ~ 21 4 45 2 46 316 2461354
          MS US FF1 FF2 FF3 FF6 SSSS SSSSS ~ 678 678000 6 67 678 678000 47045 47045
          AD BC a.d. B.C. ~ AD AD a.d. A.D.
          [TZ|tz|OF|TZH:TZM] ~ [||+00|+00:00]
          FMHH24 FMMI fmss FMDDD ~ 13 4 5 313
          DDTHH24 ~ 09THH24
          "a\\"b" \\" \\ Yyyy Dd eё ~ a"b " \\ 6026 22 eё
          """)
  void written(String template, String text) throws SQLException {
    String sql = "SELECT to_char(TIMESTAMP '2026-11-09 13:04:05.678', ";
    assertThat(bench.run(sql + "'" + template + "')").column()).containsExactly(text);
    assertThat(bench.run(sql + "?)", template).column()).containsExactly(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      nullValues = "null",
      textBlock =
          """
          to_char(TIMESTAMP '2000-12-31 00:00:00', 'CC HH12 AM IYYY-IW') ~ 20 12 AM 2000-52
          to_char(DATE '2026-11-29', 'Dy DD') ~ Sun 29
          to_char('2026-11-29T10:00:00Z', 'HH24') ~ 10
          to_char(CAST(NULL AS TIMESTAMP), 'YYYY') ~ null
          to_char(TIMESTAMP '2026-11-29 00:00:00', CAST(NULL AS VARCHAR)) ~ null
          to_timestamp('2026-01-02 03:04:05', 'YYYY-MM-DD HH24:MI:SS') ~ 2026-01-02 03:04:05.000
          to_timestamp('2026-01-02T03:04:05Z', 'yyyy-mm-dd"T"hh24:mi:ss"Z"') ~ 2026-01-02 03:04:05.000
          to_timestamp('2 nov 2026', 'DD Mon YYYY') ~ 2026-11-02 00:00:00.000
          to_timestamp('20261102', 'yyyymmdd') ~ 2026-11-02 00:00:00.000
          to_timestamp('02/11/2026 01:00 PM', 'DD/MM/YYYY HH12:MI PM') ~ 2026-11-02 13:00:00.000
          to_timestamp('2026-01-02T03:04:05.5', 'YYYY-MM-DD"T"HH24:MI:SS.MS') ~ 2026-01-02 03:04:05.500
          to_timestamp('20260102030405678', 'YYYYMMDDHH24MISSMS') ~ 2026-01-02 03:04:05.678
          to_timestamp('2026-01-02 03:04:05.123456', 'YYYY-MM-DD HH24:MI:SS.US') ~ 2026-01-02 03:04:05.123
          to_timestamp('12 am 2026-01-02', 'HH12 am YYYY-MM-DD') ~ 2026-01-02 00:00:00.000
          to_timestamp('2026-01-02 10:00 -03:30', 'YYYY-MM-DD HH24:MI TZH:TZM') ~ 2026-01-02 13:30:00.000
          to_timestamp('2026-01-02 01:00+02', 'YYYY-MM-DD HH24:MITZH') ~ 2026-01-01 23:00:00.000
          to_timestamp('3rd xi 2026', 'DDth rm YYYY') ~ 2026-11-03 00:00:00.000
          to_timestamp('2026/330', 'YYYY-DDD') ~ 2026-11-26 00:00:00.000
          to_timestamp('2026-48-7', 'IYYY-IW-ID') ~ 2026-11-29 00:00:00.000
          to_timestamp('2026 5', 'YYYY WW') ~ 2026-01-29 00:00:00.000
          to_timestamp('2461354', 'J') ~ 2026-11-09 00:00:00.000
          to_timestamp('Monday, Nov 3, 26 and more', 'Day, Mon DD, YY') ~ 2026-11-03 00:00:00.000
          to_timestamp('2,026', 'Y,YYY') ~ 2026-01-01 00:00:00.000
          to_timestamp('20 26', 'CC YY') ~ 1926-01-01 00:00:00.000
          to_timestamp('71 070', 'YY DDD') ~ 1971-03-11 00:00:00.000
          to_timestamp('2026', 'YYYY-MM') ~ 2026-01-01 00:00:00.000
          to_timestamp('2026-01-02 45', 'YYYY-MM-DD SSSS') ~ 2026-01-02 00:00:45.000
          to_timestamp(1795958055.678) ~ 2026-11-29 13:14:15.678
          to_timestamp(-0.5) ~ 1969-12-31 23:59:59.500
          to_timestamp(0) ~ 1970-01-01 00:00:00.000
          to_timestamp(CAST(NULL AS DOUBLE)) ~ null
          to_date('24 November 2026', 'dd month yyyy') ~ 2026-11-24
          {fn TO_CHAR({ts '2026-01-01 00:00:00'}, 'yyyy')} ~ 2026
          """)
  void values(String expression, String text) throws SQLException {
    assertThat(Bench.texts(bench.connection(), "SELECT " + expression)).containsExactly(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          to_timestamp('x', 'YYYY') ~ 22007
          to_timestamp('13 am', 'HH12 am') ~ 22007
          to_timestamp('2026-11-24', 'YYYYMMDD') ~ 22007
          to_timestamp('2026-01-01 UTC', 'YYYY-MM-DD TZ') ~ 22007
          to_date('2026-13-01', 'YYYY-MM-DD') ~ 22007
          to_timestamp(1E300) ~ 22008
          to_char(ARRAY[1], '999') ~ 42804
          """)
  void errors(String expression, String sqlState) {
    SQLException failure =
        catchThrowableOfType(SQLException.class, () -> bench.run("SELECT " + expression));
    assertThat(failure.getSQLState()).isEqualTo(sqlState);
  }

  /** All are a TIMESTAMP, which the API can narrow by. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "TO_TIMESTAMP('2026-01-01 01:39', 'YYYY-MM-DD HH24:MI')",
        "TO_TIMESTAMP(1767231540)"
      })
  void beside(String time) throws SQLException {
    Bench.Answer answer =
        bench.run("SELECT job_name FROM model_import_jobs WHERE creation_time >= " + time);
    assertThat(answer.rows()).hasSize(2);
    assertThat(answer.requests())
        .singleElement()
        .asString()
        .contains("creationTimeAfter=2026-01-01T01:38:59Z");
    String now = "SELECT COUNT(*) FROM model_import_jobs WHERE creation_time < now() AND " + time;
    assertThat(bench.run(now + " < LOCALTIMESTAMP AND " + time + " < CURRENT_TIMESTAMP").column())
        .containsExactly(100L);
  }
}
