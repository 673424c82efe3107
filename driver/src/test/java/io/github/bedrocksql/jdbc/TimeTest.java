package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.sandbox.GeneratedJobs;
import io.github.bedrocksql.sandbox.ImportJob;
import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A time is the same time in every zone that a JVM may have. */
class TimeTest {
  private static final ImportJob JOB = GeneratedJobs.of("us-east-1", "111122223333", 1).get(0);

  private final TimeZone before = TimeZone.getDefault();

  @AfterEach
  void restoreZone() {
    TimeZone.setDefault(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "America/New_York", "Asia/Tokyo"})
  void textTimestampAndInstantAgree(String zone) throws SQLException {
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    Instant created = JOB.creationTime();
    Sandbox sandbox = Sandbox.builder().jobs("us-east-1", ImmutableList.of(JOB)).start();
    try (Bench bench = new Bench(sandbox, "");
        PreparedStatement statement =
            bench
                .connection()
                .prepareStatement(
                    "SELECT creation_time FROM model_import_jobs"
                        + " WHERE job_name = ? AND creation_time = ?")) {
      for (Object time :
          new Object[] {
            created,
            Timestamp.from(created),
            created.atOffset(ZoneOffset.ofHours(5)),
            created.atZone(ZoneOffset.UTC),
            LocalDateTime.ofInstant(created, ZoneOffset.UTC)
          }) {
        statement.setString(1, JOB.jobName());
        statement.setObject(2, time);
        try (ResultSet rows = statement.executeQuery()) {
          assertThat(rows.next()).as("set as %s", time.getClass()).isTrue();
          check(rows, created);
        }
      }
    }
  }

  private static void check(ResultSet rows, Instant created) throws SQLException {
    String text = LocalDateTime.ofInstant(created, ZoneOffset.UTC).toString().replace('T', ' ');
    assertThat(rows.getString(1)).startsWith(text.substring(0, 19));
    assertThat(rows.getTimestamp(1)).isEqualTo(Timestamp.from(created));
    assertThat(rows.getObject(1)).isEqualTo(Timestamp.from(created));
    assertThat(rows.getObject(1, Instant.class)).isEqualTo(created);
    assertThat(rows.getObject(1, OffsetDateTime.class).toInstant()).isEqualTo(created);
    assertThat(rows.getObject(1, ZonedDateTime.class).toInstant()).isEqualTo(created);
    assertThat(rows.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC)).isEqualTo(created);
  }
}
