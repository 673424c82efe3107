package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrocksql.sandbox.Sandbox;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Arrays;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parameters whose type is told by what stands beside them, or by the function they are given. */
class ParameterInferenceTest {
  private static final String TABLE =
      "(VALUES (1, 'a', 10, TIMESTAMP '2026-01-01 00:00:00'),"
          + " (2, 'b', NULL, TIMESTAMP '2026-01-02 00:00:00')) AS t (i, x, n, m)";

  @AutoClose private static final Bench bench = Bench.shared(Sandbox.startWithSampleJobs());

  /** Takes {@code i:}, {@code d:}, {@code D:}, {@code T:}, {@code t:} and a text, or null. */
  private static Object value(String text) {
    String of = text.substring(Math.min(2, text.length()));
    return switch (text.substring(0, Math.min(2, text.length()))) {
      case "i:" -> Integer.valueOf(of);
      case "d:" -> new BigDecimal(of);
      case "D:" -> Date.valueOf(of);
      case "T:" -> Time.valueOf(of);
      case "t:" -> Timestamp.valueOf(of);
      default -> text.equals("null") ? null : text;
    };
  }

  private static String rows(String sql, String values) throws SQLException {
    Object[] parameters =
        Arrays.stream(values.split(", ")).map(ParameterInferenceTest::value).toArray();
    return bench.run(sql.replace("$t", TABLE), parameters).text();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT COALESCE(?, 'a') | null | a",
        "SELECT COALESCE(?, 'a') | long text | long text",
        "SELECT COALESCE(?, 1), COALESCE(?, 1.5), COALESCE(?, ?, 7) | i:7, null, null, null"
            + " | 7,1.5,7",
        "SELECT COALESCE(?, n) FROM $t | i:5 | 5 / 5",
        "SELECT COALESCE(?, m) FROM $t | null | 2026-01-01 00:00:00.0 / 2026-01-02 00:00:00.0",
        "SELECT i FROM $t WHERE COALESCE(?, 5) + 1 < n | null | 1",
        "SELECT NULLIF(?, TIME '10:00:00'), NULLIF(?, DATE '2026-01-01') | T:11:00:00, D:2026-02-01"
            + " | 11:00:00,2026-02-01",
        "SELECT NULLIF(?, 1), 10 / NULLIF(?, 0), NULLIF(?, 'a') | i:1, i:4, b | null,2,b",
        "SELECT CASE WHEN ? = 'a' THEN 1 ELSE ? END | b, i:3 | 3",
        "SELECT GREATEST(n, ?), LEAST(?, 3.5) FROM $t WHERE i = 1 | i:11, d:2.5 | 11,2.5",
        "SELECT LAG(n, 1, ?) OVER (ORDER BY i) + 1 FROM $t ORDER BY i | i:0 | 1 / 11",
      })
  void besideOtherValues(String sql, String values, String expected) throws SQLException {
    assertThat(rows(sql, values)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT ? IN (SELECT x FROM $t), ? NOT IN (SELECT i FROM $t) | a, i:3 | true,true",
        "SELECT i FROM $t WHERE ? = ANY (SELECT x FROM $t) AND ? > ALL (SELECT i FROM $t)"
            + " ORDER BY i | b, d:2.5 | 1 / 2",
        "SELECT ? IN ('a', 'b'), ? IN (?, ?), ? NOT IN (1, 2) | b, a, b, a, d:1.5"
            + " | true,true,true",
        "SELECT ? IN ('a', NULL), ? NOT IN ('a', NULL) | a, b | true,null",
        "SELECT i FROM $t WHERE ? IN ('c', x) | b | 2",
        "SELECT i FROM $t WHERE (x, i) IN ((?, ?)) | b, i:2 | 2",
        "SELECT i FROM $t WHERE (x, i) NOT IN ((?, ?), ('c', NULL)) | b, i:2 | 1",
        "SELECT i FROM $t WHERE (x, n) IN (('b', NULL), (?, 10)) | a | 1",
        "SELECT i FROM $t ORDER BY CASE WHEN x = ? THEN 0 ELSE 1 END | b | 2 / 1",
      })
  void inLists(String sql, String values, String expected) throws SQLException {
    assertThat(rows(sql, values)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT LEFT('abc', ?), SUBSTRING('abc', 2, ?), LPAD('a', ?, ?) | i:2, i:1, i:3, *"
            + " | ab,b,**a",
        "SELECT SPLIT_PART('a-b', ?, ?), MOD(7, ?), ABS(?) | -, i:2, i:4, i:-3 | b,3,3",
        "SELECT ROUND(1.25, ?), ROUND(?, 1) | i:1, i:3 | 1.30,3.0",
        "SELECT EXTRACT(YEAR FROM ?), TO_CHAR(?, 'MM') | t:2026-05-01 00:00:00,"
            + " t:2026-05-01 00:00:00 | 2026,05",
        "SELECT TIMESTAMPADD(DAY, ?, m), TIMESTAMPDIFF(DAY, m, ?) FROM $t WHERE i = 1"
            + " | i:1, t:2026-01-09 00:00:00 | 2026-01-02 00:00:00.0,8",
        "SELECT i FROM $t WHERE ? - INTERVAL '1' DAY < m | t:2026-01-02 12:00:00 | 2",
        "SELECT i FROM $t WHERE m > TIMESTAMP '2026-01-03 00:00:00' - ? * INTERVAL '1' DAY"
            + " | i:2 | 2",
        "SELECT SUM(i) OVER (ORDER BY i ROWS BETWEEN CURRENT ROW AND ? FOLLOWING) FROM $t"
            + " ORDER BY i | i:1 | 3 / 2",
        "SELECT SUM(i) OVER w FROM $t WINDOW w AS (ORDER BY i ROWS ? PRECEDING) ORDER BY i"
            + " | i:0 | 1 / 2",
        "SELECT COUNT(*) OVER (ORDER BY i RANGE ? PRECEDING) FROM $t ORDER BY i | i:1 | 1 / 2",
        "SELECT LAG(x, ?) OVER (ORDER BY i), NTH_VALUE(x, ?) OVER (ORDER BY i) FROM $t"
            + " ORDER BY i | i:1, i:2 | null,null / a,b",
        "SELECT SUM(?) FROM $t | i:2 | 4",
      })
  void byWhatTakesThem(String sql, String values, String expected) throws SQLException {
    assertThat(rows(sql, values)).isEqualTo(expected);
  }
}
