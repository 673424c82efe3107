package io.github.bedrocksql.clients.apps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bedrocksql.clients.Wire;
import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.PermissionDeniedDataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.BeanPropertyRowMapper;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Spring's templates, mappers, exceptions and transactions. */
class SpringIT {
  /** When {@code job-00001} was created; each further one a minute later. */
  private static final Instant FIRST = Instant.parse("2026-01-01T00:01:00.123Z");

  private Wire wire;
  private JdbcTemplate jdbc;

  @BeforeEach
  void open() {
    wire = Wire.withGeneratedJobs(20, "us-east-1");
    jdbc = template(wire, "");
  }

  @AfterEach
  void close() {
    wire.close();
  }

  private static JdbcTemplate template(Wire wire, String properties) {
    return new JdbcTemplate(new DriverManagerDataSource(wire.url() + properties));
  }

  // Rows

  @Test
  void rowsByHandAndSingleValues() {
    assertThat(
            jdbc.query(
                "SELECT job_name, creation_time FROM model_import_jobs WHERE job_identifier = ?",
                (rows, number) -> rows.getString("JOB_NAME") + rows.getTimestamp("creation_time"),
                "job-00002"))
        .containsExactly("job-000022026-01-01 00:02:00.123");
    assertThat(wire.calls())
        .containsExactly("GetModelImportJob us-east-1 {jobIdentifier=job-00002}");
    assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM model_import_jobs", Long.class))
        .isEqualTo(20);
    assertThat(
            jdbc.queryForObject(
                "SELECT MAX(creation_time) FROM model_import_jobs", LocalDateTime.class))
        .isEqualTo(LocalDateTime.ofInstant(FIRST, ZoneOffset.UTC).plusMinutes(19));
    assertThatThrownBy(
            () ->
                jdbc.queryForObject(
                    "SELECT job_name FROM model_import_jobs WHERE job_identifier = ?",
                    String.class,
                    "job-99999"))
        .isInstanceOf(EmptyResultDataAccessException.class);
  }

  @Test
  void mapsAndLists() {
    List<Map<String, Object>> rows =
        jdbc.queryForList(
            "SELECT status, COUNT(*) AS jobs FROM model_import_jobs GROUP BY status ORDER BY 1");
    assertThat(rows)
        .containsExactly(
            Map.of("status", "Completed", "jobs", 10L),
            Map.of("status", "Failed", "jobs", 5L),
            Map.of("status", "InProgress", "jobs", 5L));
    assertThat(
            jdbc.queryForList(
                "SELECT job_name FROM model_import_jobs WHERE status = ? ORDER BY job_name",
                String.class,
                "Failed"))
        .hasSize(5);
  }

  record AtInstant(String jobName, Instant creationTime, Instant endTime, Long durationSeconds) {}

  record AtOffset(String jobName, OffsetDateTime creationTime) {}

  record AtLocal(String jobName, LocalDateTime creationTime) {}

  @Test
  void rowsIntoRecords() {
    String sql = "SELECT * FROM model_import_jobs WHERE job_identifier = 'job-00003'";
    Instant created = FIRST.plusSeconds(120);
    // An InProgress one: its end is unknown.
    assertThat(jdbc.queryForObject(sql, new DataClassRowMapper<>(AtInstant.class)))
        .isEqualTo(new AtInstant("job-00003", created, null, null));
    assertThat(jdbc.queryForObject(sql, new DataClassRowMapper<>(AtOffset.class)))
        .isEqualTo(new AtOffset("job-00003", created.atOffset(ZoneOffset.UTC)));
    assertThat(jdbc.queryForObject(sql, new DataClassRowMapper<>(AtLocal.class)))
        .isEqualTo(new AtLocal("job-00003", LocalDateTime.ofInstant(created, ZoneOffset.UTC)));
  }

  /** A bean that Spring fills. */
  public static final class Job {
    private String jobName;
    private Instant endTime;
    private Long durationSeconds;

    public void setJobName(String jobName) {
      this.jobName = jobName;
    }

    public void setEndTime(Instant endTime) {
      this.endTime = endTime;
    }

    public void setDurationSeconds(Long durationSeconds) {
      this.durationSeconds = durationSeconds;
    }
  }

  @Test
  void rowsIntoBeans() {
    Job job =
        jdbc.queryForObject(
            "SELECT job_name, end_time, duration_seconds FROM model_import_jobs"
                + " WHERE job_identifier = 'job-00001'",
            new BeanPropertyRowMapper<>(Job.class));
    assertThat(job.jobName).isEqualTo("job-00001");
    assertThat(job.durationSeconds).isEqualTo(122);
    assertThat(job.endTime).isEqualTo(FIRST.plusSeconds(122));
  }

  @Test
  void namedParameters() {
    NamedParameterJdbcTemplate named = new NamedParameterJdbcTemplate(jdbc);
    Map<String, Object> parameters =
        Map.of(
            "statuses",
            List.of("Failed"),
            "after",
            OffsetDateTime.ofInstant(FIRST.plusSeconds(300), ZoneOffset.UTC),
            "before",
            java.sql.Timestamp.valueOf("2026-01-01 00:11:00.123"));
    assertThat(
            named.queryForList(
                "SELECT job_name FROM model_import_jobs WHERE status IN (:statuses)"
                    + " AND creation_time > :after AND creation_time < :before",
                parameters,
                String.class))
        .containsExactly("job-00009");
    assertThat(wire.calls())
        .singleElement()
        .asString()
        .contains("creationTimeAfter=")
        .contains("creationTimeBefore=")
        .contains("statusEquals=Failed");
  }

  @Test
  void theFluentClient() {
    assertThat(
            JdbcClient.create(jdbc)
                .sql("SELECT job_name, creation_time FROM model_import_jobs WHERE job_arn = :arn")
                .param(
                    "arn", "arn:aws:bedrock:us-east-1:123456789012:model-import-job/jobid0000004")
                .query(Created.class)
                .single())
        .isEqualTo(new Created("job-00004", FIRST.plusSeconds(180)));
  }

  record Created(String jobName, Instant creationTime) {}

  @Test
  void limitsOfATemplate() {
    jdbc.setMaxRows(3);
    jdbc.setFetchSize(2);
    jdbc.setQueryTimeout(30);
    assertThat(jdbc.queryForList("SELECT job_name FROM model_import_jobs", String.class))
        .hasSize(3);
    assertThat(
            jdbc.queryForList(
                "SELECT job_name FROM model_import_jobs WHERE status = ?", String.class, "Failed"))
        .hasSize(3);
    try (var names =
        jdbc.queryForStream("SELECT job_name FROM model_import_jobs", (r, i) -> r.getString(1))) {
      assertThat(names.count()).isEqualTo(3);
    }
  }

  // Exceptions

  @Test
  void whatIsWrongInTheText() {
    for (String sql :
        List.of(
            "SELEC job_name FROM model_import_jobs",
            "SELECT job_name FROM model_import_jbs",
            "SELECT jobname FROM model_import_jobs")) {
      assertThatThrownBy(() -> jdbc.queryForList(sql))
          .isInstanceOf(BadSqlGrammarException.class)
          .hasMessageContaining(sql);
    }
  }

  @Test
  void whatIsNotPermitted() {
    try (Wire denied = Wire.to(Sandbox.builder().denyAction("ListModelImportJobs").start())) {
      assertThatThrownBy(
              () -> template(denied, "").queryForList("SELECT job_name FROM model_import_jobs"))
          .isInstanceOf(PermissionDeniedDataAccessException.class)
          .hasMessageContaining("bedrock:ListModelImportJobs");
    }
  }

  @Test
  void whatTakesTooLong() {
    try (Wire slow =
        Wire.to(Sandbox.builder().sampleJobs().latency(Duration.ofSeconds(20)).start())) {
      JdbcTemplate template = template(slow, "");
      template.setQueryTimeout(1);
      assertThatThrownBy(() -> template.queryForList("SELECT job_name FROM model_import_jobs"))
          .isInstanceOf(QueryTimeoutException.class);
    }
  }

  @Test
  void whatMayWorkLater() {
    try (Wire throttled = Wire.to(Sandbox.builder().sampleJobs().throttleRate(1, 1).start())) {
      assertThatThrownBy(
              () ->
                  template(throttled, "throttleTimeout=0")
                      .queryForList("SELECT job_name FROM model_import_jobs"))
          .isInstanceOf(TransientDataAccessResourceException.class);
    }
    try (Wire failing = Wire.to(Sandbox.builder().sampleJobs().errorRate(1, 1).start())) {
      assertThatThrownBy(
              () ->
                  template(failing, "maxRetries=0")
                      .queryForList("SELECT job_name FROM model_import_jobs"))
          .isInstanceOf(TransientDataAccessException.class);
    }
  }

  @Test
  void whatWrites() {
    assertThatThrownBy(() -> jdbc.update("DELETE FROM model_import_jobs"))
        .hasRootCauseInstanceOf(SQLException.class)
        .rootCause()
        .hasFieldOrPropertyWithValue("SQLState", "25006");
  }

  // Transactions

  @Test
  void transactions() {
    TransactionTemplate inTransaction =
        new TransactionTemplate(new DataSourceTransactionManager(jdbc.getDataSource()));
    String sql = "SELECT COUNT(*) FROM model_import_jobs WHERE status = 'Failed'";
    assertThat(inTransaction.<Long>execute(status -> jdbc.queryForObject(sql, Long.class)))
        .isEqualTo(5);
    inTransaction.setReadOnly(true);
    inTransaction.setTimeout(30);
    inTransaction.setIsolationLevel(TransactionTemplate.ISOLATION_READ_COMMITTED);
    assertThat(
            inTransaction.<Long>execute(
                status -> {
                  status.setRollbackOnly();
                  return jdbc.queryForObject(sql, Long.class);
                }))
        .isEqualTo(5);
    assertThatThrownBy(
            () ->
                inTransaction.execute(
                    status -> {
                      throw new IllegalStateException("rolls back");
                    }))
        .hasMessage("rolls back");
  }
}
