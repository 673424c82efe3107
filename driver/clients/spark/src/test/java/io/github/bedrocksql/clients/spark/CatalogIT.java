package io.github.bedrocksql.clients.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrocksql.clients.Wire;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The schema as a catalog of Spark's: limits, orders and aggregates reach the driver, too. */
class CatalogIT {
  private static final int JOBS = 3_000;

  private Wire wire;
  private SparkSession spark;

  @BeforeEach
  void open() {
    wire = Wire.withGeneratedJobs(JOBS, "us-east-1");
    spark = LocalSpark.session();
    String catalog = "spark.sql.catalog.aws";
    spark
        .conf()
        .set(catalog, "org.apache.spark.sql.execution.datasources.v2.jdbc.JDBCTableCatalog");
    spark.conf().set(catalog + ".url", wire.url());
    spark.conf().set(catalog + ".driver", Wire.DRIVER);
  }

  @AfterEach
  void close() {
    wire.close();
  }

  private static List<String> shown(Dataset<Row> rows) {
    return rows.collectAsList().stream().map(row -> row.mkString(" ")).toList();
  }

  @Test
  void tables() {
    assertThat(shown(spark.sql("SHOW TABLES IN aws.bedrock")))
        .anySatisfy(row -> assertThat(row).contains("model_import_jobs"));
    assertThat(shown(spark.sql("DESCRIBE TABLE aws.bedrock.model_import_jobs")))
        .anySatisfy(row -> assertThat(row).startsWith("creation_time timestamp"));
    assertThat(wire.calls()).isEmpty();
  }

  @Test
  void theLatestRows() {
    assertThat(
            shown(
                spark.sql(
                    "SELECT job_name FROM aws.bedrock.model_import_jobs"
                        + " ORDER BY creation_time DESC LIMIT 3")))
        .containsExactly("job-03000", "job-02999", "job-02998");
    assertThat(wire.calls())
        .singleElement()
        .asString()
        .contains("maxResults=10")
        .contains("sortOrder=Descending");
  }

  /** To a database it does not know, Spark hands no limit without an order: it stops reading. */
  @Test
  void someRows() {
    assertThat(shown(spark.sql("SELECT job_name FROM aws.bedrock.model_import_jobs LIMIT 5")))
        .hasSize(5);
    // Of three pages, the first, and the second that may be under way by then.
    assertThat(wire.calls()).hasSizeLessThan(3);
  }

  @Test
  void aggregates() {
    assertThat(
            shown(
                spark.sql(
                    "SELECT status, COUNT(*), MAX(duration_seconds)"
                        + " FROM aws.bedrock.model_import_jobs WHERE status <> 'InProgress'"
                        + " GROUP BY status ORDER BY status")))
        .containsExactly("Completed 1500 5429", "Failed 750 5490");
    assertThat(wire.calls()).allSatisfy(call -> assertThat(call).startsWith("ListModelImportJobs"));
  }
}
