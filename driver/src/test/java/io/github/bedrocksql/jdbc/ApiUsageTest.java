package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrocksql.sandbox.Sandbox;
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
      assertThat(bench.run(NEWEST).rows()).hasSize(5);
      assertThat(connection.lastStatementUsage()).isEqualTo(new ApiUsage(1, 0));
      assertThat(bench.run("SELECT COUNT(*) FROM api_calls").column()).containsExactly(7L);
      assertThat(connection.lastStatementUsage()).isEqualTo(ApiUsage.NONE);
      assertThat(connection.apiUsage()).isEqualTo(new ApiUsage(2, 5));
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
