package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrocksql.sandbox.Fault;
import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** The calls of a statement, told by the connection. */
class ApiUsageTest {
  private static final String NEWEST =
      "SELECT job_name, failure_message FROM model_import_jobs WHERE status = 'Failed'"
          + " ORDER BY creation_time DESC LIMIT 5";

  @Test
  void lastStatementAndAll() throws SQLException {
    try (Bench bench = new Bench(Sandbox.builder().generatedJobs("us-east-1", 5_000).start(), "")) {
      assertThat(bench.connection().isWrapperFor(BedrockConnection.class)).isTrue();
      BedrockConnection connection = bench.connection().unwrap(BedrockConnection.class);
      assertThat(connection.lastStatementUsage()).isEqualTo(ApiUsage.NONE);
      assertThat(bench.run(NEWEST).rows()).hasSize(5);
      assertThat(connection.lastStatementUsage()).isEqualTo(new ApiUsage(1, 5));
      assertThat(connection.lastStatementListedRows()).isEqualTo(10);
      assertThat(bench.run(NEWEST).rows()).hasSize(5);
      assertThat(connection.lastStatementUsage()).isEqualTo(new ApiUsage(1, 0));
      assertThat(bench.run("SELECT COUNT(*) FROM api_calls").column()).containsExactly(7L);
      assertThat(connection.lastStatementListedRows()).isZero();
      assertThat(connection.lastStatementUsage()).isEqualTo(ApiUsage.NONE);
      assertThat(connection.apiUsage()).isEqualTo(new ApiUsage(2, 5));
    }
  }

  @Test
  void callsThatWereSentAgain() throws SQLException {
    Sandbox sandbox = Sandbox.builder().generatedJobs("us-east-1", 3).start();
    try (Bench bench = new Bench(sandbox, "")) {
      BedrockConnection connection = bench.connection().unwrap(BedrockConnection.class);
      sandbox.spoil(Fault.of(Fault.Kind.SERVER_ERROR, "ListModelImportJobs").times(2));
      assertThat(bench.run("SELECT job_name FROM model_import_jobs").rows()).hasSize(3);
      assertThat(connection.lastStatementRetries()).isEqualTo(2);
      assertThat(bench.run("SELECT job_name FROM model_import_jobs").rows()).hasSize(3);
      assertThat(connection.lastStatementRetries()).isZero();
    }
  }

  @Test
  void whereStatementsAsk() throws SQLException {
    String role = "arn:aws:iam::111122223333:role/audit";
    try (Sandbox sandbox = Sandbox.builder().start();
        Connection two = Bench.connect(sandbox, "regions=us-east-1,us-west-2");
        Connection ofRole = Bench.connect(sandbox, "region=us-east-1;roleArns=" + role)) {
      BedrockConnection regions = two.unwrap(BedrockConnection.class);
      assertThat(regions.regions()).containsExactly("us-east-1", "us-west-2");
      assertThat(regions.accounts()).isEmpty();
      assertThat(ofRole.unwrap(BedrockConnection.class).accounts()).containsExactly("111122223333");
      assertThat(regions.apiUsage()).isEqualTo(ApiUsage.NONE);
    }
  }

  @Test
  void readsAsASentence() {
    assertThat(ApiUsage.NONE).hasToString("no API calls");
    assertThat(new ApiUsage(1, 0)).hasToString("1 API call (1 list)");
    assertThat(new ApiUsage(0, 3)).hasToString("3 API calls (3 gets)");
    assertThat(new ApiUsage(2, 1)).hasToString("3 API calls (2 lists, 1 get)");
  }
}
