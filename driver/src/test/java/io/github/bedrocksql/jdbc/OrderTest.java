package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import io.github.bedrocksql.jdbc.Bench.Answer;
import io.github.bedrocksql.sandbox.GeneratedJobs;
import io.github.bedrocksql.sandbox.ImportJob;
import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The right rows in the right order, whatever a server makes of sortBy. */
class OrderTest {
  private static final int JOBS = 25;
  private static final ImmutableList<String> OLDEST_FIRST =
      GeneratedJobs.of("us-east-1", "123456789012", JOBS).stream()
          .map(ImportJob::jobName)
          .collect(ImmutableList.toImmutableList());

  /** Servers that give rows in their own order. */
  enum Server {
    UNSORTED,
    UNSORTED_SMALL_PAGES,
    UNSORTED_EMPTY_PAGES,
    IGNORES_FILTERS,
    IGNORES_FILTERS_SMALL_PAGES;

    Bench start() throws SQLException {
      Sandbox.Builder builder = Sandbox.builder().generatedJobs("us-east-1", JOBS);
      builder =
          switch (this) {
            case UNSORTED -> builder.unsorted();
            case UNSORTED_SMALL_PAGES -> builder.unsorted().pageCap(3);
            case UNSORTED_EMPTY_PAGES -> builder.unsorted().pageCap(3).emptyPages();
            case IGNORES_FILTERS -> builder.ignoreFilters();
            case IGNORES_FILTERS_SMALL_PAGES -> builder.ignoreFilters().pageCap(3).emptyPages();
          };
      return new Bench(builder.start(), "");
    }
  }

  @Tag("long")
  @ParameterizedTest
  @EnumSource(Server.class)
  void rowsAreRight(Server server) throws SQLException {
    for (int limit : new int[] {1, 5, JOBS, JOBS + 1}) {
      // A connection each: what one finds out the next must not know.
      checkFirst(server, limit, "creation_time", OLDEST_FIRST);
      checkFirst(server, limit, "creation_time DESC", Lists.reverse(OLDEST_FIRST));
      checkFirst(server, limit, "creation_time DESC, job_name", Lists.reverse(OLDEST_FIRST));
    }
  }

  private static void checkFirst(Server server, int limit, String order, List<String> expected)
      throws SQLException {
    String sql = "SELECT job_name FROM model_import_jobs ORDER BY " + order;
    try (Bench bench = server.start()) {
      List<String> first = expected.subList(0, Math.min(limit, JOBS));
      for (int again = 0; again < 2; again++) {
        Answer answer = bench.run(sql + " LIMIT " + limit);
        assertThat(answer.column()).as("%s: %s %s", server, order, limit).isEqualTo(first);
      }
      assertThat(bench.run(sql).column()).as("%s: %s", server, order).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource(Server.class)
  void conditionsOffsetsAndDetails(Server server) throws SQLException {
    String sql =
        "SELECT job_name, failure_message FROM model_import_jobs WHERE status = 'Failed'"
            + " ORDER BY creation_time DESC LIMIT 2 OFFSET 1";
    try (Bench bench = server.start()) {
      for (int again = 0; again < 2; again++) {
        assertThat(bench.run(sql).rows())
            .containsExactly(
                List.of("job-00021", "Reason number 0"), List.of("job-00017", "Reason number 3"));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Server.class)
  void afterOneDiscoveryTheOrderIsNotAskedFor(Server server) throws SQLException {
    String sql = "SELECT job_name FROM model_import_jobs ORDER BY creation_time LIMIT 5";
    try (Bench bench = server.start()) {
      assertThat(bench.run(sql).requests()).allMatch(r -> r.contains("sortBy=CreationTime"));
      assertThat(bench.run(sql).requests()).isNotEmpty().noneMatch(r -> r.contains("sort"));
      assertThat(bench.run(sql.replace("LIMIT", "DESC LIMIT")).requests())
          .as("in the other direction, too")
          .noneMatch(r -> r.contains("sort"));
    }
  }

  @Test
  void serverThatSortsIsAskedForNoMoreThanTheEvidence() throws SQLException {
    String sql = "SELECT job_name FROM model_import_jobs ORDER BY creation_time DESC LIMIT ";
    Sandbox sandbox = Sandbox.builder().generatedJobs("us-east-1", JOBS).start();
    try (Bench bench = new Bench(sandbox, "")) {
      for (int again = 0; again < 2; again++) {
        Answer answer = bench.run(sql + 1);
        assertThat(answer.column()).containsExactly("job-00025");
        assertThat(answer.requests())
            .containsExactly(
                "ListModelImportJobs maxResults=10 sortBy=CreationTime sortOrder=Descending");
      }
      assertThat(bench.run(sql + 20).requests())
          .containsExactly(
              "ListModelImportJobs maxResults=20 sortBy=CreationTime sortOrder=Descending");
    }
  }

  @Test
  void smallAndEmptyPagesOfAServerThatSorts() throws SQLException {
    Sandbox sandbox =
        Sandbox.builder().generatedJobs("us-east-1", JOBS).pageCap(3).emptyPages().start();
    try (Bench bench = new Bench(sandbox, "")) {
      for (int limit : new int[] {1, 5, JOBS}) {
        String sql = "SELECT job_name FROM model_import_jobs ORDER BY creation_time LIMIT " + limit;
        assertThat(bench.run(sql).column()).isEqualTo(OLDEST_FIRST.subList(0, limit));
      }
    }
  }
}
