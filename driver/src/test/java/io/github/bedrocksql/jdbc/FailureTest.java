package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLInvalidAuthorizationSpecException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes wrong is one clear line with the SQLState of design.md, and never an empty result. */
class FailureTest {
  private static final String ALL = "SELECT job_name FROM model_import_jobs";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT 1/0 | 22012 | zero",
        "SELECT MOD(1, 0) | 22012 | zero",
        "SELECT CAST('a' AS INTEGER) | 22018 | \"a\" is not a number",
        "SELECT CAST('2026-13-01' AS DATE) | 22007 | 2026-13-01",
        "SELECT CAST('2026-02-30' AS TIMESTAMP) | 22007 | 2026-02-30",
        "SELECT TIMESTAMP 'yesterday' | 22007 | yesterday",
        "SELECT DATE '2026-02-31' | 22007 | 2026-02-31",
        "SELECT CAST(300 AS TINYINT) | 22003 | range",
        "SELECT 2147483647 + 1 | 22003 | range",
        "SELECT 9223372036854775807 + 1 | 22003 | range",
        "SELECT date_trunc('moth', TIMESTAMP '2026-01-01 00:00:00') | 22023 | 'moth' is not a field",
        "SELECT 1 WHERE 'a' LIKE 'a!' ESCAPE '!' | 22025 | ends in its escape",
        "SELECT 1; SELECT 2 | 42000 | line 1",
        "SET x = 1 | 0A000 | connection properties",
        "BEGIN | 0A000 | transactions",
        "COMMIT | 0A000 | Connection.commit",
        "ROLLBACK | 0A000 | Connection.commit",
        "SHOW TABLES | 0A000 | !tables",
        "DESCRIBE model_import_jobs | 0A000 | DatabaseMetaData",
        "USE bedrock | 0A000 | only schema",
        "CALL f() | 0A000 | no procedures",
        "{call f()} | 0A000 | no procedures",
        "EXPLAIN ANALYZE SELECT 1 | 0A000 | api_calls",
        "EXPLAIN SELEC 1 | 42000 | 'SELECT'",
        "EXPLAIN PLAN FOR DELETE FROM model_import_jobs | 25006 | read-only",
        "EXPLAIN DELETE FROM model_import_jobs | 25006 | read-only",
        "TRUNCATE TABLE model_import_jobs | 25006 | read-only",
        "ALTER TABLE model_import_jobs ADD x INTEGER | 25006 | read-only",
        "GRANT SELECT ON model_import_jobs TO PUBLIC | 25006 | read-only",
        "REVOKE SELECT ON model_import_jobs FROM PUBLIC | 25006 | read-only",
        "COMMENT ON TABLE model_import_jobs IS 'x' | 25006 | read-only",
        "MERGE INTO model_import_jobs USING x ON TRUE | 25006 | read-only",
        "WITH x AS (SELECT 1) INSERT INTO t SELECT * FROM x | 25006 | read-only",
        "DELETE FROM model_import_jobs | 25006 | read-only",
        "INSERT INTO model_import_jobs (job_name) VALUES ('x') | 25006 | read-only",
        "UPDATE model_import_jobs SET job_name = 'x' | 25006 | read-only",
        "CREATE TABLE t (i INTEGER) | 25006 | read-only",
        "DROP TABLE model_import_jobs | 25006 | read-only",
      })
  void badSql(String sql, String state, String says) throws SQLException {
    try (Bench bench = new Bench(Sandbox.startWithSampleJobs(), "")) {
      SQLException failure = failure(bench.connection(), sql);
      assertThat(failure.getSQLState()).as(failure.getMessage()).isEqualTo(state);
      assertThat((Throwable) failure).hasMessageContaining(says);
      assertThat(failure.getMessage()).doesNotContain("\n", "Error while executing", "apache");
      if (state.startsWith("42")) {
        assertThat((Throwable) failure).isInstanceOf(SQLSyntaxErrorException.class);
      }
      assertThat(bench.requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT CAST(job_name AS INTEGER) FROM model_import_jobs | 22018 | not a number",
        "SELECT CAST(job_name AS DOUBLE) FROM model_import_jobs | 22018 | not a number",
        "SELECT CAST(job_name AS DECIMAL(9, 2)) FROM model_import_jobs | 22018 | not a number",
        "SELECT CAST(job_name AS BOOLEAN) FROM model_import_jobs | 22P02 | boolean",
        "SELECT CAST(job_name AS TIMESTAMP) FROM model_import_jobs | 22007 | llama",
        "SELECT CAST(job_name AS DATE) FROM model_import_jobs | 22007 | llama",
        "SELECT CAST(job_name AS TIME) FROM model_import_jobs | 22007 | llama",
        "SELECT job_name FROM model_import_jobs WHERE creation_time > 'soon' | 22007 | soon",
        "SELECT job_name FROM model_import_jobs WHERE creation_time > '2026-02-30' | 22007 | 02-30",
        "SELECT SUM(duration_seconds * 9999999999999999) FROM model_import_jobs | 22003 | range",
        "SELECT 1 FROM model_import_jobs WHERE job_name LIKE 'a!' ESCAPE '!' | 22025 | escape",
        "SELECT 1 FROM model_import_jobs WHERE job_name SIMILAR TO '(' | 2201B | '('",
        "SELECT 1 = (SELECT 1 FROM model_import_jobs) | 21000 | more than one row",
      })
  void badData(String sql, String state, String says) throws SQLException {
    try (Bench bench = new Bench(Sandbox.startWithSampleJobs(), "")) {
      SQLException failure = failure(bench.connection(), sql);
      assertThat(failure.getSQLState()).as(failure.getMessage()).isEqualTo(state);
      assertThat((Throwable) failure)
          .isInstanceOf(SQLDataException.class)
          .hasMessageContaining(says);
    }
  }

  @Test
  void nestedTooDeeply() throws SQLException {
    String sql = "SELECT " + "(".repeat(20_000) + "1" + ")".repeat(20_000);
    try (Bench bench = new Bench(Sandbox.startWithSampleJobs(), "")) {
      SQLException failure = failure(bench.connection(), sql);
      assertThat(failure.getSQLState()).isEqualTo("54001");
      assertThat(bench.run("SELECT 1").column()).containsExactly(1);
    }
  }

  @Test
  void columnsThatAreNotThere() throws SQLException {
    try (Bench bench = new Bench(Sandbox.startWithSampleJobs(), "");
        Statement statement = bench.connection().createStatement();
        ResultSet rows = statement.executeQuery("SELECT 1 AS a")) {
      assertThat(rows.next()).isTrue();
      for (ThrowingCallable get :
          List.<ThrowingCallable>of(
              () -> rows.getString(2),
              () -> rows.getObject(0),
              () -> rows.getTimestamp(2),
              () -> rows.getObject(2, Instant.class))) {
        assertThat(catchThrowableOfType(SQLException.class, get).getSQLState()).isEqualTo("22023");
      }
      for (ThrowingCallable get :
          List.<ThrowingCallable>of(() -> rows.getString("b"), () -> rows.findColumn("b"))) {
        assertThat(catchThrowableOfType(SQLException.class, get).getSQLState()).isEqualTo("42S22");
      }
    }
  }

  @Test
  void wrongEndpoint() throws SQLException {
    Sandbox gone = Sandbox.startWithSampleJobs();
    gone.close();
    try (Connection connection = DriverManager.getConnection(Bench.url(gone) + "maxRetries=0;")) {
      SQLException failure = failure(connection, ALL);
      assertThat((Throwable) failure).isInstanceOf(SQLTransientConnectionException.class);
      assertThat(failure.getSQLState()).startsWith("08");
      assertThat((Throwable) failure)
          .hasMessageContaining("ListModelImportJobs in us-east-1 at " + gone.endpoint());
    }
  }

  @Test
  void wrongCredentials() throws SQLException {
    Sandbox strict = Sandbox.builder().sampleJobs().credentials("AKIDTEST", "another").start();
    try (Bench bench = new Bench(strict, "")) {
      SQLException failure = failure(bench.connection(), ALL);
      assertThat((Throwable) failure).isInstanceOf(SQLInvalidAuthorizationSpecException.class);
      assertThat(failure.getSQLState()).isEqualTo("28000");
      assertThat(failure.getMessage())
          .contains("Credentials refused", "request id")
          .doesNotContain("secret;", "AKIDTEST");
    }
  }

  @Test
  void deniedActionNamesWhatToGrant() throws SQLException {
    Sandbox denying = Sandbox.builder().sampleJobs().denyAction("GetModelImportJob").start();
    try (Bench bench = new Bench(denying, "")) {
      SQLException failure = failure(bench.connection(), "SELECT role_arn FROM model_import_jobs");
      assertThat(failure.getSQLState()).isEqualTo("42501");
      assertThat((Throwable) failure)
          .isInstanceOf(SQLInvalidAuthorizationSpecException.class)
          .hasMessageContaining("bedrock:GetModelImportJob");
    }
  }

  @Test
  void throttledForTooLong() throws SQLException {
    Sandbox throttling = Sandbox.builder().sampleJobs().throttleFirst(1_000).start();
    try (Bench bench = new Bench(throttling, "maxRetries=7;throttleTimeout=0;")) {
      SQLException failure = failure(bench.connection(), ALL);
      assertThat((Throwable) failure).isInstanceOf(SQLTransientConnectionException.class);
      assertThat(failure.getSQLState()).isEqualTo("53400");
      assertThat(bench.requests()).hasSize(1);
    }
  }

  @Tag("long")
  @Test
  void throttlingThatPassesIsNoFailure() throws SQLException {
    Sandbox throttling = Sandbox.builder().sampleJobs().throttleFirst(5).start();
    try (Bench bench = new Bench(throttling, "maxRetries=0;")) {
      assertThat(bench.run("SELECT COUNT(*) FROM model_import_jobs").column()).containsExactly(18L);
    }
  }

  @Test
  void serverErrorAfterAllRetries() throws SQLException {
    Sandbox broken = Sandbox.builder().sampleJobs().errorRate(1, 7).start();
    try (Bench bench = new Bench(broken, "maxRetries=0;")) {
      SQLException failure = failure(bench.connection(), ALL);
      assertThat((Throwable) failure).isInstanceOf(SQLTransientConnectionException.class);
      assertThat(failure.getSQLState()).isEqualTo("08006");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jdbc:bedrock:regoin=us-east-1 | did you mean 'region'",
        "jdbc:bedrock:maxConcurrency=0 | whole number from 1 to 1000",
        "jdbc:bedrock:sandbox=perhaps | one of true, false",
        "jdbc:bedrock:endpoint=file:///etc/passwd | http(s)",
        "jdbc:bedrock:region=evil.example.com/ | a Region such as",
        "jdbc:bedrock:nonsense | not of the form key=value",
        "jdbc:bedrock:endpoint=http://localhost:65536 | http(s)",
        "jdbc:bedrock:endpoint=http://localhost/?a=b | http(s)",
        "jdbc:bedrock:endpoint=http://localhost/#a | http(s)",
        "jdbc:bedrock:sandbox=true;endpoint=http://localhost:1 | exclude each other",
        "jdbc:bedrock:schemaFactory=java.lang.String | Unknown connection property",
        "jdbc:bedrock:model=x | there are region, regions",
      })
  void badUrl(String url, String says) {
    SQLException failure =
        catchThrowableOfType(SQLException.class, () -> DriverManager.getConnection(url));
    assertThat(failure.getSQLState()).isEqualTo("01S00");
    assertThat((Throwable) failure).hasMessageContaining(says);
  }

  private static SQLException failure(Connection connection, String sql) {
    return catchThrowableOfType(
        SQLException.class,
        () -> {
          try (Statement statement = connection.createStatement()) {
            statement.executeQuery(sql).next();
          }
        });
  }
}
