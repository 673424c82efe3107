package io.github.bedrocksql.clients.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrocksql.clients.Wire;
import io.github.bedrocksql.jdbc.RegionPredicates;
import java.util.List;
import java.util.Properties;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A partition a Region: each task calls its own Region only. */
class PartitionsIT {
  private static final int JOBS = 20;
  private static final String REGIONS = "regions=us-east-1,us-west-2,eu-central-1";

  private Wire wire;
  private SparkSession spark;

  @BeforeEach
  void open() {
    wire = Wire.withGeneratedJobs(JOBS, "us-east-1", "us-west-2", "eu-central-1");
    spark = LocalSpark.session();
  }

  @AfterEach
  void close() {
    wire.close();
  }

  private Dataset<Row> jobs(String... predicates) {
    return spark.read().jdbc(wire.url(REGIONS), "model_import_jobs", predicates, new Properties());
  }

  @Test
  void eachRegionOnce() throws Exception {
    Dataset<Row> jobs = jobs(RegionPredicates.of(wire.url(REGIONS)));
    assertThat(jobs.rdd().getNumPartitions()).isEqualTo(3);
    assertThat(jobs.select("job_arn").distinct().count()).isEqualTo(3L * JOBS);
    assertThat(wire.calls())
        .satisfiesExactlyInAnyOrder(
            call -> assertThat(call).startsWith("ListModelImportJobs us-east-1 "),
            call -> assertThat(call).startsWith("ListModelImportJobs us-west-2 "),
            call -> assertThat(call).startsWith("ListModelImportJobs eu-central-1 "));
  }

  /** What one executor does, seen alone. */
  @Test
  void aPartitionCallsItsOwnRegion() {
    List<Row> rows =
        jobs("region = 'eu-central-1'")
            .where("status = 'Failed'")
            .select("region", "failure_message")
            .collectAsList();
    assertThat(rows)
        .hasSize(5)
        .allSatisfy(row -> assertThat(row.getString(0)).isEqualTo("eu-central-1"));
    assertThat(wire.calls())
        .hasSize(6)
        .allSatisfy(call -> assertThat(call).contains(" eu-central-1 "));
  }

  @Test
  void aConditionOnTheRegionLeavesOneTaskWithCalls() throws Exception {
    assertThat(
            jobs(RegionPredicates.of(wire.url(REGIONS)))
                .where("region = 'us-west-2' AND status = 'Failed'")
                .count())
        .isEqualTo(5);
    assertThat(wire.calls()).singleElement().asString().contains("us-west-2");
  }
}
