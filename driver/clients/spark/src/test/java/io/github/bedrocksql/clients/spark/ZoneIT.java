package io.github.bedrocksql.clients.spark;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrocksql.clients.Wire;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Properties;
import java.util.TimeZone;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.jdbc.JdbcDialect;
import org.apache.spark.sql.jdbc.JdbcDialects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times in Spark are those of the tables, in every zone of the JVM. */
class ZoneIT {
  private static final LocalDateTime THIRD = LocalDateTime.parse("2026-01-01T00:03:00.123");

  private Wire wire;
  private SparkSession spark;
  private TimeZone before;

  @BeforeEach
  void open() {
    before = TimeZone.getDefault();
    wire = Wire.withGeneratedJobs(20, "us-east-1");
  }

  @AfterEach
  void close() {
    wire.close();
    TimeZone.setDefault(before);
  }

  private Dataset<Row> jobs(String zone, boolean ntz, Properties options) {
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    spark = LocalSpark.session();
    spark.conf().set("spark.sql.session.timeZone", zone);
    options.setProperty("preferTimestampNTZ", String.valueOf(ntz));
    return spark.read().jdbc(wire.url(), "model_import_jobs", options);
  }

  private static List<String> names(Dataset<Row> rows) {
    return rows.select("job_name").as(Encoders.STRING()).collectAsList();
  }

  @ParameterizedTest
  @CsvSource({
    "UTC, false",
    "America/New_York, false",
    "Asia/Tokyo, false",
    "UTC, true",
    "America/New_York, true",
    "Asia/Tokyo, true"
  })
  void conditionsFindTheSameRows(String zone, boolean ntz) {
    Dataset<Row> jobs = jobs(zone, ntz, new Properties());
    Column created = col("creation_time");
    Object third = ntz ? THIRD : Timestamp.valueOf(THIRD);
    Object fifth = ntz ? THIRD.plusMinutes(2) : Timestamp.valueOf(THIRD.plusMinutes(2));
    assertThat(names(jobs.where(created.equalTo(third)))).containsExactly("job-00003");
    assertThat(wire.calls()).singleElement().asString().contains("creationTimeAfter=");
    assertThat(names(jobs.where(created.lt(third))))
        .containsExactlyInAnyOrder("job-00001", "job-00002");
    assertThat(names(jobs.where(created.between(third, fifth))))
        .containsExactlyInAnyOrder("job-00003", "job-00004", "job-00005");
    assertThat(names(jobs.where(created.isin(third, fifth))))
        .containsExactlyInAnyOrder("job-00003", "job-00005");
    assertThat(names(jobs.where("creation_time <= '2026-01-01 00:03:00.123'"))).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "America/New_York", "Asia/Tokyo"})
  void partitionsByTimeHoldEachRowOnce(String zone) {
    Properties options = new Properties();
    options.setProperty("partitionColumn", "creation_time");
    options.setProperty("lowerBound", "2026-01-01 00:01:00");
    options.setProperty("upperBound", "2026-01-01 00:21:00");
    options.setProperty("numPartitions", "4");
    Dataset<Row> jobs = jobs(zone, false, options);
    assertThat(names(jobs)).hasSize(20).doesNotHaveDuplicates();
    assertThat(jobs.rdd().getNumPartitions()).isEqualTo(4);
    // Five minutes are a partition's, which the bounds tell if they are the tables' own.
    assertThat(
            jobs.selectExpr("spark_partition_id() AS part")
                .groupBy("part")
                .count()
                .select("count")
                .as(Encoders.LONG())
                .collectAsList())
        .containsOnly(5L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "America/New_York", "Asia/Tokyo"})
  void timesAreShownAsTheTablesHaveThem(String zone) {
    assertShown(jobs(zone, false, new Properties()));
    spark.conf().set("spark.sql.datetime.java8API.enabled", "true");
    assertThat(
            names(
                jobs(zone, false, new Properties())
                    .where("creation_time = TIMESTAMP '2026-01-01 00:03:00.123'")))
        .containsExactly("job-00003");
  }

  private static void assertShown(Dataset<Row> jobs) {
    Row row =
        jobs.where("job_identifier = 'job-00003'")
            .selectExpr("cast(creation_time AS STRING)", "creation_time")
            .first();
    assertThat(row.getString(0)).isEqualTo("2026-01-01 00:03:00.123");
    assertThat(names(jobs.where(col("creation_time").equalTo(row.get(1)))))
        .containsExactly("job-00003");
  }

  /** Spark takes a TIMESTAMP_NTZ's Timestamp for one in UTC; a dialect can mend that. */
  @ParameterizedTest
  @ValueSource(strings = {"UTC", "America/New_York", "Asia/Tokyo"})
  void timesWithoutAZoneAreShownSoToo(String zone) {
    JdbcDialect dialect = new FieldsOfTimestamps();
    JdbcDialects.registerDialect(dialect);
    try {
      assertShown(jobs(zone, true, new Properties()));
    } finally {
      JdbcDialects.unregisterDialect(dialect);
    }
  }

  private static final class FieldsOfTimestamps extends JdbcDialect {
    @Override
    public boolean canHandle(String url) {
      return url.startsWith("jdbc:bedrock:");
    }

    @Override
    public LocalDateTime convertJavaTimestampToTimestampNTZ(Timestamp time) {
      return time.toLocalDateTime();
    }
  }
}
