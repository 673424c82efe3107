package io.github.bedrocksql.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.collect.Ordering;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.bedrock.model.GetImportedModelResponse;
import software.amazon.awssdk.services.bedrock.model.GetModelImportJobResponse;
import software.amazon.awssdk.services.bedrock.model.ImportedModelSummary;
import software.amazon.awssdk.services.bedrock.model.ListModelImportJobsRequest;
import software.amazon.awssdk.services.bedrock.model.ListModelImportJobsResponse;
import software.amazon.awssdk.services.bedrock.model.ModelImportJobStatus;
import software.amazon.awssdk.services.bedrock.model.ModelImportJobSummary;
import software.amazon.awssdk.services.bedrock.model.ResourceNotFoundException;
import software.amazon.awssdk.services.bedrock.model.SortOrder;
import software.amazon.awssdk.services.bedrock.model.ValidationException;

/** The modes in which the endpoint does what the API's text leaves open, or what emulators do. */
class OtherServersTest {
  private static final int JOBS = 24;

  private static Bench bench(Consumer<Sandbox.Builder> mode) {
    Sandbox.Builder builder = Sandbox.builder().generatedJobs(Bench.REGION, JOBS);
    mode.accept(builder);
    return new Bench(builder);
  }

  private static List<ListModelImportJobsResponse> pages(
      Bench bench, Consumer<ListModelImportJobsRequest.Builder> request) {
    return bench.client().listModelImportJobsPaginator(request).stream().toList();
  }

  private static List<ModelImportJobSummary> jobs(
      Bench bench, Consumer<ListModelImportJobsRequest.Builder> request) {
    return pages(bench, request).stream()
        .flatMap(page -> page.modelImportJobSummaries().stream())
        .toList();
  }

  private static void assertShuffled(List<ModelImportJobSummary> jobs) {
    List<Instant> times = jobs.stream().map(ModelImportJobSummary::creationTime).toList();
    assertThat(Ordering.natural().isOrdered(times)).isFalse();
    assertThat(Ordering.natural().reverse().isOrdered(times)).isFalse();
  }

  @Test
  void pageCapIsLessThanWasAsked() {
    try (Bench bench = bench(b -> b.pageCap(10))) {
      assertThat(pages(bench, r -> r.maxResults(1000)))
          .extracting(page -> page.modelImportJobSummaries().size())
          .containsExactly(10, 10, 4);
      assertThat(pages(bench, r -> r.maxResults(9))).hasSize(3);
      assertThat(jobs(bench, r -> {})).hasSize(JOBS).doesNotHaveDuplicates();
    }
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> Sandbox.builder().pageCap(0));
  }

  @Test
  void emptyPagesStandBeforeEachOther() {
    try (Bench bench = bench(b -> b.emptyPages())) {
      List<ListModelImportJobsResponse> pages = pages(bench, r -> r.maxResults(10));
      assertThat(pages)
          .extracting(page -> page.modelImportJobSummaries().size())
          .containsExactly(0, 10, 0, 10, 0, 4);
      assertThat(jobs(bench, r -> {})).hasSize(JOBS).doesNotHaveDuplicates();
      assertThat(jobs(bench, r -> r.nameContains("none"))).isEmpty();
      assertThat(
              bench.client().listImportedModelsPaginator(r -> r.maxResults(7)).stream()
                  .map(page -> page.modelSummaries().size()))
          .containsExactly(0, 7, 0, 5);
    }
  }

  @Test
  void exclusiveBoundsLeaveOutTheirInstant() {
    try (Bench bench = bench(b -> b.exclusiveBounds())) {
      Instant bound = GeneratedJobs.job(Bench.REGION, Bench.ACCOUNT, 20).creationTime();
      assertThat(jobs(bench, r -> r.creationTimeAfter(bound))).hasSize(4);
      assertThat(jobs(bench, r -> r.creationTimeBefore(bound))).hasSize(19);
      assertThat(jobs(bench, r -> r.creationTimeAfter(bound).creationTimeBefore(bound))).isEmpty();
    }
  }

  @Test
  void ignoreFiltersGivesAllInNoOrder() {
    try (Bench bench = bench(b -> b.ignoreFilters())) {
      List<ModelImportJobSummary> all = jobs(bench, r -> {});
      assertThat(all).hasSize(JOBS).doesNotHaveDuplicates();
      assertShuffled(all);
      assertThat(
              jobs(
                  bench,
                  r ->
                      r.statusEquals(ModelImportJobStatus.FAILED)
                          .nameContains("none")
                          .creationTimeAfter(Instant.parse("2040-01-01T00:00:00Z"))
                          .sortOrder(SortOrder.ASCENDING)
                          .maxResults(5)))
          .isEqualTo(all);
      assertThatExceptionOfType(ValidationException.class)
          .isThrownBy(() -> jobs(bench, r -> r.nameContains("_")));
    }
  }

  @Test
  void ignoreFiltersHoldsForModelsToo() {
    try (Bench bench = bench(b -> b.ignoreFilters())) {
      List<Instant> times =
          bench.client().listImportedModels(r -> r.nameContains("none")).modelSummaries().stream()
              .map(ImportedModelSummary::creationTime)
              .toList();
      assertThat(times).hasSize(12);
      assertThat(Ordering.natural().isOrdered(times)).isFalse();
      assertThat(Ordering.natural().reverse().isOrdered(times)).isFalse();
    }
  }

  @Test
  void unsortedHeedsFiltersButNoOrder() {
    try (Bench bench = bench(b -> b.unsorted())) {
      List<ModelImportJobSummary> completed =
          jobs(bench, r -> r.statusEquals(ModelImportJobStatus.COMPLETED));
      assertThat(completed)
          .hasSize(12)
          .allMatch(job -> job.status() == ModelImportJobStatus.COMPLETED);
      assertShuffled(completed);
      List<ModelImportJobSummary> all = jobs(bench, r -> {});
      for (SortOrder order : SortOrder.knownValues()) {
        assertThat(jobs(bench, r -> r.sortBy("CreationTime").sortOrder(order).maxResults(5)))
            .isEqualTo(all);
      }
      assertThatExceptionOfType(ValidationException.class)
          .isThrownBy(() -> jobs(bench, r -> r.sortOrder("Sideways")));
    }
  }

  @Test
  void caseInsensitiveContains() {
    try (Bench bench = bench(b -> b.caseInsensitiveContains())) {
      assertThat(jobs(bench, r -> r.nameContains("JOB-0001"))).hasSize(10);
      assertThat(jobs(bench, r -> r.nameContains("jOb"))).hasSize(JOBS);
      assertThat(jobs(bench, r -> r.nameContains("boj"))).isEmpty();
    }
  }

  @Test
  void lenientIdsAreNotFoundRatherThanInvalid() {
    try (Bench bench = bench(b -> b.lenientIds())) {
      for (String identifier : List.of("a b", "-x", "arn:other:thing", "under_score%")) {
        assertThatExceptionOfType(ResourceNotFoundException.class)
            .isThrownBy(() -> bench.client().getModelImportJob(r -> r.jobIdentifier(identifier)));
      }
      assertThatExceptionOfType(ValidationException.class)
          .isThrownBy(
              () -> bench.client().getModelImportJob(r -> r.jobIdentifier("x".repeat(1012))));
    }
  }

  @Test
  void omittedFieldsAreAllThatMayBeAbsent() {
    try (Bench bench = bench(b -> b.omitOptionalFields())) {
      GetModelImportJobResponse job =
          bench.client().getModelImportJob(r -> r.jobIdentifier("job-00006"));
      GetModelImportJobResponse bare =
          GetModelImportJobResponse.builder()
              .jobArn(job.jobArn())
              .jobName("job-00006")
              .status(ModelImportJobStatus.COMPLETED)
              .creationTime(job.creationTime())
              .build();
      assertThat(job).matches(bare::equalsBySdkFields);
      assertThat(jobs(bench, r -> {}))
          .hasSize(JOBS)
          .allMatch(s -> s.lastModifiedTime() == null && s.importedModelName() == null)
          .allMatch(s -> s.jobArn() != null && s.jobName() != null && s.creationTime() != null);
      GetImportedModelResponse model =
          bench.client().getImportedModel(r -> r.modelIdentifier("model-00006"));
      assertThat(model.modelArn()).isNotNull();
      assertThat(model.creationTime()).isNotNull();
      assertThat(model.jobArn()).isNull();
      assertThat(model.customModelUnits()).isNull();
    }
  }

  @Test
  void foreignIdsAreFoundByWhatTheListSays() {
    try (Bench bench = bench(b -> b.foreignIds())) {
      List<String> arns = new ArrayList<>();
      for (ModelImportJobSummary job : jobs(bench, r -> {})) {
        assertThat(job.jobArn()).matches(".*:model-import-job/JOB-jobid\\d{7}\\.x");
        assertThat(bench.client().getModelImportJob(r -> r.jobIdentifier(job.jobArn())).jobName())
            .isEqualTo(job.jobName());
        arns.add(job.jobArn());
      }
      assertThat(bench.client().listTagsForResource(r -> r.resourceARN(arns.get(0))).tags())
          .hasSize(1);
      for (ImportedModelSummary model :
          bench.client().listImportedModels(r -> {}).modelSummaries()) {
        assertThat(model.modelArn()).matches(".*:imported-model/MODEL-model\\d{7}\\.x");
        assertThat(
                bench.client().getImportedModel(r -> r.modelIdentifier(model.modelArn())).jobArn())
            .isIn(arns);
      }
    }
  }

  @Test
  void modesWorkTogether() {
    try (Bench bench = bench(b -> b.ignoreFilters().emptyPages().pageCap(7).foreignIds())) {
      assertThat(jobs(bench, r -> r.maxResults(1000))).hasSize(JOBS).doesNotHaveDuplicates();
    }
  }
}
