package io.github.bedrocksql.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.bedrock.model.ListModelImportJobsResponse;
import software.amazon.awssdk.services.bedrock.model.ModelImportJobStatus;
import software.amazon.awssdk.services.bedrock.model.ModelImportJobSummary;
import software.amazon.awssdk.services.bedrock.model.SortOrder;

/** Pages fit together: no row twice, none missing, whatever comes in between. */
class PagingTest {
  private Bench bench;

  @AfterEach
  void stop() {
    bench.close();
  }

  private void start(List<ImportJob> jobs) {
    bench = new Bench(Sandbox.builder().jobs(Bench.REGION, jobs));
  }

  private static List<ImportJob> generated(int count) {
    return GeneratedJobs.of(Bench.REGION, Bench.ACCOUNT, count);
  }

  private ListModelImportJobsResponse page(String token, int rows, SortOrder order) {
    return bench
        .client()
        .listModelImportJobs(r -> r.maxResults(rows).nextToken(token).sortOrder(order));
  }

  private List<String> all(int rows, SortOrder order) {
    List<String> names = new ArrayList<>();
    String token = null;
    do {
      ListModelImportJobsResponse page = page(token, rows, order);
      names.addAll(names(page));
      token = page.nextToken();
    } while (token != null);
    return names;
  }

  private static List<String> names(ListModelImportJobsResponse page) {
    return page.modelImportJobSummaries().stream().map(ModelImportJobSummary::jobName).toList();
  }

  @Test
  void pagesAreFullAndTheLastHasNoToken() {
    start(generated(25));
    assertThat(all(10, SortOrder.ASCENDING))
        .isEqualTo(generated(25).stream().map(ImportJob::jobName).toList());
    assertThat(bench.sandbox().requests()).hasSize(3);
    bench.sandbox().clearRequests();
    assertThat(all(5, null)).hasSize(25);
    assertThat(bench.sandbox().requests()).hasSize(5);
  }

  @Test
  void sdkPaginatorReadsThemAll() {
    start(generated(25));
    assertThat(
            bench.client().listModelImportJobsPaginator(r -> r.maxResults(4)).stream()
                .flatMap(page -> page.modelImportJobSummaries().stream())
                .map(ModelImportJobSummary::jobName))
        .hasSize(25)
        .doesNotHaveDuplicates();
    assertThat(
            bench.client().listImportedModelsPaginator(r -> r.maxResults(4)).stream()
                .flatMap(page -> page.modelSummaries().stream()))
        .hasSize(12)
        .doesNotHaveDuplicates();
  }

  @Test
  void filteredListingPagesToo() {
    start(generated(40));
    assertThat(
            bench
                .client()
                .listModelImportJobsPaginator(
                    r -> r.maxResults(3).statusEquals(ModelImportJobStatus.FAILED))
                .stream()
                .map(page -> page.modelImportJobSummaries().size()))
        .containsExactly(3, 3, 3, 1);
  }

  @Test
  void noRowsAreOnePageWithoutToken() {
    start(ImmutableList.of());
    ListModelImportJobsResponse page = page(null, 10, null);
    assertThat(page.modelImportJobSummaries()).isEmpty();
    assertThat(page.nextToken()).isNull();
  }

  @Test
  void pageSizeMayChangeOnTheWay() {
    start(generated(10));
    ListModelImportJobsResponse first = page(null, 3, null);
    ListModelImportJobsResponse second = page(first.nextToken(), 7, null);
    assertThat(names(second)).hasSize(7).doesNotContainAnyElementsOf(names(first));
    assertThat(second.nextToken()).isNull();
  }

  @Test
  void tokenMayBeUsedAgain() {
    start(generated(10));
    String token = page(null, 3, null).nextToken();
    assertThat(names(page(token, 3, null))).isEqualTo(names(page(token, 3, null)));
  }

  @Test
  void jobsOfOneInstantPageStably() {
    start(TestJobs.twins(25));
    List<String> ascending = all(7, SortOrder.ASCENDING);
    assertThat(ascending).hasSize(25).doesNotHaveDuplicates();
    assertThat(all(3, SortOrder.ASCENDING)).isEqualTo(ascending);
    assertThat(all(4, SortOrder.DESCENDING)).isEqualTo(Lists.reverse(ascending));
    bench.sandbox().replaceJobs(Bench.REGION, Lists.reverse(TestJobs.twins(25)));
    assertThat(all(7, SortOrder.ASCENDING)).isEqualTo(ascending);
  }

  @Test
  void newJobMovesNoPage() {
    start(generated(20));
    List<String> expected = all(100, null);
    ListModelImportJobsResponse first = page(null, 8, null);
    bench.sandbox().replaceJobs(Bench.REGION, generated(21));
    List<String> seen = new ArrayList<>(names(first));
    seen.addAll(names(page(first.nextToken(), 100, null)));
    assertThat(seen).isEqualTo(expected);
  }

  @Test
  void jobThatIsGoneMovesNoPage() {
    List<ImportJob> before = generated(5);
    start(before);
    ListModelImportJobsResponse first = page(null, 2, SortOrder.ASCENDING);
    List<ImportJob> after = new ArrayList<>(before);
    after.remove(1);
    bench.sandbox().replaceJobs(Bench.REGION, after);
    assertThat(names(page(first.nextToken(), 2, SortOrder.ASCENDING)))
        .containsExactly("job-00003", "job-00004");
  }

  @Test
  void manyJobsAreListedAndFound() {
    start(generated(5_000));
    assertThat(all(1000, SortOrder.ASCENDING)).hasSize(5_000).isSorted().doesNotHaveDuplicates();
    assertThat(bench.client().getModelImportJob(r -> r.jobIdentifier("job-05000")).creationTime())
        .isEqualTo(generated(1).get(0).creationTime().plus(Duration.ofMinutes(4_999)));
  }

  @Test
  void jobsOfOneNameAreAllListedAndTheFirstIsFound() {
    start(
        ImmutableList.of(
            TestJobs.job(1, "same", TestJobs.CREATION),
            TestJobs.job(2, "same", TestJobs.CREATION.plusSeconds(1))));
    assertThat(all(1, null)).containsExactly("same", "same");
    assertThat(bench.client().getModelImportJob(r -> r.jobIdentifier("same")).jobArn())
        .endsWith("/000000000001");
  }
}
