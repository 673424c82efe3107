package io.github.bedrocksql.clients.spark;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrocksql.clients.Wire;
import java.util.List;
import java.util.Properties;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which calls Spark's conditions, columns, limits and aggregates make. */
class PushdownIT {
  private Wire wire;
  private SparkSession spark;

  @BeforeEach
  void open() {
    wire = Wire.withGeneratedJobs(20, "us-east-1");
    spark = LocalSpark.session();
  }

  @AfterEach
  void close() {
    wire.close();
  }

  private Dataset<Row> jobs() {
    return spark.read().jdbc(wire.url(), "model_import_jobs", new Properties());
  }

  private static List<String> names(Dataset<Row> rows) {
    return rows.select("job_name").as(Encoders.STRING()).collectAsList();
  }

  @Test
  void aKey() {
    assertThat(names(jobs().where(col("job_identifier").equalTo("job-00007"))))
        .containsExactly("job-00007");
    assertThat(wire.calls())
        .containsExactly("GetModelImportJob us-east-1 {jobIdentifier=job-00007}");
  }

  @Test
  void keysInAList() {
    assertThat(names(jobs().where(col("job_identifier").isin("job-00007", "job-00008"))))
        .containsExactlyInAnyOrder("job-00007", "job-00008");
    assertThat(wire.calls())
        .containsExactlyInAnyOrder(
            "GetModelImportJob us-east-1 {jobIdentifier=job-00007}",
            "GetModelImportJob us-east-1 {jobIdentifier=job-00008}");
  }

  @Test
  void aStatus() {
    assertThat(names(jobs().where("status = 'Failed'"))).hasSize(5);
    assertThat(wire.calls())
        .singleElement()
        .asString()
        .startsWith("ListModelImportJobs us-east-1 {")
        .contains("statusEquals=Failed");
  }

  @Test
  void aPartOfAName() {
    assertThat(names(jobs().where(col("job_name").contains("0001")))).hasSize(11);
    assertThat(wire.calls()).singleElement().asString().contains("nameContains=0001");
  }

  @Test
  void aRangeOfTimes() {
    assertThat(
            names(
                jobs()
                    .where("creation_time >= TIMESTAMP '2026-01-01 00:03:00.123'")
                    .where("creation_time < TIMESTAMP '2026-01-01 00:05:00.123'")))
        .containsExactlyInAnyOrder("job-00003", "job-00004");
    assertThat(wire.calls())
        .singleElement()
        .asString()
        .contains("creationTimeAfter=2026-01-01T00:0")
        .contains("creationTimeBefore=2026-01-01T00:0");
  }

  @Test
  void columnsOfTheSummaryNeedNoGet() {
    assertThat(jobs().select("job_name", "status", "duration_seconds").collectAsList()).hasSize(20);
    assertThat(wire.calls())
        .singleElement()
        .asString()
        .startsWith("ListModelImportJobs us-east-1 ");
    assertThat(jobs().count()).isEqualTo(20);
    assertThat(wire.calls()).hasSize(1);
  }

  @Test
  void aDetailIsFetchedForTheRowsThatAreLeft() {
    assertThat(
            jobs()
                .where("status = 'Failed'")
                .select("failure_message")
                .as(Encoders.STRING())
                .collectAsList())
        .hasSize(5)
        .allSatisfy(message -> assertThat(message).startsWith("Reason number "));
    assertThat(wire.calls())
        .hasSize(6)
        .filteredOn(call -> call.startsWith("GetModelImportJob"))
        .hasSize(5);
  }

  @Test
  void nothingIsCalledForNoRow() {
    assertThat(jobs().where("status = 'Failed' AND status = 'Completed'").isEmpty()).isTrue();
    assertThat(wire.calls()).isEmpty();
  }

  @Test
  void aSubqueryAsATable() {
    Dataset<Row> latest =
        spark
            .read()
            .format("jdbc")
            .option("url", wire.url())
            .option(
                "dbtable",
                "(SELECT job_name, status FROM model_import_jobs"
                    + " ORDER BY creation_time DESC LIMIT 3) AS latest")
            .load();
    assertThat(names(latest.where("status = 'Completed'")))
        .containsExactly("job-00020", "job-00018");
    assertThat(wire.calls()).singleElement().asString().contains("sortOrder=Descending");
  }

  @Test
  void aQuery() {
    Dataset<Row> months =
        spark
            .read()
            .format("jdbc")
            .option("url", wire.url())
            .option(
                "query", "SELECT status, COUNT(*) AS jobs FROM model_import_jobs GROUP BY status")
            .load();
    assertThat(months.orderBy("status").collectAsList())
        .extracting(row -> row.getString(0) + " " + row.getLong(1))
        .containsExactly("Completed 10", "Failed 5", "InProgress 5");
    assertThat(wire.calls()).hasSize(1);
  }
}
