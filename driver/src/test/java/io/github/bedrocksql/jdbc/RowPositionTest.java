package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where a result set is, forward only. */
class RowPositionTest {
  private static final String TWO = "SELECT x FROM (VALUES 1, 2) AS t(x)";

  private Bench bench;
  private Statement statement;

  @BeforeEach
  void open() throws SQLException {
    bench = new Bench(Sandbox.builder().generatedJobs("us-east-1", 40).start(), "");
    statement = bench.connection().createStatement();
  }

  @AfterEach
  void close() throws SQLException {
    bench.close();
  }

  @Test
  void fromBeforeTheFirstToAfterTheLast() throws SQLException {
    ResultSet rows = statement.executeQuery(TWO);
    assertThat(where(rows)).isEqualTo("before 0");
    assertThat(rows.next()).isTrue();
    assertThat(where(rows)).isEqualTo("first 1");
    assertThat(rows.getInt(1)).isEqualTo(1);
    assertThat(rows.next()).isTrue();
    assertThat(where(rows)).isEqualTo("last 2");
    assertThat(rows.getInt(1)).isEqualTo(2);
    assertThat(rows.getString(1)).isEqualTo("2");
    assertThat(rows.next()).isFalse();
    assertThat(where(rows)).isEqualTo("after 0");
    assertThat(rows.next()).isFalse();
  }

  private static String where(ResultSet rows) throws SQLException {
    return (rows.isBeforeFirst() ? "before " : "")
        + (rows.isFirst() ? "first " : "")
        + (rows.isLast() ? "last " : "")
        + (rows.isAfterLast() ? "after " : "")
        + rows.getRow();
  }

  @Test
  void withoutRowsThereIsNoPlace() throws SQLException {
    ResultSet rows = statement.executeQuery(TWO + " WHERE x > 2");
    assertThat(where(rows)).isEqualTo("0");
    assertThat(rows.next()).isFalse();
    assertThat(where(rows)).isEqualTo("0");
  }

  @Test
  void lookingAheadKeepsTheRow() throws SQLException {
    ResultSet rows =
        statement.executeQuery(
            "SELECT job_name, creation_time FROM model_import_jobs ORDER BY job_name LIMIT 2");
    assertThat(rows.next()).isTrue();
    String name = rows.getString(1);
    Object time = rows.getObject(2);
    assertThat(rows.isLast()).isFalse();
    assertThat(rows.getString(1)).isEqualTo(name);
    assertThat(rows.getObject(2)).isEqualTo(time);
    assertThat(rows.getObject(2, java.time.Instant.class)).isNotNull();
    assertThat(rows.next()).isTrue();
    assertThat(rows.getString(1)).isNotEqualTo(name);
    assertThat(rows.isLast()).isTrue();
    assertThat(rows.next()).isFalse();
  }

  @Test
  void aValueNeedsARow() throws SQLException {
    ResultSet rows = statement.executeQuery(TWO);
    assertThat(state(() -> rows.getInt(1))).isEqualTo("24000");
    while (rows.next()) {
      assertThat(rows.getInt(1)).isPositive();
    }
    assertThat(state(() -> rows.getObject("x"))).isEqualTo("24000");
    assertThat(state(rows::previous)).isEqualTo("0A000");
    assertThat(state(() -> rows.absolute(1))).isEqualTo("0A000");
    assertThat(state(() -> rows.setFetchDirection(ResultSet.FETCH_REVERSE))).isEqualTo("22023");
    assertThat(rows.getFetchDirection()).isEqualTo(ResultSet.FETCH_FORWARD);
    assertThat(rows.getType()).isEqualTo(ResultSet.TYPE_FORWARD_ONLY);
    assertThat(rows.getConcurrency()).isEqualTo(ResultSet.CONCUR_READ_ONLY);
    assertThat(rows.getHoldability()).isEqualTo(ResultSet.HOLD_CURSORS_OVER_COMMIT);
    assertThat(rows.getMetaData().getColumnCount()).isEqualTo(1);
  }

  @Test
  void maxRows() throws SQLException {
    statement.setMaxRows(3);
    assertThat(count(statement.executeQuery("SELECT job_name FROM model_import_jobs")))
        .isEqualTo(3);
    statement.setLargeMaxRows(0);
    assertThat(count(statement.executeQuery("SELECT job_name FROM model_import_jobs")))
        .isEqualTo(40);
    PreparedStatement prepared =
        bench.connection().prepareStatement("SELECT job_name FROM model_import_jobs");
    prepared.setLargeMaxRows(5);
    assertThat(prepared.getMaxRows()).isEqualTo(5);
    assertThat(count(prepared.executeQuery())).isEqualTo(5);
    assertThat(prepared.execute()).isTrue();
    assertThat(count(prepared.getResultSet())).isEqualTo(5);
    prepared.setMaxRows(0);
    assertThat(count(prepared.executeQuery())).isEqualTo(40);
  }

  private static int count(ResultSet rows) throws SQLException {
    int count = 0;
    while (rows.next()) {
      count++;
    }
    return count;
  }

  private static String state(ThrowingCallable call) {
    return catchThrowableOfType(SQLException.class, call).getSQLState();
  }
}
