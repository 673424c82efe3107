package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements and the connection as JDBC describes them, on a source that is read only. */
class StatementTest {
  private static final String ONE_JOB = "SELECT job_name FROM model_import_jobs LIMIT 1";
  private static final String WRITE = "DELETE FROM model_import_jobs";

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1;;",
        "SELECT 1 ; -- done\n ; ",
        "// first\nSELECT 1 // one; two\r;",
        "SELECT 1 // one",
        "SELECT status, COUNT(*) FROM model_import_jobs GROUP BY 1",
        "SELECT UPPER(status) AS s, COUNT(*) FROM model_import_jobs GROUP BY s HAVING s <> 'X'",
        "SELECT job_name FROM model_import_jobs WHERE job_name ILIKE 'MIX%' LIMIT 2 OFFSET 0",
        "SELECT job_name FROM model_import_jobs ORDER BY 1 LIMIT 1",
        "SELECT 5 % 3 FROM model_import_jobs WHERE 1 != 2",
      })
  void acceptedWhateverWayItIsRun(String sql) throws SQLException {
    assertThat(statement.executeQuery(sql).next()).isTrue();
    assertThat(statement.execute(sql)).isTrue();
    assertThat(statement.execute(sql, Statement.RETURN_GENERATED_KEYS)).isTrue();
    assertThat(statement.execute(sql, new int[] {1})).isTrue();
    assertThat(statement.execute(sql, new String[] {"a"})).isTrue();
    assertThat(connection.prepareStatement(sql, new int[] {1}).execute()).isTrue();
    assertThat(connection.prepareStatement(sql, new String[] {"a"}).execute()).isTrue();
    assertThat(connection.prepareStatement(sql, Statement.NO_GENERATED_KEYS).execute()).isTrue();
  }

  @Test
  void aWriteIsRefusedWhateverWayItIsRun() {
    int keys = Statement.RETURN_GENERATED_KEYS;
    int[] indexes = {1};
    String[] names = {"job_arn"};
    for (ThrowingCallable write :
        List.<ThrowingCallable>of(
            () -> statement.execute(WRITE),
            () -> statement.execute(WRITE, keys),
            () -> statement.execute(WRITE, indexes),
            () -> statement.execute(WRITE, names),
            () -> statement.executeQuery(WRITE),
            () -> statement.executeUpdate(WRITE),
            () -> statement.executeUpdate(WRITE, keys),
            () -> statement.executeUpdate(WRITE, indexes),
            () -> statement.executeUpdate(WRITE, names),
            () -> statement.executeLargeUpdate(WRITE),
            () -> statement.executeLargeUpdate(WRITE, keys),
            () -> statement.executeLargeUpdate(WRITE, indexes),
            () -> statement.executeLargeUpdate(WRITE, names),
            () -> connection.prepareStatement(WRITE),
            () -> connection.prepareStatement(WRITE, keys),
            () -> connection.prepareStatement(WRITE, indexes),
            () -> connection.prepareStatement(WRITE, names))) {
      assertThat(state(write)).isEqualTo("25006");
    }
  }

  @Test
  void aBatchIsOfWritesAndSoRefused() throws SQLException {
    assertThat(statement.executeBatch()).isEmpty();
    statement.addBatch(WRITE);
    SQLException failure =
        catchThrowableOfType(BatchUpdateException.class, () -> statement.executeBatch());
    assertThat(failure.getSQLState()).isEqualTo("25006");
    assertThat(statement.executeLargeBatch()).isEmpty();
    PreparedStatement prepared = connection.prepareStatement(ONE_JOB);
    prepared.addBatch();
    assertThat(state(() -> prepared.executeBatch())).isEqualTo("42000");
  }

  @Test
  void aQueryIsNoUpdate() throws SQLException {
    SQLException failure =
        catchThrowableOfType(SQLException.class, () -> statement.executeUpdate(ONE_JOB));
    assertThat(failure.getSQLState()).isEqualTo("42000");
    assertThat((Throwable) failure).hasMessageContaining("executeQuery");
    PreparedStatement prepared = connection.prepareStatement(ONE_JOB);
    assertThat(state(() -> prepared.executeUpdate())).isEqualTo("42000");
    assertThat(state(() -> prepared.executeLargeUpdate())).isEqualTo("42000");
    assertThat(bench.requests()).isEmpty();
  }

  @Test
  void cancelIsForTheExecutionUnderWay() throws SQLException {
    statement.cancel();
    assertThat(statement.executeQuery(ONE_JOB).next()).isTrue();
    statement.cancel();
    assertThat(statement.execute(ONE_JOB)).isTrue();
    assertThat(statement.getResultSet().next()).isTrue();
    PreparedStatement prepared = connection.prepareStatement(ONE_JOB);
    prepared.cancel();
    ResultSet rows = prepared.executeQuery();
    prepared.cancel();
    assertThat(state(rows::next)).isEqualTo("57014");
    assertThat(prepared.executeQuery().next()).isTrue();
  }

  @Test
  void withoutTransactions() throws SQLException {
    assertThat(connection.getAutoCommit()).isTrue();
    assertThat(connection.isReadOnly()).isTrue();
    assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_NONE);
    connection.commit();
    connection.setAutoCommit(false);
    assertThat(connection.getAutoCommit()).isFalse();
    connection.commit();
    connection.rollback();
    connection.setReadOnly(false);
    assertThat(connection.isReadOnly()).isTrue();
    connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
    assertThat(state(() -> connection.setTransactionIsolation(3))).isEqualTo("22023");
    connection.setClientInfo("ApplicationName", "a tool");
  }

  @Test
  void whatIsNotSupportedSaysSo() throws SQLException {
    ResultSet rows = statement.executeQuery(ONE_JOB);
    assertThat(rows.next()).isTrue();
    for (ThrowingCallable unsupported :
        List.<ThrowingCallable>of(
            () -> connection.setSavepoint(),
            () -> connection.createBlob(),
            () -> connection.prepareCall("x"),
            () -> rows.previous(),
            () -> rows.updateString(1, "x"),
            () -> rows.getObject(1, Thread.class))) {
      SQLException failure =
          catchThrowableOfType(SQLFeatureNotSupportedException.class, unsupported);
      assertThat(failure.getSQLState()).isEqualTo("0A000");
    }
  }

  @Test
  void useAfterClose() throws SQLException {
    ResultSet rows = statement.executeQuery(ONE_JOB);
    rows.close();
    assertThat(message(rows::next)).isEqualTo("HY010 The result set is closed");
    statement.close();
    assertThat(message(() -> statement.executeQuery(ONE_JOB)))
        .isEqualTo("HY010 The statement is closed");
    PreparedStatement prepared = connection.prepareStatement(ONE_JOB);
    prepared.closeOnCompletion();
    prepared.executeQuery().close();
    assertThat(prepared.isClosed()).isTrue();
    assertThat(message(prepared::executeQuery)).isEqualTo("HY010 The statement is closed");
    Statement left = connection.createStatement();
    connection.close();
    connection.close();
    assertThat(message(() -> left.execute(ONE_JOB))).isEqualTo("08003 The connection is closed");
    assertThat(message(() -> connection.createStatement()))
        .isEqualTo("08003 The connection is closed");
    assertThat(message(() -> connection.getMetaData())).startsWith("08003");
  }

  @Test
  void eachLeadsBackToTheOther() throws SQLException {
    PreparedStatement prepared = connection.prepareStatement(ONE_JOB);
    ResultSet rows = prepared.executeQuery();
    assertThat(rows.getStatement()).isSameAs(prepared);
    assertThat(prepared.getConnection()).isSameAs(connection);
    assertThat(statement.getConnection()).isSameAs(connection);
    assertThat(connection.getMetaData().getConnection()).isSameAs(connection);
    assertThat(connection.unwrap(Connection.class)).isSameAs(connection);
  }

  private static String state(ThrowingCallable call) {
    SQLException failure = catchThrowableOfType(SQLException.class, call);
    return failure.getSQLState();
  }

  private static String message(ThrowingCallable call) {
    SQLException failure = catchThrowableOfType(SQLException.class, call);
    return failure.getSQLState() + " " + failure.getMessage();
  }
}
