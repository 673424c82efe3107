package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The database by its own name, without a secret and without a call. */
class MetaDataTest {
  @Test
  void saysWhatItIs() throws SQLException {
    try (Bench bench = new Bench(Sandbox.startWithSampleJobs(), "sessionToken=hush;")) {
      DatabaseMetaData metaData = bench.connection().getMetaData();
      assertThat(metaData.getURL())
          .startsWith("jdbc:bedrock:region=us-east-1;")
          .doesNotContain("secret", "hush");
      assertThat(bench.connection().toString())
          .contains("jdbc:bedrock:region=us-east-1;")
          .doesNotContain("secret", "hush", "alcite");
      assertThat(metaData.getUserName()).isEqualTo("AKIDTEST");
      assertThat(metaData.getDatabaseProductName()).isEqualTo("Bedrock SQL");
      assertThat(metaData.getDriverName()).startsWith("Bedrock SQL");
      assertThat(metaData.getDriverVersion()).isEqualTo(DriverVersions.CURRENT.text());
      assertThat(metaData.getDatabaseProductVersion()).isEqualTo(DriverVersions.CURRENT.text());
      assertThat(metaData.getDriverMajorVersion()).isEqualTo(DriverVersions.CURRENT.major());
      assertThat(metaData.isReadOnly()).isTrue();
      assertThat(metaData.supportsTransactions()).isFalse();
      assertThat(metaData.getDefaultTransactionIsolation()).isEqualTo(Connection.TRANSACTION_NONE);
      assertThat(bench.requests()).isEmpty();
    }
  }

  @Test
  void holdsItsOwnSchemaOnly() throws SQLException {
    try (Bench bench = new Bench(Sandbox.startWithSampleJobs(), "")) {
      DatabaseMetaData metaData = bench.connection().getMetaData();
      assertThat(first(metaData.getSchemas(), "TABLE_SCHEM")).containsExactly("bedrock");
      assertThat(first(metaData.getTables(null, null, "%", null), "TABLE_NAME"))
          .contains("model_import_jobs");
      assertThat(first(metaData.getTables(null, null, "%", null), "TABLE_SCHEM"))
          .containsOnly("bedrock");
      assertThat(bench.requests()).isEmpty();
    }
  }

  private static List<String> first(ResultSet rows, String label) throws SQLException {
    List<String> values = new ArrayList<>();
    try (rows) {
      while (rows.next()) {
        values.add(rows.getString(label));
      }
    }
    return values;
  }
}
