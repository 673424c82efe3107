package io.github.bedrocksql.clients.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrocksql.clients.Wire;
import java.sql.Timestamp;
import java.util.Properties;
import java.util.TimeZone;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.jdbc.JdbcDialect;
import org.apache.spark.sql.jdbc.JdbcDialects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where the JVM's zone is not UTC, what docs/spark.md says makes conditions on times right. */
class ZoneIT {
  private Wire wire;
  private SparkSession spark;
  private TimeZone before;

  @BeforeEach
  void open() {
    before = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
    wire = Wire.withGeneratedJobs(20, "us-east-1");
    spark = LocalSpark.session();
  }

  @AfterEach
  void close() {
    wire.close();
    TimeZone.setDefault(before);
  }

  private void assertFound() {
    assertThat(
            spark
                .read()
                .jdbc(wire.url(), "model_import_jobs", new Properties())
                .where("creation_time = TIMESTAMP '2026-01-01T00:03:00.123Z'")
                .select("job_name")
                .as(Encoders.STRING())
                .collectAsList())
        .containsExactly("job-00003");
  }

  @Test
  void timesOfJava8InUtc() {
    spark.conf().set("spark.sql.session.timeZone", "UTC");
    spark.conf().set("spark.sql.datetime.java8API.enabled", "true");
    assertFound();
  }

  @Test
  void aDialectThatWritesUtc() {
    JdbcDialect dialect = new TimesInUtc();
    JdbcDialects.registerDialect(dialect);
    try {
      spark.conf().set("spark.sql.session.timeZone", "Asia/Tokyo");
      assertFound();
    } finally {
      JdbcDialects.unregisterDialect(dialect);
    }
  }

  private static final class TimesInUtc extends JdbcDialect {
    @Override
    public boolean canHandle(String url) {
      return url.startsWith("jdbc:bedrock:");
    }

    @Override
    public Object compileValue(Object value) {
      return value instanceof Timestamp time
          ? "'" + time.toInstant().toString().replace('T', ' ').replace("Z", "") + "'"
          : super.compileValue(value);
    }
  }
}
