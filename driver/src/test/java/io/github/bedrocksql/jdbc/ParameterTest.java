package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bedrocksql.sandbox.Sandbox;
import java.math.BigDecimal;
import java.sql.JDBCType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A parameter takes any value that its type can hold, and refuses others when they are set. */
class ParameterTest {
  private static final String BEFORE =
      "SELECT COUNT(*) FROM model_import_jobs WHERE creation_time < ?";

  private static Bench bench;

  @BeforeAll
  static void start() throws SQLException {
    bench = new Bench(Sandbox.startWithSampleJobs(), "");
  }

  @AfterAll
  static void stop() throws SQLException {
    bench.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9999-01-01 00:00:00",
        "9999-01-01T00:00:00.123Z",
        "9999-01-01T00:00:00+02:00",
        "9999-01-01 00:00",
        "9999-01-01"
      })
  void textIsATimestamp(String text) throws SQLException {
    assertThat(bench.run(BEFORE, text).column()).containsExactly(18L);
    PreparedStatement statement = prepare(BEFORE);
    statement.setString(1, text);
    assertThat(first(statement)).isEqualTo(18L);
    statement.setObject(1, text, Types.TIMESTAMP);
    assertThat(first(statement)).isEqualTo(18L);
    statement.setObject(1, text, JDBCType.VARCHAR);
    assertThat(first(statement)).isEqualTo(18L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SMALLINT|12",
        "INTEGER|12",
        "BIGINT|12",
        "DECIMAL(9,1)|12.5",
        "DOUBLE|12.5",
        "VARCHAR|12.5"
      })
  void everyNumberAndItsText(String type, String value) throws SQLException {
    String sql =
        "SELECT CAST(x AS VARCHAR) FROM (VALUES CAST("
            + value
            + " AS "
            + type
            + ")) AS t(x) WHERE x = ?";
    try (PreparedStatement statement = prepare(sql)) {
      Object expected = first(bindText(statement, value));
      assertThat(expected).isNotNull();
      BigDecimal number = new BigDecimal(value);
      for (int sqlType : new int[] {Types.NUMERIC, Types.DOUBLE, Types.VARCHAR, Types.DECIMAL}) {
        statement.setObject(1, number, sqlType);
        assertThat(first(statement)).as("as %s", JDBCType.valueOf(sqlType)).isEqualTo(expected);
        statement.setObject(1, number, sqlType, 3);
        assertThat(first(statement)).isEqualTo(expected);
      }
    }
  }

  private static PreparedStatement bindText(PreparedStatement statement, String value)
      throws SQLException {
    statement.setString(1, value);
    return statement;
  }

  @ParameterizedTest
  @CsvSource({"1.5, 22003", "3000000000, 22003", "x, 22018"})
  void aWholeNumberIsNotCut(String value, String state) throws SQLException {
    PreparedStatement statement = prepare("SELECT x FROM (VALUES 1, 2) AS t(x) WHERE x < ?");
    assertThat(state(() -> statement.setString(1, value))).isEqualTo(state);
    statement.setDouble(1, 2);
    assertThat(first(statement)).isEqualTo(1);
    statement.setLong(1, -1);
    assertThat(first(statement)).isNull();
  }

  @Test
  void booleans() throws SQLException {
    String sql = "SELECT x FROM (VALUES TRUE, FALSE) AS t(x) WHERE x = ?";
    for (Object value : new Object[] {true, "true", 1, "T"}) {
      assertThat(bench.run(sql, value).column()).as("%s", value).containsExactly(true);
    }
  }

  @Test
  void nullIsAValueAndNothingIsNone() throws SQLException {
    PreparedStatement statement = prepare(BEFORE);
    assertThat(state(statement::executeQuery)).isEqualTo("07001");
    statement.setNull(1, Types.TIMESTAMP);
    assertThat(first(statement)).isEqualTo(0L);
    statement.setNull(1, Types.TIMESTAMP, "TIMESTAMP");
    assertThat(first(statement)).isEqualTo(0L);
    statement.setObject(1, null, Types.TIMESTAMP);
    assertThat(first(statement)).isEqualTo(0L);
    statement.clearParameters();
    assertThat(state(statement::execute)).isEqualTo("07001");
    assertThat((Throwable) catchThrowableOfType(SQLException.class, statement::executeQuery))
        .hasMessage("No value is set for parameter 1");
  }

  @Test
  void whatDoesNotFitIsRefused() throws SQLException {
    PreparedStatement times = prepare(BEFORE);
    assertThat(state(() -> times.setString(1, "yesterday"))).isEqualTo("22007");
    assertThat(state(() -> times.setObject(1, 5))).isEqualTo("22018");
    assertThat(state(() -> times.setInt(2, 5))).isEqualTo("22023");
    assertThat(state(() -> times.setInt(0, 5))).isEqualTo("22023");
    PreparedStatement limit = prepare("SELECT job_name FROM model_import_jobs LIMIT ?");
    assertThat(state(() -> limit.setString(1, "ten"))).isEqualTo("22018");
    limit.setString(1, "1");
    assertThat(first(limit)).isNotNull();
  }

  private static PreparedStatement prepare(String sql) throws SQLException {
    return bench.connection().prepareStatement(sql);
  }

  private static Object first(PreparedStatement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      return rows.next() ? rows.getObject(1) : null;
    }
  }

  private static String state(ThrowingCallable call) {
    return catchThrowableOfType(SQLException.class, call).getSQLState();
  }
}
