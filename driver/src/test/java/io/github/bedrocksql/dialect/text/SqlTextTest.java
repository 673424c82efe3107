package io.github.bedrocksql.dialect.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT 1 | SELECT 1",
        "SELECT 1; | SELECT 1",
        "SELECT 1 ; -- done; | SELECT 1",
        "SELECT 1;; | SELECT 1",
        "SELECT 1 ; ; // ; | SELECT 1",
        "SELECT 1 // ; | SELECT 1 // ;",
        "SELECT ';' | SELECT ';'",
        "SELECT 'it''s;' | SELECT 'it''s;'",
        "SELECT 1 /* ; */ | SELECT 1 /* ; */",
        "SELECT 1 AS \";\" | SELECT 1 AS \";\"",
      })
  void semicolonAtTheEndGoes(String sql, String query) throws SQLException {
    assertThat(SqlText.query(sql).strip()).isEqualTo(query);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into t values (1)",
        "/* a */ -- b\nDROP TABLE t",
        " TRUNCATE t",
        "// a\r DROP TABLE t",
        ";DROP TABLE t",
        "/* a */ -- b\n( (DELETE FROM t))",
        "WITH x(a) AS (SELECT (1)), y AS (SELECT 2) DELETE FROM t",
        "WITH x AS (SELECT 1) INSERT INTO t SELECT * FROM x",
        "EXPLAIN PLAN WITH TYPE FOR UPDATE t SET a = 1",
        "replace into t values (1)"
      })
  void writesAreRefused(String sql) {
    assertThat(state(sql)).isEqualTo("25006");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EXPLAIN PLAN FOR SELECT REPLACE(a, 'b', 'c') FROM t",
        "SELECT comment FROM t",
        "WITH update_time AS (SELECT 1) SELECT * FROM update_time",
        "WITH t(comment) AS (VALUES 1) SELECT comment FROM t",
        "SELECT '{fn now()}' /* {fn now()} */ -- {fn now()}",
        "SELECT {fn UCASE('a')}, {d '2026-01-01'}"
      })
  void otherTextStaysAsItIs(String sql) throws SQLException {
    assertThat(SqlText.query(sql)).isEqualTo(sql);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT {fn ucase(a)} | SELECT {fn UCASE(a)}",
        "SELECT {fn now()}, 1 | SELECT     now() , 1",
        "SELECT {FN CURRENT_DATE()} + 1 | SELECT     CURRENT_DATE    + 1",
        "a LIKE 'b' {escape '!'} | a LIKE 'b'  escape '!'",
        "FROM {oj a LEFT OUTER JOIN b ON {fn nothing(c)}} | FROM     a LEFT OUTER JOIN b ON     nothing(c)",
        "SELECT 1 FETCH FIRST ROW ONLY -- FETCH FIRST ROW ONLY"
            + " | SELECT 1 LIMIT 1              -- FETCH FIRST ROW ONLY",
        "SELECT 1 FETCH NEXT ROWS ONLY | SELECT 1 LIMIT 1",
        "SELECT 1 { limit 5 offset 1 } | SELECT 1   limit 5 offset 1",
      })
  void escapesBecomeBlanks(String sql, String query) throws SQLException {
    assertThat(SqlText.query(sql).stripTrailing()).isEqualTo(query);
    assertThat(SqlText.query(sql)).hasSameSizeAs(sql);
  }

  @Test
  void nothingIsAnError() {
    assertThat(state(null)).isEqualTo("42000");
    assertThat(state(" -- only a comment")).isEqualTo("42000");
    assertThat(state("")).isEqualTo("42000");
  }

  private static String state(String sql) {
    return catchThrowableOfType(SQLException.class, () -> SqlText.query(sql)).getSQLState();
  }
}
