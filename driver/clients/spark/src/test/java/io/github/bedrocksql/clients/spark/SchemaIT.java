package io.github.bedrocksql.clients.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.bedrocksql.clients.Wire;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Spark takes the columns for, and the values in them. */
class SchemaIT {
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

  private StructType schema(String table) {
    return spark.read().jdbc(wire.url(), table, new Properties()).schema();
  }

  @Test
  void everyColumnOfTheJobs() {
    Map<String, String> types =
        Arrays.stream(schema("model_import_jobs").fields())
            .filter(field -> !field.dataType().equals(DataTypes.StringType))
            .collect(Collectors.toMap(StructField::name, field -> field.dataType().typeName()));
    assertThat(types)
        .containsOnly(
            entry("creation_time", "timestamp"),
            entry("last_modified_time", "timestamp"),
            entry("end_time", "timestamp"),
            entry("duration_seconds", "long"));
    assertThat(wire.calls()).isEmpty();
  }

  @Test
  void otherTables() {
    StructType models = schema("bedrock.imported_models");
    assertThat(models.apply("instruct_supported").dataType()).isEqualTo(DataTypes.BooleanType);
    assertThat(models.apply("custom_model_units_per_model_copy").dataType())
        .isEqualTo(DataTypes.IntegerType);
    assertThat(schema("model_import_job_subnets").apply("ordinal_position").dataType())
        .isEqualTo(DataTypes.IntegerType);
    assertThat(schema("api_calls").size()).isPositive();
    assertThat(wire.calls()).isEmpty();
  }

  @Test
  void timesWithoutAZoneAreThoseOfUtc() {
    Row row =
        spark
            .read()
            .option("preferTimestampNTZ", "true")
            .jdbc(wire.url(), "model_import_jobs", new Properties())
            .where("job_identifier = 'job-00001'")
            .selectExpr("cast(creation_time AS STRING)", "typeof(creation_time)")
            .first();
    assertThat(row.getString(1)).isEqualTo("timestamp_ntz");
    assertThat(row.getString(0)).isEqualTo("2026-01-01 00:01:00.123");
  }
}
