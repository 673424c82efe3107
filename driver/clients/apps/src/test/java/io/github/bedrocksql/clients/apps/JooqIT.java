package io.github.bedrocksql.clients.apps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.github.bedrocksql.clients.Wire;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Meta;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.Result;
import org.jooq.SQLDialect;
import org.jooq.Schema;
import org.jooq.Table;
import org.jooq.UniqueKey;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** jOOQ: its reading of the metadata, plain SQL, and statements that its language builds. */
class JooqIT {
  private static final Table<Record> JOBS = table(name("bedrock", "model_import_jobs"));
  private static final Field<String> NAME = field(name("job_name"), SQLDataType.VARCHAR);
  private static final Field<String> STATUS = field(name("status"), SQLDataType.VARCHAR);
  private static final Field<String> IDENTIFIER =
      field(name("job_identifier"), SQLDataType.VARCHAR);
  private static final Field<LocalDateTime> CREATED =
      field(name("creation_time"), SQLDataType.LOCALDATETIME);

  /** When {@code job-00001} was created; each further one a minute later. */
  private static final Instant FIRST = Instant.parse("2026-01-01T00:01:00.123Z");

  private Wire wire;
  private Connection connection;

  /** Read by jOOQ once, when it is first used. */
  @BeforeAll
  static void noAdvertisement() {
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
  }

  private static LocalDateTime created(int job) {
    return LocalDateTime.ofInstant(FIRST.plusSeconds(60L * (job - 1)), ZoneOffset.UTC);
  }

  @BeforeEach
  void open() throws SQLException {
    wire = Wire.withGeneratedJobs(20, "us-east-1");
    connection = DriverManager.getConnection(wire.url());
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
    wire.close();
  }

  @Test
  void meta() {
    Meta meta = DSL.using(connection).meta();
    assertThat(meta.getSchemas()).extracting(Schema::getName).containsExactly("bedrock");
    List<Table<?>> jobs = meta.getTables(name("bedrock", "model_import_jobs"));
    assertThat(jobs).hasSize(1);
    Field<?> created = jobs.get(0).field("creation_time");
    assertThat(created.getDataType().getSQLDataType()).isEqualTo(SQLDataType.TIMESTAMP);
    assertThat(created.getDataType().nullable()).isFalse();
    assertThat(created.getDataType().precision()).isEqualTo(3);
    assertThat(jobs.get(0).field("job_name").getType()).isEqualTo(String.class);
    assertThat(jobs.get(0).field("duration_seconds").getType()).isEqualTo(Long.class);
    assertThat(wire.calls()).isEmpty();
  }

  @Test
  void remarksAndKeys() {
    Meta meta = DSL.using(connection).meta();
    Table<?> jobs = meta.getTables(name("bedrock", "model_import_jobs")).get(0);
    assertThat(jobs.field("job_name").getComment()).isNotBlank();
    UniqueKey<?> key = jobs.getPrimaryKey();
    assertThat(key.getFields()).extracting(Field::getName).containsExactly("job_arn");
    Table<?> tags = meta.getTables(name("bedrock", "model_import_job_tags")).get(0);
    assertThat(tags.getReferences())
        .singleElement()
        .satisfies(
            reference ->
                assertThat(reference.getKey().getTable().getName()).isEqualTo("model_import_jobs"));
    assertThat(wire.calls()).isEmpty();
  }

  @Test
  void plainSql() {
    Result<Record> rows =
        DSL.using(connection)
            .fetch(
                "SELECT job_name, creation_time FROM model_import_jobs WHERE job_identifier = ?",
                "job-00003");
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).get("job_name", String.class)).isEqualTo("job-00003");
    assertThat(rows.get(0).get("creation_time", LocalDateTime.class)).isEqualTo(created(3));
    assertThat(wire.calls())
        .containsExactly("GetModelImportJob us-east-1 {jobIdentifier=job-00003}");
  }

  /** Each dialect that quotes with {@code "} does; DEFAULT is the one to take. */
  @ParameterizedTest
  @EnumSource(
      value = SQLDialect.class,
      names = {"DEFAULT", "POSTGRES", "H2"})
  void conditionsOrderAndLimitGoToTheApi(SQLDialect dialect) {
    DSLContext jooq = DSL.using(connection, dialect);
    Result<Record2<String, LocalDateTime>> rows =
        jooq.select(NAME, CREATED)
            .from(JOBS)
            .where(STATUS.eq("Failed").and(NAME.like("job-0000%")))
            .and(CREATED.ge(created(4)))
            .orderBy(CREATED.desc())
            .limit(2)
            .fetch();
    assertThat(rows.getValues(NAME)).containsExactly("job-00009", "job-00005");
    assertThat(rows.getValues(CREATED)).containsExactly(created(9), created(5));
    assertThat(wire.calls())
        .singleElement()
        .asString()
        .startsWith("ListModelImportJobs us-east-1 {creationTimeAfter=")
        .contains("nameContains=job-0000")
        .contains("sortOrder=Descending")
        .contains("statusEquals=Failed");
  }

  @ParameterizedTest
  @EnumSource(
      value = SQLDialect.class,
      names = {"DEFAULT", "POSTGRES", "H2"})
  void keysInAListAreLookedUp(SQLDialect dialect) {
    assertThat(
            DSL.using(connection, dialect)
                .select(NAME)
                .from(JOBS)
                .where(IDENTIFIER.in("job-00001", "job-00002"))
                .orderBy(NAME)
                .fetch(NAME))
        .containsExactly("job-00001", "job-00002");
    assertThat(wire.calls())
        .containsExactlyInAnyOrder(
            "GetModelImportJob us-east-1 {jobIdentifier=job-00001}",
            "GetModelImportJob us-east-1 {jobIdentifier=job-00002}");
  }

  @ParameterizedTest
  @EnumSource(
      value = SQLDialect.class,
      names = {"DEFAULT", "POSTGRES", "H2"})
  void groups(SQLDialect dialect) {
    assertThat(
            DSL.using(connection, dialect)
                .select(STATUS, count())
                .from(JOBS)
                .groupBy(STATUS)
                .orderBy(STATUS)
                .offset(1)
                .limit(2)
                .fetch()
                .intoMap(STATUS, count()))
        .containsExactlyInAnyOrderEntriesOf(Map.of("Failed", 5, "InProgress", 5));
    assertThat(wire.calls()).hasSize(1);
  }

  /** What jOOQ's mapper makes of a row, by the parameters' names. */
  record Job(String jobName, LocalDateTime creationTime, Long durationSeconds) {}

  /** The same by setters. */
  public static final class MutableJob {
    private String jobName;
    private LocalDateTime creationTime;

    public String getJobName() {
      return jobName;
    }

    public void setJobName(String jobName) {
      this.jobName = jobName;
    }

    public LocalDateTime getCreationTime() {
      return creationTime;
    }

    public void setCreationTime(LocalDateTime creationTime) {
      this.creationTime = creationTime;
    }
  }

  @Test
  void recordsAndBeans() {
    DSLContext jooq = DSL.using(connection);
    String sql =
        "SELECT job_name, creation_time, duration_seconds FROM model_import_jobs"
            + " WHERE job_identifier = 'job-00001'";
    assertThat(jooq.fetchOne(sql).into(Job.class))
        .isEqualTo(new Job("job-00001", created(1), 122L));
    MutableJob bean = jooq.fetchOne(sql).into(MutableJob.class);
    assertThat(bean.getJobName()).isEqualTo("job-00001");
    assertThat(bean.getCreationTime()).isEqualTo(created(1));
  }

  @Test
  void lazyRowsStopTheListing() {
    try (var cursor =
        DSL.using(connection).select(NAME).from(JOBS).fetchSize(5).maxRows(3).fetchLazy()) {
      assertThat(cursor.fetch().getValues(NAME)).hasSize(3);
    }
    assertThat(wire.calls()).hasSize(1);
  }

  @Test
  void errorsKeepTheirState() {
    DataAccessException failure =
        catchThrowableOfType(
            DataAccessException.class,
            () -> DSL.using(connection).fetch("SELECT nonsense FROM model_import_jobs"));
    assertThat(failure.sqlState()).isEqualTo("42S22");
  }
}
