package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a plan says: the lines here are the specification. No plan makes a call. */
class ExplainTest {
  private static final String SCAN =
      "BedrockEnumerableScan(table=[[bedrock, model_import_jobs]], calls=[";
  private static final String NAME = "SELECT job_name FROM model_import_jobs";

  private Bench bench;

  @BeforeEach
  void start() throws SQLException {
    bench = new Bench(Sandbox.builder().generatedJobs("us-east-1", 2_500).start(), "");
  }

  @AfterEach
  void stop() throws SQLException {
    bench.close();
  }

  private void assertPlan(String sql, String... lines) throws SQLException {
    assertThat(bench.plan(sql).strip().lines()).containsExactly(lines);
    assertThat(bench.requests()).as("calls of EXPLAIN").isEmpty();
  }

  @Test
  void listOfAll() throws SQLException {
    assertPlan(
        NAME,
        SCAN + "ListModelImportJobs in us-east-1], columns=[[job_name]], estimate=[5 lists])");
  }

  @ParameterizedTest
  @ValueSource(strings = {"EXPLAIN ", "explain verbose ", "EXPLAIN /* why? */ "})
  void shorterExplain(String explain) throws SQLException {
    assertThat(bench.run(explain + NAME).text().strip()).isEqualTo(bench.plan(NAME).strip());
    assertThat(
            bench
                .run(
                    explain
                        + "WITH j AS ("
                        + NAME
                        + ") SELECT substring(job_name FROM 1 FOR 2) FROM j")
                .text())
        .contains("ListModelImportJobs");
    assertThat(bench.requests()).isEmpty();
  }

  @Test
  void datesOfTimesNarrowLists() throws SQLException {
    assertThat(bench.plan(NAME + " WHERE creation_time > CURRENT_DATE - INTERVAL '60 days'"))
        .contains("creationTimeAfter near CAST(CURRENT_DATE AS TIMESTAMP) - INTERVAL");
    assertThat(bench.plan(NAME + " WHERE creation_time > now() - (60 || ' days')::interval"))
        .contains("creationTimeAfter near CURRENT_TIMESTAMP - INTERVAL");
    assertThat(bench.plan(NAME + " WHERE creation_time > now() - make_interval(days => 60)"))
        .contains("creationTimeAfter near CURRENT_TIMESTAMP - INTERVAL");
    assertThat(bench.plan(NAME + " WHERE date(creation_time) = '2026-11-01'"))
        .contains("creationTimeBefore=2026-11-02T00:00:00.999Z");
  }

  @Test
  void listOfAllOnceItsSizeIsKnown() throws SQLException {
    bench.run("SELECT COUNT(*) FROM model_import_jobs");
    assertPlan(
        NAME,
        SCAN + "ListModelImportJobs in us-east-1], columns=[[job_name]], estimate=[3 lists])");
    assertPlan(
        NAME + " WHERE status = 'Failed'",
        SCAN
            + "ListModelImportJobs statusEquals=Failed in us-east-1], columns=[[job_name]],"
            + " rechecks=[status = 'Failed'], estimate=[1 list])");
  }

  @Test
  void key() throws SQLException {
    assertPlan(
        "SELECT job_name, role_arn FROM model_import_jobs WHERE job_identifier = 'job-00001'",
        SCAN
            + "GetModelImportJob for job_identifier = job-00001 in us-east-1],"
            + " columns=[[job_name, role_arn]], hydrates=[[role_arn]],"
            + " rechecks=[job_identifier = 'job-00001'], estimate=[1 get])");
  }

  @Test
  void manyKeysAreShortened() throws SQLException {
    String names =
        List.of(1, 2, 3, 4, 5, 6, 7).stream()
            .map(i -> "'job-0000" + i + "'")
            .collect(Collectors.joining(", "));
    assertPlan(
        NAME + " WHERE job_name IN (" + names + ")",
        SCAN
            + "GetModelImportJob for job_name in (job-00001, job-00002, job-00003, job-00004,"
            + " job-00005, … 7 keys) in us-east-1], columns=[[job_name]],"
            + " rechecks=[(job_name = 'job-00001' OR job_name = 'job-00002'"
            + " OR job_name = 'job-00003' OR job_name = 'job-00004' OR job_name = 'job-00005'"
            + " OR … (2 more))], estimate=[7 gets])");
  }

  @Test
  void parameter() throws SQLException {
    assertThat(bench.run("EXPLAIN PLAN FOR " + NAME + " WHERE job_identifier = ?", "x").column())
        .singleElement()
        .asString()
        .isEqualToIgnoringNewLines(
            SCAN
                + "GetModelImportJob for job_identifier = ?1 in us-east-1], columns=[[job_name]],"
                + " rechecks=[job_identifier = ?1], estimate=[1 get])");
    assertThat(bench.requests()).isEmpty();
  }

  @Test
  void statusOrderLimitAndDetail() throws SQLException {
    assertPlan(
        "SELECT job_name, failure_message FROM model_import_jobs WHERE status = 'Failed'"
            + " ORDER BY creation_time DESC LIMIT 5",
        SCAN
            + "ListModelImportJobs statusEquals=Failed sortBy=CreationTime sortOrder=Descending"
            + " in us-east-1, then GetModelImportJob for each row kept],"
            + " columns=[[job_name, failure_message, creation_time]],"
            + " hydrates=[[failure_message]], rechecks=[status = 'Failed'],"
            + " order=[[creation_time DESC]], fetch=[5], estimate=[1 list + 5 gets])");
  }

  @Test
  void orderOfALimitWithoutDetails() throws SQLException {
    assertPlan(
        NAME + " ORDER BY job_name OFFSET 2 ROWS FETCH NEXT 3 ROWS ONLY",
        SCAN
            + "ListModelImportJobs in us-east-1], columns=[[job_name]], order=[[job_name]],"
            + " offset=[2], fetch=[3], estimate=[5 lists])");
  }

  @Test
  void nameAndTimes() throws SQLException {
    assertPlan(
        NAME
            + " WHERE job_name LIKE '%llama-3%'"
            + " AND creation_time >= TIMESTAMP '2026-01-01 12:00:00'",
        SCAN
            + "ListModelImportJobs nameContains=llama-3 creationTimeAfter=2026-01-01T11:59:59Z"
            + " in us-east-1], columns=[[job_name]], rechecks=[job_name LIKE '%llama-3%'"
            + " AND creation_time >= TIMESTAMP '2026-01-01 12:00:00'], estimate=[1 list])");
  }

  @Test
  void timeThatIsKnownLater() throws SQLException {
    assertPlan(
        NAME + " WHERE creation_time > CURRENT_TIMESTAMP - INTERVAL '7' DAY",
        SCAN
            + "ListModelImportJobs, creationTimeAfter near"
            + " CAST(CURRENT_TIMESTAMP - INTERVAL '7' DAY AS TIMESTAMP) in us-east-1],"
            + " columns=[[job_name]], rechecks=[creation_time >"
            + " CAST(CURRENT_TIMESTAMP - INTERVAL '7' DAY AS TIMESTAMP)], estimate=[5 lists])");
  }

  @Test
  void detailThatTheSummaryMayDecide() throws SQLException {
    assertPlan(
        NAME + " WHERE failure_message LIKE '%S3%' OR status = 'Completed'",
        SCAN
            + "ListModelImportJobs in us-east-1, then GetModelImportJob for each row that its"
            + " summary does not decide], columns=[[job_name]],"
            + " rechecks=[(failure_message LIKE '%S3%' OR status = 'Completed')],"
            + " estimate=[5 lists + 5000 gets])");
  }

  @Test
  void aggregateNeedsNoDetail() throws SQLException {
    assertPlan(
        "SELECT status, COUNT(*) AS n FROM model_import_jobs GROUP BY status",
        "EnumerableAggregate(group=[{0}], n=[COUNT()])",
        "  " + SCAN + "ListModelImportJobs in us-east-1], columns=[[status]], estimate=[5 lists])");
  }

  @Test
  void nothingCanMatch() throws SQLException {
    assertPlan(NAME + " WHERE 1 = 0", "EnumerableValues(tuples=[[]])");
    assertPlan(
        NAME + " WHERE status = 'CANCELLED'",
        SCAN
            + "none: no row can match], columns=[[job_name]], rechecks=[status = 'CANCELLED'],"
            + " estimate=[no call])");
  }

  @Test
  void childTable() throws SQLException {
    assertPlan(
        "SELECT subnet_id FROM model_import_job_subnets WHERE job_identifier = 'job-00003'",
        "BedrockEnumerableScan(table=[[bedrock, model_import_job_subnets]],"
            + " calls=[GetModelImportJob for job_identifier = job-00003 in us-east-1],"
            + " columns=[[subnet_id]], hydrates=[[subnet_id]],"
            + " rechecks=[job_identifier = 'job-00003'], estimate=[1 get])");
  }

  @Test
  void lookupJoin() throws SQLException {
    assertThat(
            bench
                .plan(
                    "SELECT j.role_arn FROM (VALUES ('job-00001'), ('job-00002')) AS v(n)"
                        + " JOIN model_import_jobs j ON j.job_identifier = v.n")
                .lines())
        .anySatisfy(
            line ->
                assertThat(line.strip())
                    .isEqualTo(
                        SCAN
                            + "GetModelImportJob for job_identifier in (the keys of the join's"
                            + " rows, a batch at a time) in us-east-1],"
                            + " columns=[[job_identifier, role_arn]],"
                            + " identifiers=[ARN and name], hydrates=[[role_arn]],"
                            + " rechecks=[the join's condition],"
                            + " estimate=[1 get for each distinct key that arrives])"));
    assertThat(bench.requests()).isEmpty();
  }
}
