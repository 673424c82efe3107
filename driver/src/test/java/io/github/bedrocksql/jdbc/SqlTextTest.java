package io.github.bedrocksql.jdbc;

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
        ";DROP TABLE t"
      })
  void writesAreRefused(String sql) {
    assertThat(state(sql)).isEqualTo("25006");
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
