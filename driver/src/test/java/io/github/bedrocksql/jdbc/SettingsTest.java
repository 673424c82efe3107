package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.calcite.avatica.AvaticaStatement;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a connection and a statement are told, and what they make of it. */
class SettingsTest {
  private static final String ONE = "SELECT job_name FROM model_import_jobs LIMIT 1";

  private Bench bench;
  private Connection connection;
  private Statement statement;

  @BeforeEach
  void open() throws SQLException {
    bench = new Bench(Sandbox.startWithSampleJobs(), "");
    connection = bench.connection();
    statement = connection.createStatement();
  }

  @AfterEach
  void close() throws SQLException {
    bench.close();
  }

  @Test
  void validity() throws SQLException {
    assertThat(connection.isValid(0)).isTrue();
    assertThat(state(() -> connection.isValid(-1))).isEqualTo("22023");
    connection.close();
    assertThat(connection.isValid(1)).isFalse();
    assertThat(bench.requests()).isEmpty();
  }

  @Test
  void schemaAndCatalog() throws SQLException {
    connection.setSchema("BEDROCK");
    connection.setSchema(null);
    connection.setSchema("");
    assertThat(connection.getSchema()).isEqualTo("bedrock");
    assertThat(state(() -> connection.setSchema("nothing"))).isEqualTo("3F000");
    connection.setCatalog("anything");
    assertThat(connection.getCatalog()).isNull();
    assertThat(statement.executeQuery(ONE).next()).isTrue();
  }

  @Test
  void clientInfo() throws SQLException {
    assertThat(connection.getClientInfo("ApplicationName")).isNull();
    connection.setClientInfo("ApplicationName", "a tool");
    assertThat(connection.getClientInfo("ApplicationName")).isEqualTo("a tool");
    Properties info = new Properties();
    info.setProperty("ClientUser", "me");
    connection.setClientInfo(info);
    assertThat(connection.getClientInfo()).isEqualTo(info);
    connection.setClientInfo("ClientUser", null);
    assertThat(connection.getClientInfo()).isEmpty();
    connection.close();
    assertThat(
            (Throwable)
                catchThrowableOfType(
                    SQLClientInfoException.class, () -> connection.setClientInfo("a", "b")))
        .isNotNull();
  }

  @Test
  void networkTimeoutAndTypeMap() throws SQLException {
    assertThat(connection.getNetworkTimeout()).isZero();
    connection.setNetworkTimeout(Runnable::run, 5000);
    assertThat(connection.getNetworkTimeout()).isEqualTo(5000);
    assertThat(state(() -> connection.setNetworkTimeout(Runnable::run, -1))).isEqualTo("22023");
    connection.setTypeMap(Map.of("t", String.class));
    assertThat(connection.getTypeMap()).containsEntry("t", String.class);
  }

  @Test
  void abort() throws SQLException {
    assertThat(state(() -> connection.abort(null))).isEqualTo("22023");
    ResultSet rows = statement.executeQuery(ONE);
    connection.abort(Runnable::run);
    connection.abort(Runnable::run);
    assertThat(connection.isClosed()).isTrue();
    assertThat(state(rows::next)).isEqualTo("HY010");
  }

  @Test
  void nativeSql() throws SQLException {
    assertThat(connection.nativeSQL("SELECT 1;")).isEqualTo("SELECT 1");
    assertThat(state(() -> connection.nativeSQL("DROP TABLE t"))).isEqualTo("25006");
  }

  @Test
  void resultSetsOfAnotherKindAreWarnedOf() throws SQLException {
    assertThat((Throwable) connection.getWarnings()).isNull();
    Statement scrolling =
        connection.createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_UPDATABLE);
    assertThat(scrolling.getResultSetType()).isEqualTo(ResultSet.TYPE_FORWARD_ONLY);
    assertThat(scrolling.getResultSetConcurrency()).isEqualTo(ResultSet.CONCUR_READ_ONLY);
    SQLWarning warning = connection.getWarnings();
    assertThat((Throwable) warning).hasMessage("Result sets are forward only");
    assertThat((Throwable) warning.getNextWarning()).hasMessage("Result sets are read only");
    assertThat(warning.getSQLState()).isEqualTo("01S02");
    connection.clearWarnings();
    assertThat((Throwable) connection.getWarnings()).isNull();
    PreparedStatement prepared =
        connection.prepareStatement(ONE, ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
    assertThat(prepared.executeQuery().next()).isTrue();
    assertThat((Throwable) connection.getWarnings()).isNull();
    connection.setHoldability(ResultSet.CLOSE_CURSORS_AT_COMMIT);
    assertThat(connection.getHoldability()).isEqualTo(ResultSet.HOLD_CURSORS_OVER_COMMIT);
    assertThat(statement.getResultSetHoldability()).isEqualTo(ResultSet.HOLD_CURSORS_OVER_COMMIT);
    assertThat((Throwable) connection.getWarnings()).isNotNull();
    assertThat(state(() -> connection.createStatement(1, 1))).isEqualTo("22023");
  }

  @Test
  void limitsOfAStatement() throws SQLException {
    for (Statement each : List.of(statement, connection.prepareStatement(ONE))) {
      for (ThrowingCallable negative :
          List.<ThrowingCallable>of(
              () -> each.setMaxRows(-1),
              () -> each.setLargeMaxRows(-1),
              () -> each.setFetchSize(-1),
              () -> each.setQueryTimeout(-1),
              () -> each.setMaxFieldSize(-1),
              () -> each.setFetchDirection(7),
              () -> each.getMoreResults(7))) {
        assertThat(state(negative)).isEqualTo("22023");
      }
      each.setQueryTimeout(Integer.MAX_VALUE);
      assertThat(each.getQueryTimeout()).isGreaterThan(1_000_000);
      each.setQueryTimeout(0);
      assertThat(each.getQueryTimeout()).isZero();
      each.setFetchSize(7);
      assertThat(each.getFetchSize()).isEqualTo(7);
      assertThat(each.getFetchDirection()).isEqualTo(ResultSet.FETCH_FORWARD);
      each.setFetchDirection(ResultSet.FETCH_UNKNOWN);
      each.setEscapeProcessing(true);
      each.setCursorName("c");
      assertThat(state(() -> each.setMaxFieldSize(10))).isEqualTo("0A000");
      assertThat((Throwable) each.getWarnings()).isNull();
      assertThat(each.isPoolable()).isEqualTo(each instanceof PreparedStatement);
      each.setPoolable(true);
      assertThat(each.isPoolable()).isTrue();
    }
  }

  @Test
  void resultsOfAStatement() throws SQLException {
    assertThat(statement.getResultSet()).isNull();
    assertThat(statement.execute(ONE)).isTrue();
    ResultSet rows = statement.getResultSet();
    assertThat(statement.getResultSet()).isSameAs(rows);
    assertThat(rows.getStatement()).isSameAs(statement);
    assertThat(statement.getUpdateCount()).isEqualTo(-1);
    assertThat(statement.getLargeUpdateCount()).isEqualTo(-1);
    assertThat(statement.getMoreResults(Statement.KEEP_CURRENT_RESULT)).isFalse();
    assertThat(rows.isClosed()).isFalse();
    ResultSet next = statement.executeQuery(ONE);
    assertThat(rows.isClosed()).isTrue();
    assertThat(statement.getMoreResults()).isFalse();
    assertThat(next.isClosed()).isTrue();
    assertThat(statement.getResultSet()).isNull();
    assertThat(statement.getUpdateCount()).isEqualTo(-1);
    ResultSet keys = statement.getGeneratedKeys();
    assertThat(keys.next()).isFalse();
    assertThat(keys.getStatement()).isSameAs(statement);
  }

  @Test
  void closeOnCompletionIsTheUsersClose() throws SQLException {
    PreparedStatement prepared = connection.prepareStatement(ONE);
    prepared.closeOnCompletion();
    assertThat(prepared.isCloseOnCompletion()).isTrue();
    ResultSet first = prepared.executeQuery();
    ResultSet second = prepared.executeQuery();
    assertThat(first.isClosed()).isTrue();
    assertThat(prepared.isClosed()).isFalse();
    first.close();
    assertThat(second.next()).isTrue();
    second.close();
    assertThat(prepared.isClosed()).isTrue();
  }

  @Test
  void quotes() throws SQLException {
    assertThat(statement.enquoteLiteral("it's")).isEqualTo("'it''s'");
    assertThat(statement.enquoteIdentifier("job_name", false)).isEqualTo("job_name");
    assertThat(statement.enquoteIdentifier("a b", false)).isEqualTo("\"a b\"");
    assertThat(statement.isSimpleIdentifier("a b")).isFalse();
  }

  @Test
  void aBatchOfAQuery() throws SQLException {
    assertThat(statement.executeBatch()).isEmpty();
    statement.addBatch(ONE);
    assertThat(
            catchThrowableOfType(BatchUpdateException.class, statement::executeBatch).getSQLState())
        .isEqualTo("42000");
    statement.addBatch(ONE);
    statement.clearBatch();
    assertThat(statement.executeLargeBatch()).isEmpty();
  }

  @Test
  void whatIsInsideStaysInsideUnlessAskedFor() throws SQLException {
    assertThat(statement.unwrap(Statement.class)).isSameAs(statement);
    PreparedStatement prepared = connection.prepareStatement(ONE);
    assertThat(prepared.unwrap(PreparedStatement.class)).isSameAs(prepared);
    assertThat(prepared.isWrapperFor(Statement.class)).isTrue();
    assertThat(statement.isWrapperFor(AvaticaStatement.class)).isTrue();
    ResultSet rows = statement.executeQuery(ONE);
    assertThat(rows.unwrap(ResultSet.class)).isSameAs(rows);
    assertThat(rows.isWrapperFor(Thread.class)).isFalse();
    assertThat(state(() -> rows.unwrap(Thread.class))).hasSize(5);
  }

  private static String state(ThrowingCallable call) {
    return catchThrowableOfType(SQLException.class, call).getSQLState();
  }
}
