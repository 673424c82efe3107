package io.github.bedrocksql.dialect.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Calcite's own parser reads, this driver's grammar reads the same. */
class SameTreesTest {
  private static final Path DOCS = Path.of(System.getProperty("docs.dir")).normalize();
  private static final Path TESTS = DOCS.resolveSibling("driver").resolve("src/test");

  /**
   * What may be a query: a text block, a literal of several, a paragraph, a fenced block, a line.
   */
  private static final List<Pattern> PIECES =
      List.of(
          Pattern.compile("(?s)\"\"\"\\n(.*?)\"\"\""),
          Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\""),
          Pattern.compile("(?:^|\\n\\s*\\n)((?:.+\\n)+)"),
          Pattern.compile("(?ms)^```\\w*\\n(.*?)^```$"),
          Pattern.compile("(.+)"));

  private static final Pattern QUERY =
      Pattern.compile("(?is)\\s*\\(?\\s*(SELECT|WITH|VALUES|EXPLAIN)\\b.*");

  private static final Pattern CONCATENATION = Pattern.compile("\"\\s*\\n\\s*\\+ \"");

  @Test
  void inTheTestsAndThePages() throws IOException {
    long read;
    try (Stream<Path> tests = Files.walk(TESTS);
        Stream<Path> pages = Files.walk(DOCS)) {
      read =
          Stream.concat(tests, pages)
              .filter(file -> file.toString().matches(".*\\.(java|queries|md)"))
              .map(SameTreesTest::text)
              .flatMap(SameTreesTest::pieces)
              .distinct()
              .filter(Trees::assertSame)
              .count();
    }
    assertThat(read).isGreaterThan(500);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> pieces(String text) {
    String joined = CONCATENATION.matcher(text).replaceAll("");
    return PIECES.stream()
        .flatMap(piece -> piece.matcher(joined).results())
        .map((MatchResult found) -> found.group(1).replace("\\n", "\n").replace("\\\"", "\""))
        .filter(sql -> QUERY.matcher(sql).matches());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT DATE '2026-01-01', TIME '10:00:00', TIMESTAMP '2026-01-01 00:00:00', USER",
        "SELECT TIMESTAMP WITH LOCAL TIME ZONE '2026-01-01 00:00:00', UUID 'x', DECIMAL '1'",
        "SELECT INTERVAL '1' DAY, INTERVAL - '1' YEAR, INTERVAL '1-2' YEAR TO MONTH, INTERVAL x DAY",
        "SELECT YEAR(a), MONTH(a), ROW(a, b), (a, b), (ROW(1, 2)), MIN(a), COUNT(*) FROM t",
        "SELECT EXTRACT(YEAR FROM a), FLOOR(a TO YEAR), CEIL(a TO MONTH), TIMESTAMPDIFF(MINUTE, a, b)",
        "SELECT {fn YEAR(a)}, {fn TIMESTAMPADD(DAY, 1, a)}, {d '2026-01-01'}, {fn CONVERT(a, DATE)}",
        "SELECT CAST(a AS DATE), CAST(a AS ROW(a DATE, b TIME)), CAST(a AS TIMESTAMP(3)) FROM t",
        "SELECT CAST(a AS MAP<DATE, INTEGER ARRAY>), TRY_CAST(a AS TIME), CONVERT(DATE, a) FROM t",
        "SELECT CAST((SELECT MAX(b) FROM s) AS DATE), JSON_VALUE(a, '$' RETURNING DATE) FROM t",
        "SELECT SUM(a) OVER (PARTITION BY b ORDER BY c ROWS BETWEEN CURRENT ROW AND 1 FOLLOWING) FROM t",
        "SELECT SUM(a) OVER (ROWS BETWEEN 1 PRECEDING AND CURRENT ROW), MAX(a) OVER (RANGE 1 PRECEDING)",
        "SELECT SUM(a) OVER w FROM t WINDOW w AS (ORDER BY b RANGE BETWEEN 1 PRECEDING AND CURRENT ROW)",
        "SELECT SUM(a) FILTER (WHERE b > 1), LISTAGG(a) WITHIN GROUP (ORDER BY b) FROM t",
        "SELECT a FROM t ORDER BY a OFFSET 5 ROWS FETCH NEXT 1 ROW ONLY",
        "SELECT (SELECT a FROM t OFFSET 5 ROWS), (SELECT a FROM t OFFSET ? ROW) FROM t OFFSET 1 ROW",
        "SELECT CASE WHEN a THEN 1 ELSE 2 END, CASE a WHEN 1 THEN b END FROM t",
        "SELECT a MULTISET UNION b, a MEMBER OF b, MULTISET[1], MULTISET(SELECT 1)",
        "SELECT * FROM a ASOF JOIN b MATCH_CONDITION a.x > b.y ON a.z = b.z",
        "SELECT * FROM a LEFT JOIN b USING (x) NATURAL JOIN c CROSS JOIN d",
        "SELECT * FROM t EXTEND (a DATE, b TIME) AS x, UNNEST(y) WITH ORDINALITY",
        "SELECT * FROM t (a DATE, b TIMESTAMP)",
        "SELECT a FROM t MINUS SELECT a FROM s",
        "SELECT a FROM t QUALIFY ROW_NUMBER() OVER (ORDER BY a) = 1",
        "SELECT STREAM a FROM t",
        "SELECT a, NEXT VALUE FOR s, CURRENT VALUE FOR s, NEW u(1) FROM t",
        "SELECT * FROM t FOR SYSTEM_TIME AS OF TIMESTAMP '2026-01-01 00:00:00'",
        "SELECT AVG(a) AS MEASURE b FROM t",
        "SELECT a FROM (VALUES 1, 2) AS t (a) UNION ALL VALUES -1",
        "SELECT * FROM t MATCH_RECOGNIZE (MEASURES a AS b PATTERN (c) DEFINE c AS NOT a.d = 1)",
        "SELECT * FROM t UNPIVOT (a FOR b IN (c AS DATE '2026-01-01', d AS 'x'))",
        "SELECT a IS DISTINCT FROM b, a IS NOT NULL, a NOT BETWEEN -1 AND 2, a BETWEEN 1 AND 2 FROM t",
        "SELECT SUBSTRING(a FROM 1 FOR 2), TRIM(BOTH 'x' FROM a), POSITION('x' IN a) FROM t",
        "SELECT GROUPING(a) FROM t GROUP BY ROLLUP(a, b), CUBE(c), GROUPING SETS ((a), ())",
        "EXPLAIN PLAN AS JSON FOR SELECT 1",
        "EXPLAIN PLAN WITH TYPE FOR VALUES (1)",
        "EXPLAIN PLAN FOR UPDATE t SET a = 1",
        "INSERT INTO t (a) VALUES (1)",
        "DESCRIBE TABLE a",
      })
  void inWhatWordsBegin(String sql) {
    assertThat(Trees.assertSame(sql)).as("Calcite reads it").isTrue();
  }
}
