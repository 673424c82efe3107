package io.github.bedrocksql.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableListMultimap;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The sample jobs are what the API could answer, and show everything that it can. */
class SampleJobsTest {
  private static final Instant NOW = Instant.parse("2026-05-06T07:08:09.123456Z");
  private static final ImmutableListMultimap<String, ImportJob> JOBS = SampleJobs.asOf(NOW);

  @Test
  void someDozensOverThreeRegions() {
    assertThat(JOBS.keySet()).containsExactlyInAnyOrder("us-east-1", "us-west-2", "eu-central-1");
    assertThat(JOBS.size()).isGreaterThanOrEqualTo(36);
    assertThat(JOBS.values()).extracting(ImportJob::jobArn).doesNotHaveDuplicates();
    JOBS.asMap()
        .values()
        .forEach(jobs -> assertThat(jobs).extracting(ImportJob::jobName).doesNotHaveDuplicates());
  }

  @Test
  void eachIsWithinTheApisConstraints() {
    JOBS.forEach(
        (region, job) -> {
          assertThat(job.jobArn())
              .matches(ImportJob.RESOURCE.getting().arn()::matches)
              .contains(":" + region + ":");
          assertThat(job.jobName()).matches(Form.JOB_NAME::matches);
          assertThat(job.importedModelName()).matches(Form.MODEL_NAME::matches);
          assertThat(job.importedModelArn())
              .matches(arn -> arn == null || ImportedModel.RESOURCE.getting().arn().matches(arn));
          assertThat(job.creationTime()).isBefore(NOW).isBefore(job.endTime());
          if (job.subnetIds() != null) {
            assertThat(job.subnetIds()).hasSizeBetween(1, 16);
            assertThat(job.securityGroupIds()).hasSizeBetween(1, 5);
          }
        });
  }

  @Test
  void everythingIsShown() {
    assertThat(JOBS.values())
        .extracting(job -> job.at(NOW).status())
        .contains("Completed", "Failed", "InProgress");
    assertThat(JOBS.values())
        .filteredOn(job -> "Failed".equals(job.status()))
        .hasSizeGreaterThan(5)
        .allMatch(job -> job.failureMessage().length() > 20 && job.importedModelArn() == null);
    assertThat(JOBS.values())
        .anyMatch(job -> job.subnetIds() != null)
        .anyMatch(job -> job.subnetIds() == null)
        .anyMatch(job -> job.kmsKeyArn() != null)
        .anyMatch(job -> job.kmsKeyArn() == null)
        .anyMatch(job -> !Objects.equals(job.dataSourceType(), "s3DataSource"));
  }

  @Test
  void oneJobRunsAtATimeInARegion() {
    JOBS.asMap()
        .values()
        .forEach(
            jobs ->
                assertThat(jobs)
                    .filteredOn(job -> job.at(NOW).status().equals("InProgress"))
                    .hasSize(1));
  }
}
