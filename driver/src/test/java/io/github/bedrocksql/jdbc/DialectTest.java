package io.github.bedrocksql.jdbc;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bedrocksql.sandbox.GeneratedJobs;
import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * SQL as tools and people write it, over 100 jobs, one a minute: job-00001 at 2026-01-01
 * 00:01:00.123.
 */
class DialectTest {
  private static final String LIST = "ListModelImportJobs";

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

  @Test
  void sumsAndMeansHaveTypesThatHoldThem() throws SQLException {
    assertThat(texts("SELECT SUM(x), AVG(x) FROM (VALUES (2147483647), (1), (1)) AS t (x)"))
        .containsExactly("2147483649", "7.15827883E8");
    assertThat(texts("SELECT AVG(x), STDDEV_POP(x), VAR_POP(x) FROM (VALUES (1), (2)) AS t (x)"))
        .containsExactly("1.5", "0.5", "0.25");
    String rate =
        "SELECT AVG(CASE WHEN x > 1 THEN 1.0 ELSE 0 END) FROM (VALUES (1), (2), (3), (4)) AS t (x)";
    assertThat(texts(rate)).containsExactly("0.75");
  }

  private static List<String> texts(String sql) throws SQLException {
    bench.sandbox().clearRequests();
    try (PreparedStatement statement = bench.connection().prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      List<String> texts = new ArrayList<>();
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        for (int i = 1; i <= columns; i++) {
          texts.add(rows.getString(i));
        }
      }
      return texts;
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "null",
      quoteCharacter = '`',
      value = {
        "date_trunc('microseconds', TIMESTAMP '2026-11-25 13:14:15.678') | 2026-11-25 13:14:15.678",
        "date_trunc('milliseconds', TIMESTAMP '2026-11-25 13:14:15.678') | 2026-11-25 13:14:15.678",
        "date_trunc('second', TIMESTAMP '2026-11-25 13:14:15.678') | 2026-11-25 13:14:15.000",
        "date_trunc('minute', TIMESTAMP '2026-11-25 13:14:15.678') | 2026-11-25 13:14:00.000",
        "date_trunc('hour', TIMESTAMP '2026-11-25 13:14:15.678') | 2026-11-25 13:00:00.000",
        "DATE_TRUNC('Day', TIMESTAMP '2026-11-25 13:14:15.678') | 2026-11-25 00:00:00.000",
        "date_trunc('week', TIMESTAMP '2026-11-25 13:14:15.678') | 2026-11-23 00:00:00.000",
        "date_trunc('week', TIMESTAMP '2026-11-22 23:59:59') | 2026-11-16 00:00:00.000",
        "date_trunc('MONTH', TIMESTAMP '2026-11-25 13:14:15') | 2026-11-01 00:00:00.000",
        "date_trunc('quarter', TIMESTAMP '2026-11-25 13:14:15') | 2026-10-01 00:00:00.000",
        "date_trunc('year', TIMESTAMP '2026-11-25 13:14:15') | 2026-01-01 00:00:00.000",
        "date_trunc('decade', TIMESTAMP '2026-11-25 13:14:15') | 2020-01-01 00:00:00.000",
        "date_trunc('century', TIMESTAMP '2000-12-31 00:00:00') | 1901-01-01 00:00:00.000",
        "date_trunc('millennium', TIMESTAMP '2001-01-01 00:00:00') | 2001-01-01 00:00:00.000",
        "date_trunc('day', TIMESTAMP '1969-02-03 04:05:06.5') | 1969-02-03 00:00:00.000",
        "date_trunc('month', DATE '2026-11-25') | 2026-11-01 00:00:00.000",
        "date_trunc('hour', '2026-11-25T13:14:15+01:00') | 2026-11-25 12:00:00.000",
        "date_trunc('day', CAST(NULL AS TIMESTAMP)) | null",
        "date_trunc(NULL, TIMESTAMP '2026-11-25 13:14:15') | null",
        "CAST('2026-01-01T00:00:00Z' AS TIMESTAMP) | 2026-01-01 00:00:00.000",
        "CAST('2026-01-01T02:00:00.5+02:00' AS TIMESTAMP) | 2026-01-01 00:00:00.500",
        "CAST('2026-01-01 02:00:00+02' AS TIMESTAMP) | 2026-01-01 00:00:00.000",
        "CAST('2026-01-01 02:00:00 +0200' AS TIMESTAMP) | 2026-01-01 00:00:00.000",
        "CAST('2026-01-01 02:03' AS TIMESTAMP) | 2026-01-01 02:03:00.000",
        "CAST('2026-01-01' AS TIMESTAMP) | 2026-01-01 00:00:00.000",
        "CAST('2026-01-01T10:00:00Z' AS DATE) | 2026-01-01",
        "TIMESTAMP '2026-01-01T00:00:00.120Z' | 2026-01-01 00:00:00.120",
        "CAST(TIMESTAMP '2026-01-01 00:00:00.120' AS VARCHAR) | 2026-01-01 00:00:00.120",
        "CAST(TIMESTAMP '2026-01-01 00:00:00.120' AS VARCHAR(10)) | 2026-01-01",
        "CAST(CAST(NULL AS TIMESTAMP) AS VARCHAR) | null",
        "EXTRACT(QUARTER FROM DATE '2026-11-25') | 4",
        "EXTRACT(ISODOW FROM DATE '2026-11-25') | 3",
        "EXTRACT(EPOCH FROM TIMESTAMP '1970-01-02 00:00:00') | 86400.000",
        "date_part('year', DATE '2026-11-25') | 2026",
        "YEAR(DATE '2026-11-25') | 2026",
        "to_char(TIMESTAMP '2026-11-25 00:00:00', 'YYYY-MM') | 2026-11",
        "TIMESTAMPDIFF(DAY, DATE '2026-11-01', DATE '2026-11-25') | 24",
        "TIMESTAMPADD(MONTH, 1, TIMESTAMP '2026-01-31 00:00:00') | 2026-02-28 00:00:00",
        "{fn TIMESTAMPDIFF(SQL_TSI_DAY, {d '2026-11-01'}, {d '2026-11-25'})} | 24",
        "{fn ucase('a')} | A",
        "{fn CONCAT('a', {fn lcase('B')})} | ab",
        "{fn EXTRACT(YEAR FROM {ts '2026-11-25 00:00:00'})} | 2026",
        "{fn locate('a', 'ba')} | 2",
        "{ts '2026-01-01 00:00:00.123'} | 2026-01-01 00:00:00.123",
        "{TS '2026-01-01 00:00:00'} | 2026-01-01 00:00:00",
        "{d '2026-01-01'} | 2026-01-01",
        "{T '10:11:12'} | 10:11:12",
        "'{fn now()}' | {fn now()}",
        "CAST(12 AS TEXT) | 12",
        "CONCAT('a', 'b', 'c') | abc",
        "SUBSTRING('abc' FROM 2) | bc",
        "1 IS DISTINCT FROM NULL | true",
      })
  void expressions(String expression, String text) throws SQLException {
    assertThat(texts("SELECT " + expression)).containsExactly(text);
    assertThat(bench.requests()).isEmpty();
  }

  @Test
  void now() throws SQLException {
    Instant before = Instant.now().minusSeconds(1);
    for (String now :
        List.of("now()", "NOW()", "{fn now()}", "CURRENT_TIMESTAMP", "{fn CURRENT_TIMESTAMP()}")) {
      Object value = bench.run("SELECT " + now).column().get(0);
      assertThat(((Timestamp) value).toLocalDateTime().toInstant(ZoneOffset.UTC))
          .isBetween(before, Instant.now());
    }
    String same = "SELECT now() = CURRENT_TIMESTAMP FROM model_import_jobs";
    assertThat(bench.run(same).column()).containsOnly(true).hasSize(100);
  }

  static Stream<Arguments> pushedDown() {
    String all = LIST + " maxResults=1000";
    String after = LIST + " creationTimeAfter=2026-01-01T01:38:59Z maxResults=1000";
    return Stream.of(
        of("creation_time >= '2026-01-01T01:39:00Z'", 2, after),
        of("creation_time >= '2026-01-01T03:39:00+02:00'", 2, after),
        of("creation_time >= '2026-01-01 01:39:00'", 2, after),
        of("creation_time >= '2026-01-01 01:39'", 2, after),
        of("creation_time >= {ts '2026-01-01 01:39:00'}", 2, after),
        of("creation_time >= TIMESTAMP '2026-01-01T01:39:00Z'", 2, after),
        of("creation_time >= CAST('2026-01-01T01:39:00Z' AS TIMESTAMP)", 2, after),
        of("'2026-01-01T01:39:00Z' <= creation_time", 2, after),
        of("creation_time >= ?", 2, after, "2026-01-01T01:39:00Z"),
        of("creation_time >= ?", 2, after, "2026-01-01T03:39:00+02:00"),
        of("creation_time >= CAST(? AS TIMESTAMP)", 2, after, "2026-01-01T01:39:00Z"),
        of("date_trunc('minute', creation_time) >= ?", 2, after, "2026-01-01T01:39:00Z"),
        of("date_trunc('minute', creation_time) >= '2026-01-01T01:39:00Z'", 2, after),
        of("creation_time >= '2026-01-02'", 0, after.replace("01T01:38", "01T23:59")),
        of("creation_time IS NOT NULL AND creation_time >= '2026-01-01T01:39:00Z'", 2, after),
        of("job_name LIKE 'job-0000!_%' {escape '!'}", 0, named("job-0000")),
        of("POSITION(? IN job_name) > 0", 9, named("job-0000"), "job-0000"),
        of("job_name LIKE ? || '%'", 9, named("job-0000"), "job-0000"),
        of("UPPER(job_name) = UPPER(?)", 1, all, "job-00001"),
        of("COALESCE(?, job_name) = job_name", 1, all, "job-00001"),
        of("NULLIF(?, '') IS NULL OR job_name = ?", 1, all, "x", "job-00001"),
        of("CASE WHEN job_name = ? THEN ? ELSE ? END = 'b'", 99, all, "job-00001", "a", "b"),
        of("CASE WHEN job_name = ? THEN 1 ELSE ? END > 1", 99, all, "job-00001", 2),
        of("job_name ILIKE 'JOB-0000%'", 9, named("0000")),
        of("job_name NOT ILIKE 'JOB-0000%'", 91, all),
        of("1 = 0", 0, ""),
        of("FALSE", 0, ""));
  }

  private static String named(String name) {
    return LIST + " maxResults=1000 nameContains=" + name;
  }

  private static Arguments of(String condition, int rows, String request, Object... parameters) {
    return Arguments.of(condition, rows, request, parameters);
  }

  @ParameterizedTest
  @MethodSource
  void pushedDown(String condition, int rows, String request, Object[] parameters)
      throws SQLException {
    Bench.Answer answer =
        bench.run("SELECT job_name FROM model_import_jobs WHERE " + condition, parameters);
    assertThat(answer.rows()).hasSize(rows);
    assertThat(String.join(", ", answer.requests())).isEqualTo(request);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT date_trunc('hour', creation_time) AS h, COUNT(*) FROM model_import_jobs"
            + " GROUP BY 1 ORDER BY h DESC | 2026-01-01 01:00:00.000,41,2026-01-01 00:00:00.000,59",
        "SELECT region AS r, COUNT(*) AS n FROM model_import_jobs GROUP BY r HAVING (COUNT(1) > 0)"
            + " ORDER BY n DESC, r | us-east-1,100",
        "SELECT \"t0\".\"x\" AS \"X\" FROM (SELECT \"job_name\" AS \"x\" FROM"
            + " \"bedrock\".\"model_import_jobs\" \"m\") \"t0\" WHERE (\"t0\".\"x\" = 'job-00007')"
            + " | job-00007",
        "SELECT \"JOB_NAME\" FROM MODEL_IMPORT_JOBS AS J WHERE j.Job_Name = 'job-00007'"
            + " | job-00007",
        "SELECT * FROM (SELECT job_name, region FROM model_import_jobs) SPARK_GEN_SUBQ_0"
            + " WHERE (\"job_name\" IS NOT NULL) AND (\"job_name\" = 'job-00007')"
            + " | job-00007,us-east-1",
        "WITH x AS (SELECT job_name AS n FROM model_import_jobs) SELECT n FROM x"
            + " ORDER BY n DESC LIMIT 1 OFFSET 1 | job-00099",
        "SELECT job_name FROM model_import_jobs ORDER BY 1"
            + " OFFSET 2 ROWS FETCH NEXT 1 ROWS ONLY | job-00003",
        "SELECT job_name FROM model_import_jobs ORDER BY 1 OFFSET 1 ROW fetch first row only"
            + " | job-00002",
        "SELECT job_name FROM model_import_jobs ORDER BY 1 FETCH NEXT ROWS ONLY | job-00001",
        "SELECT job_name, job_name FROM model_import_jobs ORDER BY job_name LIMIT 1"
            + " | job-00001,job-00001",
        "SELECT job_name AS a, UPPER(region) AS b, UPPER(region) AS b FROM model_import_jobs"
            + " ORDER BY b DESC NULLS LAST, a LIMIT 1 | job-00001,US-EAST-1,US-EAST-1",
        "SELECT COUNT(DISTINCT a.region), COUNT(*) FROM {oj model_import_jobs a LEFT OUTER JOIN"
            + " imported_models b ON a.job_arn = b.model_arn} | 1,100",
        "SELECT CAST(creation_time AS VARCHAR), creation_time FROM model_import_jobs"
            + " WHERE job_name = 'job-00001' | 2026-01-01 00:01:00.123,2026-01-01 00:01:00.123",
        "SELECT job_name FROM model_import_jobs ORDER BY job_name {limit 1} | job-00001",
        "SELECT 1 AS x UNION SELECT 2 ORDER BY x DESC | 2,1",
        "SELECT 1 | 1",
      })
  void statements(String sql, String values) throws SQLException {
    assertThat(String.join(",", texts(sql))).isEqualTo(values);
  }

  @Test
  void starAndAColumn() throws SQLException {
    Bench.Answer answer =
        bench.run("SELECT *, job_name FROM model_import_jobs ORDER BY job_name DESC LIMIT 1");
    assertThat(answer.rows().get(0)).last().isEqualTo("job-00100");
  }

  @Test
  void parametersWithoutATypeAreText() throws SQLException {
    assertThat(bench.run("SELECT ? = 'ab', 'ab' = ?", "abc", "abc").rows())
        .containsExactly(List.of(false, false));
    assertThat(bench.run("SELECT NULLIF(?, '')", "x").column()).containsExactly("x");
    assertThat(bench.run("SELECT ?, ?", "a", 5).rows()).containsExactly(List.of("a", "5"));
    String sql = "SELECT date_trunc(?, creation_time) FROM model_import_jobs LIMIT 1";
    assertThat(bench.run(sql, "year").column())
        .containsExactly(Timestamp.valueOf("2026-01-01 00:00:00"));
    assertThat(failure(sql, "years").getSQLState()).isEqualTo("22023");
  }

  @Tag("long")
  @ParameterizedTest
  @ValueSource(strings = {"AND", "OR"})
  void longChainsOfConditions(String word) throws SQLException {
    assertThat(bench.run(chain(word, 100)).rows()).hasSize(100);
    assertThat(bench.run(chain(word, 300)).rows()).hasSize(100);
    assertThat(failure(chain(word, 20_000)).getSQLState()).isEqualTo("54001");
    assertThat(bench.run("SELECT 1").rows()).hasSize(1);
  }

  @Tag("long")
  @Test
  void longChainsOfValuesAreLists() throws SQLException {
    String texts =
        IntStream.range(0, 3_000)
            .mapToObj(i -> "status = 'Status" + i + "'")
            .collect(joining(" OR ", "", " OR status = 'Failed'"));
    assertThat(bench.run("SELECT job_name FROM model_import_jobs WHERE " + texts).rows())
        .isEqualTo(
            bench.run("SELECT job_name FROM model_import_jobs WHERE status = 'Failed'").rows())
        .isNotEmpty();
    String numbers =
        IntStream.range(0, 3_000)
            .mapToObj(i -> "duration_seconds <> " + i * 61)
            .collect(joining(" AND ", "duration_seconds IS NULL OR (", ")"));
    assertThat(bench.run("SELECT status FROM model_import_jobs WHERE " + numbers).rows())
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row).containsExactly("InProgress"));
  }

  private static String chain(String word, int conditions) {
    return IntStream.range(0, conditions)
        .mapToObj(i -> "(LENGTH(job_name) <> " + (i + 20) + ")")
        .collect(joining(" " + word + " ", "SELECT job_name FROM model_import_jobs WHERE ", ""));
  }

  @Test
  void thousandsOfValues() throws SQLException {
    List<String> names = IntStream.range(0, 2_000).mapToObj(i -> "'us-%d'".formatted(i)).toList();
    String sql =
        "SELECT job_name FROM model_import_jobs WHERE failure_message IN ("
            + String.join(", ", names)
            + ") OR region NOT IN ("
            + String.join(", ", names)
            + ")";
    assertThat(bench.run(sql).rows()).hasSize(100);
  }

  /** As code, such a list is too long for a method of Java. */
  @Test
  void aListOfSomeThousandValues() throws SQLException {
    String numbers =
        IntStream.range(0, 3_000).mapToObj(i -> String.valueOf(i * 7)).collect(joining(", "));
    String jobs = "SELECT COUNT(*) FROM model_import_jobs WHERE ";
    long all = count(jobs + "duration_seconds IS NOT NULL");
    long sevens = count(jobs + "MOD(duration_seconds, 7) = 0 AND duration_seconds < 21000");
    assertThat(count(jobs + "duration_seconds IN (" + numbers + ")")).isEqualTo(sevens);
    assertThat(count(jobs + "duration_seconds NOT IN (" + numbers + ")")).isEqualTo(all - sevens);
    String names =
        IntStream.range(0, 5_000).mapToObj(i -> "'job-" + i + "'").collect(joining(", "));
    assertThat(count(jobs + "job_name NOT IN (" + names + ")")).isEqualTo(count(jobs + "TRUE"));
  }

  @Tag("long")
  @Test
  void longValuesOfEachType() throws SQLException {
    String rows =
        IntStream.range(0, 300)
            .mapToObj(
                i ->
                    "("
                        + i
                        + ", 'x"
                        + i
                        + "', TIMESTAMP '2026-01-01 10:00:00.123', DATE '2026-01-01',"
                        + " TIME '10:00:00', 1.5, CAST(2 AS DOUBLE), TRUE, CAST(NULL AS BIGINT))")
            .collect(joining(", "));
    assertThat(
            bench
                .run(
                    "SELECT COUNT(*), SUM(a), MAX(b), MIN(c), MIN(d), MIN(e), SUM(f), SUM(g), COUNT(i)"
                        + " FROM (VALUES "
                        + rows
                        + ") AS v (a, b, c, d, e, f, g, h, i) WHERE h")
                .rows())
        .hasToString(
            "[[300, 44850, x99, 2026-01-01 10:00:00.123, 2026-01-01, 10:00:00, 450.0, 600.0, 0]]");
  }

  @Tag("long")
  @Test
  void sixtyUnionsAreOne() throws SQLException {
    String union =
        IntStream.range(0, 60)
            .mapToObj(
                i ->
                    "SELECT job_name FROM model_import_jobs WHERE job_name = 'job-%05d'"
                        .formatted(i % 30))
            .collect(joining(" UNION "));
    assertThat(bench.run(union).rows())
        .hasSize((int) count("SELECT COUNT(*) FROM (" + union + ")"));
    assertThat(bench.plan(union)).containsOnlyOnce("EnumerableUnion");
  }

  private static long count(String sql) throws SQLException {
    return (Long) bench.run(sql).column().get(0);
  }

  private static SQLException failure(String sql, Object... parameters) {
    return catchThrowableOfType(SQLException.class, () -> bench.run(sql, parameters));
  }
}
