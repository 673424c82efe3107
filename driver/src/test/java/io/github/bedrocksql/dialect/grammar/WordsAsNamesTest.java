package io.github.bedrocksql.dialect.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import io.github.bedrocksql.taste.Tasted;
import java.util.List;
import java.util.stream.Stream;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every word of the grammar, in every place where PostgreSQL 15 takes it as a name. */
class WordsAsNamesTest {
  /** PostgreSQL's reserved words, and those that it takes for functions and types only. */
  private static final ImmutableSet<String> RESERVED =
      words(
          """
          ALL ANALYSE ANALYZE AND ANY ARRAY AS ASC ASYMMETRIC AUTHORIZATION BINARY BOTH CASE CAST
          CHECK COLLATE COLLATION COLUMN CONCURRENTLY CONSTRAINT CREATE CROSS CURRENT_CATALOG
          CURRENT_DATE CURRENT_ROLE CURRENT_SCHEMA CURRENT_TIME CURRENT_TIMESTAMP CURRENT_USER
          DEFAULT DEFERRABLE DESC DISTINCT DO ELSE END EXCEPT FALSE FETCH FOR FOREIGN FREEZE FROM
          FULL GRANT GROUP HAVING ILIKE IN INITIALLY INNER INTERSECT INTO IS ISNULL JOIN LATERAL
          LEADING LEFT LIKE LIMIT LOCALTIME LOCALTIMESTAMP NATURAL NOT NOTNULL NULL OFFSET ON ONLY
          OR ORDER OUTER OVERLAPS PLACING PRIMARY REFERENCES RETURNING RIGHT SELECT SESSION_USER
          SIMILAR SOME SYMMETRIC TABLE TABLESAMPLE THEN TO TRAILING TRUE UNION UNIQUE USER USING
          VARIADIC VERBOSE WHEN WHERE WINDOW WITH
          """);

  /** Words that PostgreSQL takes as labels after AS only. */
  private static final ImmutableSet<String> AFTER_AS =
      words(
          """
          ARRAY AS CHAR CHARACTER CREATE DAY EXCEPT FETCH FILTER FOR FROM GRANT GROUP HAVING HOUR
          INTERSECT INTO ISNULL LIMIT MINUTE MONTH NOTNULL OFFSET ON ORDER OVER OVERLAPS PRECISION
          RETURNING SECOND TO UNION VARYING WHERE WINDOW WITH WITHIN WITHOUT YEAR
          """);

  private static final ImmutableSet<String> ALL =
      SqlParser.create("", SqlParser.config().withParserFactory(DialectGrammar.FACTORY))
          .getMetadata()
          .getTokens()
          .stream()
          .filter(token -> token.matches("[A-Z][A-Z_0-9]*"))
          .collect(ImmutableSet.toImmutableSet());

  private static ImmutableSet<String> words(String text) {
    return ImmutableSet.copyOf(Splitter.on(' ').split(text.strip().replace('\n', ' ')));
  }

  /** Returns the words that are refused in the place of the {@code #}. */
  private static List<String> refused(String template, Stream<String> words) {
    return words.filter(word -> !Trees.isRead(template.replace("#", word))).sorted().toList();
  }

  @Test
  void theGrammarKnowsAllWords() {
    assertThat(ALL).hasSizeGreaterThan(700).contains("DATE", "ROWS", "COUNT", "SELECT", "ZONE");
  }

  @Tasted
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1 AS #",
        "SELECT COUNT(*) AS #, 2 AS b FROM t",
        "SELECT a FROM (SELECT 1 AS #) AS t",
        "SELECT t.#, t.# AS a FROM t WHERE t.# > 1 ORDER BY t.#",
        "SELECT MAX(t.#) + t.# FROM t GROUP BY t.#",
        "SELECT 1 AS # UNION SELECT 2 AS #",
      })
  void afterAsAndAfterADot(String template) {
    assertThat(refused(template, ALL.stream())).isEmpty();
  }

  @Tasted
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT t.a # FROM t",
        "SELECT COUNT(*) #, 1 b FROM t",
        "SELECT 'x' a, 1 #, 2 b FROM t",
      })
  void asALabelWithoutAs(String template) {
    assertThat(refused(template, ALL.stream().filter(word -> !AFTER_AS.contains(word)))).isEmpty();
  }

  @Tasted
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT # FROM t",
        "SELECT a, #, b FROM t",
        "SELECT #, # FROM t",
        "SELECT a FROM t WHERE # > 1 AND # IS NOT NULL AND 1 = # OR # IN (1) AND # = #",
        "SELECT a FROM t WHERE # BETWEEN 1 AND 2 AND (# = 1)",
        "SELECT a FROM t GROUP BY # HAVING MAX(#) > 1 ORDER BY #",
        "SELECT a FROM t ORDER BY b, # DESC, # LIMIT 1",
        "SELECT SUM(#), COUNT(DISTINCT #), COALESCE(#, 1), CAST(# AS INTEGER) FROM t",
        "SELECT # || 'a', # / 2, 1 + #, -#, # AS b, # AS # FROM t",
        "SELECT CASE WHEN # = 1 THEN # ELSE # END, EXTRACT(YEAR FROM #) FROM t",
        "SELECT RANK() OVER (PARTITION BY # ORDER BY #) FROM t",
        "SELECT * FROM (SELECT COUNT(*) AS # FROM t) AS q WHERE # > 1 ORDER BY #",
        "SELECT #.a FROM t AS # (a, b) WHERE #.a = 1",
        "SELECT a FROM (VALUES (1, 2)) AS t (#, b)",
        "WITH # AS (SELECT 1 AS a) SELECT * FROM #",
        "WITH a AS (SELECT 1), # (b) AS (SELECT 2) SELECT * FROM a, #",
        "WITH a (#, b) AS (SELECT 1, 2) SELECT # FROM a",
        "SELECT SUM(a) OVER # FROM t WINDOW # AS (PARTITION BY b)",
        "SELECT * FROM t JOIN s USING (#)",
      })
  void asTheNameOfAColumnOrATable(String template) {
    assertThat(refused(template, ALL.stream().filter(word -> !RESERVED.contains(word))))
        // WITH RECURSIVE is the other thing.
        .isSubsetOf("RECURSIVE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SELECT * FROM t #", "SELECT * FROM t # JOIN s ON #.a = s.b"})
  void asAnAliasWithoutAs(String template) {
    assertThat(refused(template, ALL.stream().filter(word -> !RESERVED.contains(word))))
        // Calcite has joins and operators of these after a table.
        .containsExactly("ASOF", "BETWEEN", "MULTISET", "WITHIN");
  }

  /** Calcite's own forms begin with these, and PostgreSQL's arithmetic can't be told from them. */
  @Test
  void beforeAnOperatorThatMayBeASign() {
    assertThat(
            refused(
                "SELECT # - 1, # + 1, # * 2 FROM t",
                ALL.stream().filter(word -> !RESERVED.contains(word))))
        .containsExactly(
            "BETWEEN", "CURRENT", "INTERVAL", "MEASURE", "NEW", "NEXT", "STREAM", "VALUES");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT date FROM t | SELECT `date` FROM `t`",
        "SELECT DATE '2026-01-01' date FROM t | SELECT DATE '2026-01-01' AS `date` FROM `t`",
        "SELECT CASE WHEN a THEN b END end FROM t"
            + " | SELECT CASE WHEN `a` THEN `b` ELSE NULL END AS `end` FROM `t`",
        "SELECT CASE end WHEN 1 THEN 2 END | ",
        "SELECT x.\"rows\", \"user\" FROM x | SELECT `x`.`rows`, `user` FROM `x`",
        "SELECT user FROM t | SELECT USER FROM `t`",
        "SELECT CAST(date AS DATE) AS date FROM t"
            + " | SELECT CAST(`date` AS DATE) AS `date` FROM `t`",
        "SELECT CAST((SELECT 1 AS date) AS VARCHAR) AS time"
            + " | SELECT CAST((SELECT 1 AS `date`) AS VARCHAR) AS `time`",
        "SELECT row, (row, rows) FROM t ORDER BY rows"
            + " | SELECT `row`, ROW(`row`, `rows`) FROM `t` ORDER BY `rows`",
        "SELECT 1 AS select, 2 AS from FROM t | SELECT 1 AS `select`, 2 AS `from` FROM `t`",
      })
  void theTreeHasTheName(String sql, String tree) throws SqlParseException {
    if (tree == null) {
      assertThat(Trees.isRead(sql)).isFalse();
    } else {
      assertThat(Trees.ours(sql).toString().replaceAll("\\s+", " ")).isEqualTo(tree);
    }
  }
}
