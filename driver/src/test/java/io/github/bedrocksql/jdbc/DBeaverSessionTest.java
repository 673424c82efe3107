package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.Sets;
import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A session in the order in which DBeaver calls: connect, look around, open a table, read its first
 * rows, stop a query that takes too long, disconnect.
 */
@Timeout(180)
class DBeaverSessionTest {
  private static final String TABLE = "model_import_jobs";
  private static final int SEGMENT = 200;
  private static final int JOBS = 1_500;

  private static long requests(Sandbox sandbox, String operation) {
    return sandbox.requests().stream().filter(r -> r.operation().equals(operation)).count();
  }

  private static List<String> names(ResultSet rows, String label) throws SQLException {
    List<String> names = new ArrayList<>();
    try (rows) {
      while (rows.next()) {
        names.add(rows.getString(label));
      }
    }
    return names;
  }

  @Test
  void connectsReadsCancelsAndLeaves()
      throws SQLException, InterruptedException, ExecutionException {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    Connection connection;
    try (Sandbox sandbox =
        Sandbox.builder()
            .generatedJobs("us-east-1", JOBS)
            .latency(Duration.ofMillis(100))
            .start()) {
      connection = DriverManager.getConnection(Bench.url(sandbox));
      connects(connection);
      opensTheTable(connection.getMetaData());
      assertThat(sandbox.requests()).isEmpty();

      readsTheFirstRows(connection);
      // setMaxRows is a limit of the query: nothing is read ahead of it.
      assertThat(requests(sandbox, "ListModelImportJobs")).isEqualTo(1);
      assertThat(requests(sandbox, "GetModelImportJob")).isEqualTo(200);

      cancelsASlowQuery(connection, sandbox);
      readsTheFirstRows(connection);
      connection.close();
      assertThat(connection.isClosed()).isTrue();
    }
    assertNothingIsLeft(before);
  }

  private static void connects(Connection connection) throws SQLException {
    assertThat(connection.getAutoCommit()).isTrue();
    assertThat(connection.isReadOnly()).isTrue();
    assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_NONE);
    DatabaseMetaData metaData = connection.getMetaData();
    assertThat(metaData.getDatabaseProductName()).isEqualTo("Bedrock SQL");
    assertThat(metaData.getDatabaseProductVersion()).isNotEmpty();
    assertThat(metaData.getDriverName()).isNotEmpty();
    assertThat(metaData.getDriverVersion()).isNotEmpty();
    assertThat(metaData.getIdentifierQuoteString()).isEqualTo("\"");
    assertThat(metaData.getSearchStringEscape()).isEqualTo("\\");
    assertThat(metaData.getSQLKeywords()).contains("LIMIT");
    assertThat(metaData.getNumericFunctions()).contains("ABS");
    assertThat(metaData.getStringFunctions()).contains("LCASE");
    assertThat(metaData.getSystemFunctions()).contains("IFNULL");
    assertThat(metaData.getTimeDateFunctions()).contains("NOW");
    assertThat(metaData.supportsTransactions()).isFalse();
    assertThat(metaData.supportsBatchUpdates()).isFalse();
    assertThat(metaData.supportsSchemasInDataManipulation()).isTrue();
    assertThat(metaData.supportsCatalogsInDataManipulation()).isFalse();
    assertThat(names(metaData.getTypeInfo(), "TYPE_NAME")).contains("VARCHAR", "TIMESTAMP");
    assertThat(names(metaData.getCatalogs(), "TABLE_CAT")).isEmpty();
    assertThat(names(metaData.getSchemas(), "TABLE_SCHEM")).containsExactly("bedrock");
    assertThat(names(metaData.getTableTypes(), "TABLE_TYPE")).contains("TABLE");
    assertThat(connection.getSchema()).isEqualTo("bedrock");
  }

  private static void opensTheTable(DatabaseMetaData metaData) throws SQLException {
    String schema = "bedrock";
    assertThat(names(metaData.getTables(null, schema, "%", null), "TABLE_NAME")).contains(TABLE);
    assertThat(names(metaData.getColumns(null, schema, TABLE, "%"), "REMARKS"))
        .hasSize(19)
        .doesNotContainNull();
    assertThat(names(metaData.getPrimaryKeys(null, schema, TABLE), "COLUMN_NAME"))
        .containsExactly("job_arn");
    assertThat(names(metaData.getIndexInfo(null, schema, TABLE, false, true), "COLUMN_NAME"))
        .containsExactly("job_arn");
    assertThat(names(metaData.getImportedKeys(null, schema, TABLE), "PKTABLE_NAME")).isEmpty();
    assertThat(names(metaData.getExportedKeys(null, schema, TABLE), "FKTABLE_NAME")).hasSize(3);
    assertThat(names(metaData.getProcedures(null, schema, "%"), "PROCEDURE_NAME")).isEmpty();
    assertThat(names(metaData.getTablePrivileges(null, schema, TABLE), "PRIVILEGE"))
        .containsExactly("SELECT");
  }

  private static void readsTheFirstRows(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setMaxRows(SEGMENT);
      statement.setFetchSize(SEGMENT);
      assertThat(statement.execute("SELECT * FROM bedrock." + TABLE)).isTrue();
      try (ResultSet rows = statement.getResultSet()) {
        assertThat(rows.getMetaData().getColumnCount()).isEqualTo(19);
        assertThat(names(rows, "role_arn")).hasSize(SEGMENT);
      }
      assertThat(statement.getMoreResults()).isFalse();
      assertThat(statement.getUpdateCount()).isEqualTo(-1);
      assertThat((Throwable) statement.getWarnings()).isNull();
    }
  }

  /** Stopped while it waits for its first page; then it would have asked for each model. */
  private static void cancelsASlowQuery(Connection connection, Sandbox sandbox)
      throws SQLException, InterruptedException, ExecutionException {
    ExecutorService worker = Executors.newSingleThreadExecutor();
    try (Statement slow = connection.createStatement()) {
      Future<List<String>> reading =
          worker.submit(
              () ->
                  names(
                      slow.executeQuery("SELECT MAX(job_arn) AS a FROM bedrock.imported_models"),
                      "a"));
      while (sandbox.maxConcurrentRequests("ListImportedModels") == 0) {
        Thread.sleep(5);
      }
      slow.cancel();
      assertThatThrownBy(reading::get)
          .cause()
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("57014"));
      assertThat(requests(sandbox, "GetImportedModel")).isZero();
    } finally {
      worker.shutdownNow();
    }
  }

  private static void assertNothingIsLeft(Set<Thread> before) throws InterruptedException {
    for (Thread thread : Sets.difference(Thread.getAllStackTraces().keySet(), before)) {
      if (thread.getName().startsWith("bedrock-sql")) {
        thread.join();
      }
      assertThat(thread.getName()).doesNotStartWith("sdk-");
    }
  }
}
