package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrocksql.jdbc.Bench.Answer;
import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With {@code arrays=native} columns of lists are arrays of SQL, empty rather than null. */
class NativeArraysTest {
  private static final String WITH_VPC =
      "SELECT job_name FROM model_import_jobs WHERE CARDINALITY(vpc_config_subnet_ids) > 0";

  private Bench bench;

  @BeforeEach
  void start() throws SQLException {
    bench = new Bench(Sandbox.startWithSampleJobs(), "arrays=native");
  }

  @AfterEach
  void stop() throws SQLException {
    bench.close();
  }

  @Test
  void theSameJobsHaveAVpc() throws SQLException {
    try (Bench json = new Bench(Sandbox.startWithSampleJobs(), "")) {
      Answer expected =
          json.run(
              "SELECT job_name FROM model_import_jobs WHERE vpc_config_subnet_ids IS NOT NULL");
      Answer actual = bench.run(WITH_VPC);
      assertThat(actual.column()).isNotEmpty().isEqualTo(expected.column());
      assertThat(actual.requests()).hasSameSizeAs(expected.requests());
    }
    assertThat(bench.run(WITH_VPC.replace("> 0", "= 0")).column()).isNotEmpty();
  }

  @Test
  void elementsAreRows() throws SQLException {
    Answer unnested =
        bench.run(
            "SELECT j.job_arn, s.subnet_id FROM model_import_jobs j,"
                + " UNNEST(j.vpc_config_subnet_ids) AS s (subnet_id) ORDER BY 1, 2");
    Answer child =
        bench.run("SELECT job_arn, subnet_id FROM model_import_job_subnets ORDER BY 1, 2");
    assertThat(unnested.rows()).isNotEmpty().isEqualTo(child.rows());
  }

  @Test
  void whoseMemberAnIdIs() throws SQLException {
    Object id = bench.run("SELECT MIN(subnet_id) FROM model_import_job_subnets").column().get(0);
    assertThat(
            bench
                .run(
                    "SELECT job_arn FROM model_import_jobs WHERE '"
                        + id
                        + "' IN (SELECT x FROM UNNEST(vpc_config_subnet_ids) AS t (x))"
                        + " ORDER BY job_arn")
                .column())
        .isNotEmpty()
        .isEqualTo(
            bench
                .run(
                    "SELECT DISTINCT job_arn FROM model_import_job_subnets WHERE subnet_id = ?"
                        + " ORDER BY job_arn",
                    id)
                .column());
  }

  @Test
  void arrayOfJdbc() throws SQLException {
    try (PreparedStatement statement =
            bench
                .connection()
                .prepareStatement(
                    WITH_VPC.replace("job_name", "vpc_config_subnet_ids").concat(" LIMIT 1"));
        ResultSet rows = statement.executeQuery()) {
      assertThat(rows.next()).isTrue();
      Array array = rows.getArray(1);
      assertThat((Object[]) array.getArray()).isNotEmpty().allMatch(String.class::isInstance);
      assertThat(array.getBaseTypeName()).isEqualTo("VARCHAR");
      assertThat(rows.getMetaData().getColumnTypeName(1)).isEqualTo("VARCHAR ARRAY");
    }
  }

  @Test
  void metadataSaysSo() throws SQLException {
    try (ResultSet columns =
        bench
            .connection()
            .getMetaData()
            .getColumns(null, "bedrock", "model_import_jobs", "vpc_config_subnet_ids")) {
      assertThat(columns.next()).isTrue();
      assertThat(columns.getInt("DATA_TYPE")).isEqualTo(Types.ARRAY);
      assertThat(columns.getString("TYPE_NAME")).isEqualTo("VARCHAR ARRAY");
      assertThat(columns.getString("IS_NULLABLE")).isEqualTo("NO");
    }
  }
}
