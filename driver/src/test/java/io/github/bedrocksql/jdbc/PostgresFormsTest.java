package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.SQLException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What only PostgreSQL writes; what is expected is what it answers. */
class PostgresFormsTest {
  /** In each query, {@code $t} is a table of this. */
  private static final String TABLE =
      "(VALUES (1, 'b', TIMESTAMP '2026-01-31 10:00:00'), (2, 'a', TIMESTAMP '2026-02-01 12:30:00'),"
          + " (3, 'B', TIMESTAMP '2026-02-01 12:30:00'), (4, NULL, NULL)) AS t (i, x, c)";

  @AutoClose private static final Bench bench = Bench.shared(Sandbox.builder().start());

  private static String rows(String sql) throws SQLException {
    return bench
        .run(sql.replace("$t", TABLE).replace("$n", "(VALUES (1), (NULL)) AS n (i)"))
        .text();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT '5'::int + 1, '5'::int4::text, -1::bigint, 'true'::bool | 6,5,-1,true",
        "SELECT 7::float8 / 2, '1.25'::numeric(10,2), 1::text | 3.5,1.25,1",
        "SELECT i::text FROM $t WHERE x::text = 'a' | 2",
        "SELECT c::date::text, date_trunc('month', c)::date FROM $t WHERE i = 2 | 2026-02-01,2026-02-01",
        "SELECT '2026-02-01'::date = '2026-02-01 00:00:00'::timestamp | true",
        "SELECT i FROM $t WHERE x ~ '^[a-z]$' ORDER BY i | 1 / 2",
        "SELECT i FROM $t WHERE x ~* '^B' ORDER BY i | 1 / 3",
        "SELECT i FROM $t WHERE x !~ 'b' ORDER BY i | 2 / 3",
        "SELECT i FROM $t WHERE x !~* 'b' ORDER BY i | 2",
        "SELECT TIMESTAMP '2026-07-01 12:00:00' AT TIME ZONE 'America/New_York'"
            + " = TIMESTAMP '2026-07-01 08:00:00' | true",
        "SELECT (c AT TIME ZONE 'UTC' AT TIME ZONE 'Asia/Tokyo')::date::text FROM $t WHERE i = 1"
            + " | 2026-01-31",
        "SELECT i FROM $n WHERE 0 <= coalesce(i, i + 0) | 1",
        "SELECT i FROM $n WHERE 0 <= coalesce(i, i::int) OR coalesce(i, i, i) < 1 | 1",
        "SELECT coalesce(c, '2026-01-01'), coalesce(c, c) IS NULL FROM (VALUES (NULL::timestamp)) AS t"
            + " (c) | 2026-01-01,true",
        "SELECT coalesce(i, 1.5), coalesce(i, 2) + 1, coalesce(i, i + 1.5) FROM $n ORDER BY 1 |"
            + " 1.0,2,1.0 / 1.5,3,null",
        "SELECT i FROM $n WHERE 0.0 <= coalesce(i * 1.0, i + 0.0) | 1",
        "SELECT date_trunc('month', c), CASE WHEN i > 2 THEN date_trunc('month', c) WHEN EXTRACT(MONTH"
            + " FROM c) = 2 THEN TIMESTAMP '2026-01-01 00:00:00' END FROM $t WHERE i = 2 |"
            + " 2026-02-01 00:00:00.0,2026-01-01 00:00:00.0",
        "SELECT EXTRACT(HOUR FROM c), CASE WHEN i = 2 THEN EXTRACT(HOUR FROM c) ELSE EXTRACT(MONTH FROM"
            + " c) END FROM $t WHERE i = 2 AND CASE WHEN date_trunc('year', c) = c THEN"
            + " date_trunc('year', c) ELSE c END IS NOT NULL | 12,12",
        "SELECT at FROM (SELECT i AS at FROM $t) s WHERE at = 3 | 3",
      })
  void operators(String sql, String expected) throws SQLException {
    assertThat(rows(sql)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "30 days | 2026-03-02 00:00:00.000",
        "1 day 2 hours | 2026-02-01 02:00:00.000",
        "2 weeks | 2026-02-14 00:00:00.000",
        "90 min | 2026-01-31 01:30:00.000",
        "1 month | 2026-02-28 00:00:00.000",
        "1 month 2 days | 2026-03-02 00:00:00.000",
        "1 year -1 day | 2027-01-30 00:00:00.000",
        "1.5 hours | 2026-01-31 01:30:00.000",
        "1-2 | 2027-03-31 00:00:00.000",
        "3 04:05:06.7 | 2026-02-03 04:05:06.700",
        "-02:30 | 2026-01-30 21:30:00.000",
        "3 days ago | 2026-01-28 00:00:00.000",
        "@ 1 day, 2 hours | 2026-02-01 02:00:00.000",
        "P1DT2H30M | 2026-02-01 02:30:00.000",
        "P2M | 2026-03-31 00:00:00.000",
        "45 | 2026-01-31 00:00:45.000",
        "0.5 months | 2026-02-15 00:00:00.000",
      })
  void intervals(String text, String expected) throws SQLException {
    String start = "TIMESTAMP '2026-01-31 00:00:00'";
    String sums =
        "SELECT %s + INTERVAL '%s' = TIMESTAMP '%s', %s + '%s'::interval = TIMESTAMP '%s'"
            .formatted(start, text, expected, start, text, expected);
    assertThat(rows(sums)).isEqualTo("true,true");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT DATE '2026-01-30' + 3, 3 + DATE '2026-01-30', DATE '2026-03-01' - 1"
            + " | 2026-02-02,2026-02-02,2026-02-28",
        "SELECT DATE '2026-03-01' - DATE '2026-02-01' | 28",
        "SELECT i FROM $t WHERE c > DATE '2026-02-03' - 2 ORDER BY i | 2 / 3",
        "SELECT EXTRACT(EPOCH FROM c - TIMESTAMP '2026-01-31 00:00:00') FROM $t ORDER BY i"
            + " | 36000.000 / 131400.000 / 131400.000 / null",
        "SELECT i FROM $t WHERE c - TIMESTAMP '2026-01-31 00:00:00' > INTERVAL '1 day' ORDER BY i"
            + " | 2 / 3",
        "SELECT date_part('day', MAX(c) - MIN(c)) FROM $t | 1",
        "SELECT 7 - 2, 7 + 2.5, i + 1 FROM $t WHERE i - 1 = 0 | 5,9.5,2",
      })
  void dates(String sql, String expected) throws SQLException {
    assertThat(rows(sql)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT DISTINCT ON (c) i, c::date FROM $t ORDER BY c, i DESC"
            + " | 1,2026-01-31 / 3,2026-02-01 / 4,null",
        "SELECT DISTINCT ON (day) c::date AS day, i FROM $t ORDER BY day DESC NULLS LAST, x LIMIT 1"
            + " | 2026-02-01,3",
        "SELECT DISTINCT ON (2) i, c FROM $t WHERE c IS NULL ORDER BY 2 | 4,null",
        "SELECT DISTINCT ON (lower(x)) lower(x), COUNT(*) FROM $t WHERE x = 'a' GROUP BY x | a,1",
        "SELECT COUNT(*) FROM (SELECT DISTINCT ON (c) * FROM $t) s | 3",
        "SELECT i FROM $t ORDER BY c DESC NULLS LAST FETCH FIRST 1 ROWS WITH TIES | 2 / 3",
        "SELECT i FROM $t WHERE i < 3 ORDER BY i FETCH NEXT 1 ROW WITH TIES | 1",
      })
  void firstRows(String sql, String expected) throws SQLException {
    assertThat(rows(sql)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY i), median(i) FROM $t | 2.5,2.5",
        "SELECT percentile_cont(0.9) WITHIN GROUP (ORDER BY i DESC) FROM $t | 1.2999999999999998",
        "SELECT percentile_cont(0) WITHIN GROUP (ORDER BY i), percentile_cont(1) WITHIN GROUP"
            + " (ORDER BY i) FROM $t | 1.0,4.0",
        "SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY i), percentile_disc(0.51) WITHIN GROUP"
            + " (ORDER BY i), percentile_disc(0.25) WITHIN GROUP (ORDER BY i DESC) FROM $t | 2,3,4",
        "SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY x) FROM $t WHERE i <> 3 | a",
        "SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY c)::date::text FROM $t | 2026-02-01",
        "SELECT mode() WITHIN GROUP (ORDER BY c)::date::text, mode() WITHIN GROUP (ORDER BY i),"
            + " mode() WITHIN GROUP (ORDER BY i DESC) FROM $t | 2026-02-01,1,4",
        "SELECT c::date AS d, median(i) FILTER (WHERE i > 1), COUNT(*) FROM $t GROUP BY 1 ORDER BY"
            + " 2 DESC NULLS LAST | null,4.0,1 / 2026-02-01,2.5,2 / 2026-01-31,null,1",
        "SELECT median(i) FROM $t WHERE i > 9 | null",
        "SELECT EXTRACT(EPOCH FROM percentile_cont(0.5) WITHIN GROUP (ORDER BY c -"
            + " TIMESTAMP '2026-02-01 00:00:00')) FROM $t | 45000.000",
        "SELECT 2 * median(i) FROM $t HAVING median(i) > 2 | 5.0",
      })
  void orderedSets(String sql, String expected) throws SQLException {
    assertThat(rows(sql)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT percentile_cont(1.5) WITHIN GROUP (ORDER BY i) FROM $t | 22003",
        "SELECT percentile_cont(i) WITHIN GROUP (ORDER BY i) FROM $t | 42803",
        "SELECT percentile_cont(0.5) FROM $t | 42883",
        "SELECT mode(1) WITHIN GROUP (ORDER BY i) FROM $t | 42883",
        "SELECT INTERVAL 'some days' | 22007",
        "SELECT INTERVAL '3 fortnights' | 22007",
        "SELECT INTERVAL '1 month 1 day' | 0A000",
        "SELECT now() AT TIME ZONE 'Mars/Olympus' | 22023",
        "SELECT DISTINCT ON (x) i FROM $t ORDER BY i | 42P10",
        "SELECT i FROM $t UNION SELECT 1 ORDER BY 1 FETCH FIRST 1 ROW WITH TIES | 0A000",
        "SELECT i::nonsense FROM $t | 42704",
        "SELECT DATE '2026-01-01' * 2 | 42804",
      })
  void refused(String sql, String sqlState) {
    SQLException failure = catchThrowableOfType(SQLException.class, () -> rows(sql));
    assertThat(failure.getSQLState()).isEqualTo(sqlState);
  }
}
