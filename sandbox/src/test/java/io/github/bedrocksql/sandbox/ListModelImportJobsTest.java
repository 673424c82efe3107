package io.github.bedrocksql.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Lists;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.bedrock.model.GetModelImportJobResponse;
import software.amazon.awssdk.services.bedrock.model.ListModelImportJobsRequest;
import software.amazon.awssdk.services.bedrock.model.ListModelImportJobsResponse;
import software.amazon.awssdk.services.bedrock.model.ModelImportJobStatus;
import software.amazon.awssdk.services.bedrock.model.ModelImportJobSummary;
import software.amazon.awssdk.services.bedrock.model.SortJobsBy;
import software.amazon.awssdk.services.bedrock.model.SortOrder;

/** ListModelImportJobs: the summaries, each filter, and the order. */
class ListModelImportJobsTest {
  @AutoClose private static final Bench bench = Bench.withJobs(24);

  private static List<String> names(Consumer<ListModelImportJobsRequest.Builder> request) {
    ListModelImportJobsResponse response = bench.client().listModelImportJobs(request);
    assertThat(response.nextToken()).isNull();
    return response.modelImportJobSummaries().stream().map(ModelImportJobSummary::jobName).toList();
  }

  private static List<String> numbered(int... numbers) {
    return IntStream.of(numbers).mapToObj(i -> String.format("job-%05d", i)).toList();
  }

  private static Instant creation(int number) {
    return GeneratedJobs.job(Bench.REGION, Bench.ACCOUNT, number).creationTime();
  }

  @Test
  void summaryHasTheSameFieldsAsTheJob() {
    List<ModelImportJobSummary> summaries =
        bench.client().listModelImportJobs(r -> {}).modelImportJobSummaries();
    assertThat(summaries).hasSize(24);
    for (ModelImportJobSummary summary : summaries) {
      GetModelImportJobResponse job =
          bench.client().getModelImportJob(r -> r.jobIdentifier(summary.jobArn()));
      assertThat(summary)
          .isEqualTo(
              ModelImportJobSummary.builder()
                  .jobArn(job.jobArn())
                  .jobName(job.jobName())
                  .status(job.status())
                  .creationTime(job.creationTime())
                  .lastModifiedTime(job.lastModifiedTime())
                  .endTime(job.endTime())
                  .importedModelName(job.importedModelName())
                  .importedModelArn(job.importedModelArn())
                  .build());
    }
  }

  @Test
  void newestComeFirstUnlessAskedOtherwise() {
    List<String> descending = names(r -> {});
    assertThat(descending).startsWith("job-00024", "job-00023").endsWith("job-00001");
    assertThat(names(r -> r.sortOrder(SortOrder.DESCENDING))).isEqualTo(descending);
    assertThat(names(r -> r.sortBy(SortJobsBy.CREATION_TIME).sortOrder(SortOrder.ASCENDING)))
        .isEqualTo(Lists.reverse(descending));
  }

  @Test
  void statusEquals() {
    assertThat(names(r -> r.statusEquals(ModelImportJobStatus.FAILED)))
        .isEqualTo(numbered(21, 17, 13, 9, 5, 1));
    assertThat(names(r -> r.statusEquals(ModelImportJobStatus.IN_PROGRESS)))
        .isEqualTo(numbered(23, 19, 15, 11, 7, 3));
    assertThat(names(r -> r.statusEquals(ModelImportJobStatus.COMPLETED))).hasSize(12);
  }

  @Test
  void nameContainsIsASubstringInItsCase() {
    assertThat(names(r -> r.nameContains("0002"))).isEqualTo(numbered(24, 23, 22, 21, 20, 2));
    assertThat(names(r -> r.nameContains("b-00007"))).isEqualTo(numbered(7));
    assertThat(names(r -> r.nameContains("JOB"))).isEmpty();
    assertThat(names(r -> r.nameContains("1.0"))).isEmpty();
  }

  @Test
  void boundsIncludeTheirInstant() {
    assertThat(names(r -> r.creationTimeAfter(creation(22)))).isEqualTo(numbered(24, 23, 22));
    assertThat(names(r -> r.creationTimeBefore(creation(3)))).isEqualTo(numbered(3, 2, 1));
    assertThat(names(r -> r.creationTimeAfter(creation(5)).creationTimeBefore(creation(6))))
        .isEqualTo(numbered(6, 5));
    assertThat(names(r -> r.creationTimeAfter(creation(6)).creationTimeBefore(creation(5))))
        .isEmpty();
  }

  @Test
  void boundsAreFinerThanMilliseconds() {
    Instant justAfter = creation(22).plusNanos(1_000);
    assertThat(names(r -> r.creationTimeAfter(justAfter))).isEqualTo(numbered(24, 23));
    assertThat(names(r -> r.creationTimeBefore(creation(3).minusNanos(1_000))))
        .isEqualTo(numbered(2, 1));
  }

  @Test
  void filtersHoldTogether() {
    assertThat(
            names(
                r ->
                    r.statusEquals(ModelImportJobStatus.FAILED)
                        .nameContains("1")
                        .creationTimeAfter(creation(2))
                        .creationTimeBefore(creation(20))
                        .sortOrder(SortOrder.ASCENDING)))
        .isEqualTo(numbered(13, 17));
  }

  @Test
  void defaultPageHas100Rows() {
    try (Bench more = Bench.withJobs(101)) {
      ListModelImportJobsResponse page = more.client().listModelImportJobs(r -> {});
      assertThat(page.modelImportJobSummaries()).hasSize(100);
      assertThat(page.nextToken()).isNotNull();
    }
  }
}
