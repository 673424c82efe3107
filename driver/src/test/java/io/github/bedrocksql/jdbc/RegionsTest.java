package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.github.bedrocksql.sandbox.RecordedRequest;
import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several Regions: asked side by side, and left out only where that is allowed. */
class RegionsTest {
  private static final ImmutableList<String> THREE =
      ImmutableList.of("us-east-1", "us-west-2", "eu-central-1");

  private static Sandbox.Builder three(int jobs) {
    Sandbox.Builder sandbox = Sandbox.builder();
    THREE.forEach(region -> sandbox.generatedJobs(region, jobs));
    return sandbox;
  }

  private static ImmutableSet<String> asked(Sandbox sandbox) {
    return sandbox.requests().stream()
        .map(RecordedRequest::region)
        .collect(ImmutableSet.toImmutableSet());
  }

  @Test
  void firstPagesAreFetchedSideBySide() throws SQLException {
    try (Sandbox sandbox = three(3).latency(Duration.ofMillis(200)).start();
        Connection connection =
            Bench.connect(sandbox, "regions=us-east-1,us-west-2,eu-central-1")) {
      assertThat(Bench.texts(connection, "SELECT COUNT(*) FROM model_import_jobs"))
          .containsExactly("9");
      assertAllOverlap(sandbox);
      sandbox.clearRequests();
      Bench.texts(
          connection, "SELECT job_name FROM model_import_jobs ORDER BY creation_time LIMIT 1");
      assertAllOverlap(sandbox);
      sandbox.clearRequests();
      Bench.texts(
          connection, "SELECT status FROM model_import_jobs WHERE job_identifier = 'job-00001'");
      assertAllOverlap(sandbox);
    }
  }

  private static void assertAllOverlap(Sandbox sandbox) {
    assertThat(sandbox.requests()).hasSize(3);
    long lastStart =
        sandbox.requests().stream().mapToLong(RecordedRequest::startedNanos).max().orElseThrow();
    assertThat(sandbox.requests()).allMatch(request -> request.finishedNanos() > lastStart);
  }

  @Test
  void orderIsThatOfAllRegionsTogether() throws SQLException {
    try (Sandbox sandbox = Sandbox.startWithSampleJobs();
        Connection together = Bench.connect(sandbox, "regions=us-east-1,us-west-2,eu-central-1")) {
      List<String> all =
          Bench.texts(
              together, "SELECT creation_time FROM model_import_jobs ORDER BY creation_time DESC");
      assertThat(all).hasSize(40).isSortedAccordingTo((a, b) -> b.compareTo(a));
      assertThat(
              Bench.texts(
                  together,
                  "SELECT creation_time FROM model_import_jobs ORDER BY creation_time DESC"
                      + " OFFSET 5 ROWS FETCH NEXT 10 ROWS ONLY"))
          .isEqualTo(all.subList(5, 15));
    }
  }

  @Test
  void serverThatDoesNotSortIsSortedHere() throws SQLException {
    try (Sandbox sandbox = three(40).unsorted().start();
        Connection connection =
            Bench.connect(sandbox, "regions=us-east-1,us-west-2,eu-central-1")) {
      String sql = "SELECT creation_time FROM model_import_jobs ORDER BY creation_time, region";
      assertThat(Bench.texts(connection, sql + " LIMIT 50")).hasSize(50).isSorted();
      assertThat(Bench.texts(connection, sql)).hasSize(120).isSorted();
    }
  }

  @Test
  void regionNamedByTheUserFailsTheQuery() throws SQLException {
    try (Sandbox sandbox = three(3).regionNotEnabled("us-west-2").start();
        Connection connection =
            Bench.connect(sandbox, "regions=us-east-1,us-west-2,eu-central-1")) {
      assertThatThrownBy(() -> Bench.texts(connection, "SELECT job_name FROM model_import_jobs"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("us-west-2")
          .extracting(e -> ((SQLException) e).getSQLState())
          .isEqualTo("42501");
      assertThat(
              Bench.texts(
                  connection,
                  "SELECT job_name FROM model_import_jobs WHERE region IN ('us-east-1', 'eu-central-1')"))
          .hasSize(6);
    }
  }

  @Test
  void withWarnItIsLeftOut() throws SQLException {
    try (Sandbox sandbox = three(3).regionNotEnabled("us-west-2").start();
        Connection connection =
            Bench.connect(sandbox, "onRegionError=warn;regions=us-east-1,us-west-2,eu-central-1")) {
      assertThat(Bench.texts(connection, "SELECT job_name FROM model_import_jobs")).hasSize(6);
      assertThat(
              Bench.texts(
                  connection, "SELECT region FROM model_import_jobs WHERE job_name = 'job-00002'"))
          .containsExactlyInAnyOrder("us-east-1", "eu-central-1");
      assertThat(
              Bench.texts(
                  connection, "SELECT region || ' ' || outcome FROM region_status ORDER BY region"))
          .containsExactly("eu-central-1 ok", "us-east-1 ok", "us-west-2 AccessDeniedException");
      assertThatThrownBy(
              () ->
                  Bench.texts(
                      connection, "SELECT 1 FROM model_import_jobs WHERE region = 'us-west-2'"))
          .as("a failure everywhere is no empty table")
          .hasMessageContaining("us-west-2");
    }
  }

  @Test
  void whatIsLeftOutIsAWarningOfTheRows() throws SQLException {
    try (Sandbox sandbox = three(3).regionNotEnabled("us-west-2").start();
        Connection connection =
            Bench.connect(sandbox, "onRegionError=warn;regions=us-east-1,us-west-2");
        Statement statement = connection.createStatement()) {
      try (ResultSet rows = statement.executeQuery("SELECT job_name FROM model_import_jobs")) {
        while (rows.next()) {
          assertThat(rows.getString(1)).startsWith("job-");
        }
        SQLWarning warning = rows.getWarnings();
        assertThat(warning.getSQLState()).isEqualTo("01000");
        assertThat((Throwable) warning)
            .hasMessageStartingWith("The rows of us-west-2 are left out: Access denied")
            .hasCauseInstanceOf(SQLException.class);
        assertThat((Throwable) warning.getNextWarning()).isNull();
        rows.clearWarnings();
        assertThat((Throwable) rows.getWarnings()).isNull();
      }
      String other = "SELECT job_name FROM model_import_jobs WHERE region = 'us-east-1'";
      try (ResultSet rows = statement.executeQuery(other)) {
        assertThat(rows.next()).isTrue();
        assertThat((Throwable) rows.getWarnings()).as("of an earlier execution").isNull();
      }
    }
  }

  @Test
  void everyRegionLessThoseWithoutTheApi() throws SQLException {
    try (Sandbox sandbox = three(2).regionNotEnabled("ap-south-1").start();
        Connection connection = Bench.connect(sandbox, "regions=*")) {
      assertThat(Bench.texts(connection, "SELECT job_name FROM model_import_jobs")).hasSize(6);
      assertThat(asked(sandbox))
          .contains("ap-south-1", "us-east-1", "eu-central-1")
          .hasSizeGreaterThan(20)
          .allMatch(region -> !region.startsWith("us-gov") && !region.startsWith("cn"));
    }
  }

  @Test
  void everyRegionStillFailsOverAnythingElse() throws SQLException {
    try (Sandbox sandbox = three(2).denyAction("ListModelImportJobs").start();
        Connection connection = Bench.connect(sandbox, "regions=*")) {
      assertThatThrownBy(() -> Bench.texts(connection, "SELECT job_name FROM model_import_jobs"))
          .hasMessageContaining("bedrock:ListModelImportJobs");
    }
  }

  @Test
  void regionBesideEveryRegionNamesThePartition() throws SQLException {
    try (Sandbox sandbox = three(2).start();
        Connection connection = Bench.connect(sandbox, "regions=*;region=us-gov-west-1")) {
      assertThat(Bench.texts(connection, "SELECT job_name FROM model_import_jobs")).isEmpty();
      assertThat(asked(sandbox)).isNotEmpty().allMatch(region -> region.startsWith("us-gov"));
    }
  }

  @Test
  void statusOfRegionsNotAskedYet() throws SQLException {
    try (Sandbox sandbox = three(2).start();
        Connection connection = Bench.connect(sandbox, "regions=us-east-1,us-west-2")) {
      assertThat(Bench.texts(connection, "SELECT region || ': ' || outcome FROM region_status"))
          .containsExactly("us-east-1: not asked", "us-west-2: not asked");
      assertThat(sandbox.requests()).isEmpty();
    }
  }
}
