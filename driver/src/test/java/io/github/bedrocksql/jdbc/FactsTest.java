package io.github.bedrocksql.jdbc;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.github.bedrocksql.dialect.grammar.DialectGrammar;
import io.github.bedrocksql.dialect.grammar.Trees;
import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.calcite.sql.parser.SqlParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the metadata says in one word is what happens when it is tried. */
class FactsTest {
  private static final String TIME = "TIMESTAMP '2024-02-29 12:34:56'";

  /** A value of each type that CONVERT knows by its name in {@link java.sql.Types}. */
  private static final ImmutableMap<String, String> VALUES =
      ImmutableMap.<String, String>builder()
          .put("TINYINT", "CAST(1 AS TINYINT)")
          .put("SMALLINT", "CAST(1 AS SMALLINT)")
          .put("INTEGER", "1")
          .put("BIGINT", "CAST(1 AS BIGINT)")
          .put("DECIMAL", "1.5")
          .put("REAL", "CAST(1 AS REAL)")
          .put("FLOAT", "CAST(1 AS FLOAT)")
          .put("DOUBLE", "1.5E0")
          .put("CHAR", "CAST(NULL AS CHAR(3))")
          .put("VARCHAR", "CAST(NULL AS VARCHAR)")
          .put("BINARY", "X'01'")
          .put("VARBINARY", "CAST(X'01' AS VARBINARY(2))")
          .put("BOOLEAN", "TRUE")
          .put("DATE", "DATE '2024-02-29'")
          .put("TIME", "TIME '12:34:56'")
          .put("TIMESTAMP", TIME)
          .buildOrThrow();

  /** Of the words that SQL:2003 reserves, those that are reserved here, too. */
  private static final ImmutableSet<String> SQL_2003 =
      ImmutableSet.copyOf(
          """
          ALL AND ANY ARRAY AS ASYMMETRIC AUTHORIZATION BETWEEN BINARY BOTH CASE CAST CHECK COLLATE
          COLUMN CONSTRAINT CREATE CROSS CURRENT CURRENT_DATE CURRENT_ROLE CURRENT_TIME
          CURRENT_TIMESTAMP CURRENT_USER DEFAULT DISTINCT ELSE END EXCEPT FALSE FETCH FOR FOREIGN
          FROM FULL GRANT GROUP HAVING IN INNER INTERSECT INTERVAL INTO IS JOIN LATERAL LEADING LEFT
          LIKE LOCALTIME LOCALTIMESTAMP MULTISET NATURAL NEW NOT NULL ON ONLY OR ORDER OUTER OVERLAPS
          PRIMARY REFERENCES RIGHT SELECT SESSION_USER SIMILAR SOME SYMMETRIC TABLE TABLESAMPLE THEN
          TO TRAILING TRUE UNION UNIQUE USER USING VALUES WHEN WHERE WINDOW WITH WITHIN
          """
              .strip()
              .split("\\s+"));

  private static Bench bench;
  private static DatabaseMetaData metaData;

  @BeforeAll
  static void start() throws SQLException {
    bench = new Bench(Sandbox.startWithSampleJobs(), "");
    metaData = bench.connection().getMetaData();
  }

  @AfterAll
  static void stop() throws SQLException {
    bench.close();
  }

  private static List<String> read(String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Statement statement = bench.connection().createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }

  /** The state of the failure; empty if there is none. */
  private static String failure(String sql) {
    try {
      read(sql);
      return "";
    } catch (SQLException e) {
      return e.getSQLState();
    }
  }

  private static boolean says(String method) throws ReflectiveOperationException {
    return (boolean) DatabaseMetaData.class.getMethod(method).invoke(metaData);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          supportsColumnAliasing | SELECT operation AS s FROM api_calls
          supportsConvert | SELECT {fn CONVERT('1', SQL_INTEGER)}
          supportsTableCorrelationNames | SELECT x.region FROM api_calls AS x
          supportsExpressionsInOrderBy | SELECT operation FROM api_calls ORDER BY UPPER(operation)
          supportsOrderByUnrelated | SELECT operation FROM api_calls ORDER BY region
          supportsGroupBy | SELECT operation, COUNT(*) FROM api_calls GROUP BY operation
          supportsGroupByUnrelated | SELECT COUNT(*) FROM api_calls GROUP BY operation
          supportsGroupByBeyondSelect | SELECT operation, COUNT(*) FROM api_calls GROUP BY operation, region
          supportsLikeEscapeClause | SELECT operation FROM api_calls WHERE region LIKE 'a!_%' ESCAPE '!'
          supportsOuterJoins | SELECT 1 FROM api_calls AS x LEFT JOIN api_calls AS y ON x.region = y.operation
          supportsLimitedOuterJoins | SELECT 1 FROM api_calls AS x RIGHT JOIN api_calls AS y ON x.region = y.region
          supportsFullOuterJoins | SELECT 1 FROM api_calls AS x FULL JOIN api_calls AS y ON x.region = y.region
          supportsSubqueriesInComparisons | SELECT 1 FROM api_calls WHERE region = (SELECT MAX(region) FROM api_calls)
          supportsSubqueriesInExists | SELECT 1 FROM api_calls WHERE EXISTS (SELECT 1 FROM api_calls)
          supportsSubqueriesInIns | SELECT 1 FROM api_calls WHERE region IN (SELECT operation FROM api_calls)
          supportsSubqueriesInQuantifieds | SELECT 1 FROM api_calls WHERE region > ALL (SELECT operation FROM api_calls)
          supportsCorrelatedSubqueries | SELECT (SELECT MAX(y.region) FROM api_calls AS y WHERE y.operation = x.operation) FROM api_calls AS x
          supportsUnion | SELECT region FROM api_calls UNION SELECT operation FROM api_calls
          supportsUnionAll | SELECT region FROM api_calls UNION ALL SELECT operation FROM api_calls
          supportsSchemasInDataManipulation | SELECT call_number FROM bedrock.api_calls
          supportsCatalogsInDataManipulation | SELECT call_number FROM main.bedrock.api_calls
          supportsSelectForUpdate | SELECT call_number FROM api_calls FOR UPDATE
          supportsPositionedUpdate | UPDATE api_calls SET region = 'x' WHERE CURRENT OF c
          supportsPositionedDelete | DELETE FROM api_calls WHERE CURRENT OF c
          supportsAlterTableWithAddColumn | ALTER TABLE api_calls ADD COLUMN x INTEGER
          supportsAlterTableWithDropColumn | ALTER TABLE api_calls DROP COLUMN region
          supportsStoredProcedures | {call size()}
          supportsStoredFunctionsUsingCallSyntax | {? = call size()}
          supportsMinimumSQLGrammar | CREATE TABLE t (x INTEGER)
          supportsCoreSQLGrammar | CREATE VIEW v AS SELECT 1
          supportsANSI92EntryLevelSQL | INSERT INTO api_calls VALUES (1)
          supportsIntegrityEnhancementFacility | CREATE TABLE t (x INTEGER PRIMARY KEY)
          supportsSchemasInIndexDefinitions | CREATE INDEX i ON bedrock.api_calls (region)
          supportsSchemasInPrivilegeDefinitions | GRANT SELECT ON bedrock.api_calls TO PUBLIC
          supportsNamedParameters | SELECT :x
          allTablesAreSelectable | SELECT * FROM model_import_jobs
          """)
  void statementsRunWhereTheyAreSaidTo(String method, String sql)
      throws ReflectiveOperationException {
    assertThat(failure(sql).isEmpty()).as(sql).isEqualTo(says(method));
  }

  @Test
  void nullsAreTheHighestValues() throws SQLException {
    String order = "SELECT x FROM (VALUES (1), (CAST(NULL AS INTEGER)), (2)) AS t(x) ORDER BY x";
    boolean lastWhenAscending = read(order).get(2) == null;
    boolean lastWhenDescending = read(order + " DESC").get(2) == null;
    assertThat(metaData.nullsAreSortedHigh()).isEqualTo(lastWhenAscending && !lastWhenDescending);
    assertThat(metaData.nullsAreSortedLow()).isEqualTo(!lastWhenAscending && lastWhenDescending);
    assertThat(metaData.nullsAreSortedAtEnd()).isEqualTo(lastWhenAscending && lastWhenDescending);
    assertThat(metaData.nullsAreSortedAtStart())
        .isEqualTo(!lastWhenAscending && !lastWhenDescending);
    assertThat(read("SELECT 'a' || CAST(NULL AS VARCHAR)").get(0) == null)
        .isEqualTo(metaData.nullPlusNonNullIsNull());
  }

  @Test
  void namesMatchInAnyCase() throws SQLException {
    assertThat(failure("SELECT Call_Number FROM BEDROCK.Api_Calls")).isEmpty();
    assertThat(failure("SELECT \"Call_Number\" FROM \"BEDROCK\".\"Api_Calls\"")).isEmpty();
    assertThat(metaData.supportsMixedCaseIdentifiers()).isFalse();
    assertThat(metaData.supportsMixedCaseQuotedIdentifiers()).isFalse();
    try (ResultSet columns = metaData.getColumns(null, null, "%", "%")) {
      while (columns.next()) {
        assertThat(columns.getString("TABLE_NAME") + columns.getString("COLUMN_NAME"))
            .isLowerCase();
      }
    }
    assertThat(metaData.storesLowerCaseIdentifiers()).isTrue();
    assertThat(metaData.storesLowerCaseQuotedIdentifiers()).isTrue();
    assertThat(metaData.supportsDifferentTableCorrelationNames())
        .isEqualTo(!failure("SELECT api_calls.region FROM api_calls AS api_calls").isEmpty());
  }

  @Test
  void namesAreAsLongAsTheyMayBe() throws SQLException {
    int longest = metaData.getMaxColumnNameLength();
    assertThat(failure("SELECT 1 AS " + "x".repeat(longest))).isEmpty();
    assertThat(failure("SELECT 1 AS " + "x".repeat(longest + 1))).isNotEmpty();
    assertThat(metaData.getMaxTableNameLength()).isEqualTo(longest);
    assertThat(metaData.getMaxSchemaNameLength()).isEqualTo(longest);
    for (String extra : Splitter.fixedLength(1).split(metaData.getExtraNameCharacters())) {
      assertThat(read("SELECT a" + extra + "b FROM (VALUES ('x')) AS t(a" + extra + "b)"))
          .containsExactly("x");
    }
    String quote = metaData.getIdentifierQuoteString();
    assertThat(failure("SELECT 1 AS " + quote + "a b" + quote)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"#", "@", "!", "-", "~", "^"})
  void otherCharactersNeedQuotes(String character) {
    assertThat(failure("SELECT 1 AS a" + character + "b")).isNotEmpty();
  }

  private static boolean needsQuotes(String word) {
    return Stream.of(
            "SELECT # FROM (VALUES (1)) AS x (#)",
            "SELECT # + 1, # * 2 FROM (VALUES (1)) AS x (#)",
            "SELECT x FROM (VALUES (1)) AS # (x)",
            "SELECT x FROM (SELECT 1 AS x) #")
        .anyMatch(sql -> !Trees.isRead(sql.replace("#", word)));
  }

  @Test
  void keywordsAreThoseThatNeedQuotes() throws SQLException {
    List<String> reserved =
        SqlParser.create("", SqlParser.config().withParserFactory(DialectGrammar.FACTORY))
            .getMetadata()
            .getTokens()
            .stream()
            .filter(token -> token.matches("[A-Z][A-Z_0-9]*"))
            .filter(FactsTest::needsQuotes)
            .filter(word -> !SQL_2003.contains(word))
            .toList();
    assertThat(metaData.getSQLKeywords().split(",")).containsExactlyElementsOf(reserved);
    for (String word : reserved) {
      assertThat(failure("SELECT \"" + word + "\" FROM (SELECT 1 AS \"" + word + "\")")).isEmpty();
    }
  }

  @Tag("long")
  @Test
  void conversionsAreThoseThatRun() throws SQLException, ReflectiveOperationException {
    for (String from : VALUES.keySet()) {
      for (String to : VALUES.keySet()) {
        String sql = "SELECT {fn CONVERT(" + VALUES.get(from) + ", SQL_" + to + ")}";
        String state = failure(sql);
        assertThat(metaData.supportsConvert(type(from), type(to)))
            .as(sql)
            // Out of range: a value can't, the type can.
            .isEqualTo(state.isEmpty() || state.equals("22003"));
      }
    }
    assertThat(metaData.supportsConvert(Types.OTHER, Types.VARCHAR)).isFalse();
  }

  private static int type(String name) throws ReflectiveOperationException {
    return Types.class.getField(name).getInt(null);
  }

  /** Every function of JDBC's appendix, and those that Calcite's {@code {fn ...}} has beyond it. */
  @Test
  void functionsInBracesAreThoseThatRun() throws SQLException {
    String calls =
        """
        ABS(-1);ACOS(0.5);ASIN(0.5);ATAN(0.5);ATAN2(0.5, 1);CBRT(8);CEILING(1.5);COS(0.5);COT(0.5);
        DEGREES(1.5);EXP(1);FLOOR(1.5);LOG(2.0);LOG10(10);MOD(7, 3);PI();POWER(2, 3);RADIANS(180);
        RAND(1);ROUND(1.25, 1);SIGN(-2);SIN(0.5);SQRT(4);TAN(0.5);TRUNCATE(1.25, 1);
        ASCII('a');CHAR(65);CHAR_LENGTH('a');CHARACTER_LENGTH('a');CONCAT('a', 'b');
        DIFFERENCE('abc', 'abd');INSERT('abcdef', 2, 3, 'xy');LCASE('AB');LEFT('abc', 2);
        LENGTH('abc');LOCATE('b', 'abc');LTRIM(' a');OCTET_LENGTH('a');POSITION('b' IN 'abc');
        REPEAT('ab', 2);REPLACE('abc', 'b', 'x');REVERSE('abc');RIGHT('abc', 2);RTRIM('a ');
        SOUNDEX('abc');SPACE(3);SUBSTRING('abc', 2, 1);UCASE('ab');
        CONVERT_TIMEZONE('UTC', 'Europe/Berlin', $);CURDATE();CURRENT_DATE();CURRENT_TIME();
        CURRENT_TIMESTAMP();CURTIME();DAYNAME($);DAYOFMONTH($);DAYOFWEEK($);DAYOFYEAR($);
        EXTRACT(YEAR FROM $);HOUR($);MINUTE($);MONTH($);MONTHNAME($);NOW();QUARTER($);SECOND($);
        TIMESTAMPADD(SQL_TSI_DAY, 1, $);TIMESTAMPDIFF(SQL_TSI_DAY, $, $);TO_CHAR($, 'YYYY');
        TO_DATE('2024-02-29', 'YYYY-MM-DD');TO_TIMESTAMP('2024', 'YYYY');WEEK($);YEAR($);
        CONVERT('1', SQL_INTEGER);DATABASE();IFNULL(NULL, 1);USER()
        """;
    Set<String> running =
        Splitter.on(';')
            .trimResults()
            .splitToStream(calls)
            .filter(call -> failure("SELECT {fn " + call.replace("$", TIME) + "}").isEmpty())
            .map(call -> call.substring(0, call.indexOf('(')))
            .collect(toCollection(TreeSet::new));
    String said =
        String.join(
            ",",
            metaData.getNumericFunctions(),
            metaData.getStringFunctions(),
            metaData.getTimeDateFunctions(),
            metaData.getSystemFunctions());
    assertThat(new TreeSet<>(Splitter.on(',').splitToList(said))).isEqualTo(running);
  }

  /** The remark of a function is a call of it. */
  @Tag("long")
  @Test
  void functionsRun() throws SQLException {
    try (ResultSet functions = metaData.getFunctions(null, null, "%")) {
      while (functions.next()) {
        String call = functions.getString("REMARKS").substring("Such as ".length());
        assertThat(call).startsWith(functions.getString("FUNCTION_NAME"));
        String sql = "SELECT " + call + " FROM (VALUES ('Failed', 7)) AS jobs(status, duration)";
        assertThat(failure(sql)).as(sql).isEmpty();
      }
    }
  }

  @Test
  void whatIsOpenStaysOpenAcrossCommitAndRollback() throws SQLException {
    Connection connection = bench.connection();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("VALUES (1), (2), (3)")) {
      connection.setAutoCommit(false);
      assertThat(rows.next()).isTrue();
      connection.commit();
      assertThat(rows.next()).isEqualTo(metaData.supportsOpenCursorsAcrossCommit());
      connection.rollback();
      assertThat(rows.next()).isEqualTo(metaData.supportsOpenCursorsAcrossRollback());
      assertThat(!statement.isClosed())
          .isEqualTo(metaData.supportsOpenStatementsAcrossCommit())
          .isEqualTo(metaData.supportsOpenStatementsAcrossRollback());
    } finally {
      connection.setAutoCommit(true);
    }
    assertThat(metaData.getResultSetHoldability()).isEqualTo(connection.getHoldability());
    assertThat(metaData.supportsResultSetHoldability(connection.getHoldability())).isTrue();
    assertThat(metaData.getDefaultTransactionIsolation())
        .isEqualTo(connection.getTransactionIsolation());
  }

  @Test
  void resultsAreReadForwardOnly() throws SQLException {
    try (Statement statement = bench.connection().createStatement()) {
      assertThat(metaData.supportsResultSetType(statement.getResultSetType())).isTrue();
      assertThat(
              metaData.supportsResultSetConcurrency(
                  statement.getResultSetType(), statement.getResultSetConcurrency()))
          .isTrue();
      assertThat(metaData.supportsResultSetType(ResultSet.TYPE_SCROLL_INSENSITIVE)).isFalse();
      assertThat(
              metaData.supportsResultSetConcurrency(
                  ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_UPDATABLE))
          .isFalse();
    }
  }

  @Test
  void whatIsNotSupportedIsRefused() throws SQLException {
    assertThat(metaData.supportsSavepoints()).isFalse();
    assertThatThrownBy(() -> bench.connection().setSavepoint()).isInstanceOf(SQLException.class);
    assertThat(metaData.supportsBatchUpdates()).isFalse();
    try (Statement statement = bench.connection().createStatement()) {
      statement.addBatch("DELETE FROM api_calls");
      assertThatThrownBy(statement::executeBatch).isInstanceOf(SQLException.class);
    }
    assertThat(metaData.supportsTransactionIsolationLevel(Connection.TRANSACTION_NONE)).isTrue();
    assertThat(metaData.supportsTransactionIsolationLevel(Connection.TRANSACTION_SERIALIZABLE))
        .isFalse();
  }
}
