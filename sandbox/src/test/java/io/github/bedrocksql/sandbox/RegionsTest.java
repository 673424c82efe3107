package io.github.bedrocksql.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.bedrock.model.ResourceNotFoundException;

/** One endpoint answers for all Regions: the signature says for which. */
class RegionsTest {
  private Bench bench;

  @BeforeEach
  void start() {
    bench =
        new Bench(
            Sandbox.builder()
                .sampleJobs()
                .generatedJobs("us-east-1", 3)
                .generatedJobs("ap-south-2", 5));
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  private int jobs(String region) {
    return bench
        .client(region)
        .listModelImportJobs(r -> r.maxResults(1000))
        .modelImportJobSummaries()
        .size();
  }

  @Test
  void eachRegionHasItsOwnJobs() {
    assertThat(jobs("us-east-1")).isEqualTo(3);
    assertThat(jobs("ap-south-2")).isEqualTo(5);
    assertThat(bench.client("ap-south-2").listImportedModels(r -> {}).modelSummaries()).hasSize(2);
  }

  @Test
  void regionWithoutJobsIsEmpty() {
    assertThat(jobs("eu-west-3")).isZero();
    assertThat(bench.client("eu-west-3").listImportedModels(r -> {}).modelSummaries()).isEmpty();
  }

  @Test
  void sampleJobsAreOfTheRegionsThatHaveNoOthers() {
    assertThat(jobs("us-west-2")).isEqualTo(12);
    assertThat(jobs("eu-central-1")).isEqualTo(10);
  }

  @Test
  void jobOfAnotherRegionIsNotFound() {
    assertThat(
            bench
                .client("ap-south-2")
                .getModelImportJob(r -> r.jobIdentifier("job-00004"))
                .jobArn())
        .contains(":ap-south-2:");
    assertThatExceptionOfType(ResourceNotFoundException.class)
        .isThrownBy(
            () -> bench.client("us-east-1").getModelImportJob(r -> r.jobIdentifier("job-00004")));
  }

  @Test
  void replacedJobsAreSeenInTheirRegionOnly() {
    ImportJob changed =
        GeneratedJobs.of("us-east-1", Bench.ACCOUNT, 3)
            .get(2)
            .withStatus("Failed", TestJobs.CREATION, "Out of luck");
    bench.sandbox().replaceJobs("us-east-1", ImmutableList.of(changed));
    assertThat(jobs("us-east-1")).isEqualTo(1);
    assertThat(
            bench
                .client("us-east-1")
                .getModelImportJob(r -> r.jobIdentifier("job-00003"))
                .failureMessage())
        .isEqualTo("Out of luck");
    assertThat(jobs("ap-south-2")).isEqualTo(5);
  }
}
