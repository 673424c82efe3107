package io.github.bedrocksql.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The generated jobs are valid and stay what they are, for other modules count on them. */
class GeneratedJobsTest {
  private static ImportJob job(int number) {
    return GeneratedJobs.job(Bench.REGION, Bench.ACCOUNT, number);
  }

  @ParameterizedTest
  @CsvSource({
    "2,       0000002, 00002",
    "99998,   0099998, 99998",
    "100000,  0100000, 100000",
    "1000000, 1000000, 1000000"
  })
  void idsHave12CharactersAndNamesGrow(int number, String inId, String inName) {
    ImportJob job = job(number);
    String arn = "arn:aws:bedrock:us-east-1:123456789012:";
    assertThat(job.jobName()).isEqualTo("job-" + inName).matches(Form.JOB_NAME::matches);
    assertThat(job.jobArn())
        .isEqualTo(arn + "model-import-job/jobid" + inId)
        .matches(ImportJob.RESOURCE.getting().arn()::matches);
    assertThat(job.importedModelName())
        .isEqualTo("model-" + inName)
        .matches(Form.MODEL_NAME::matches);
    assertThat(job.importedModelArn())
        .isEqualTo(arn + "imported-model/model" + inId)
        .matches(ImportedModel.RESOURCE.getting().arn()::matches);
  }

  @Test
  void theyAreDistinctAndOneAfterTheOther() {
    List<ImportJob> jobs = GeneratedJobs.of(Bench.REGION, Bench.ACCOUNT, 2_000);
    assertThat(jobs).hasSize(2_000).first().isEqualTo(job(1));
    assertThat(jobs.stream().map(ImportJob::jobArn)).doesNotHaveDuplicates();
    assertThat(jobs.stream().map(ImportJob::jobName)).doesNotHaveDuplicates();
    assertThat(jobs.stream().map(ImportJob::creationTime).toList())
        .isSorted()
        .doesNotHaveDuplicates();
    assertThat(jobs.stream().map(ImportJob::status)).contains("Completed", "Failed", "InProgress");
  }

  @Test
  void aMillionOfThemLieInThePast() {
    assertThat(job(100_000).creationTime()).isBefore(job(100_001).creationTime());
    assertThat(job(999_999).creationTime()).isBefore(job(1_000_000).creationTime());
    assertThat(job(1_000_000).creationTime()).isBefore(Instant.parse("2026-04-01T00:00:00Z"));
  }

  @Test
  void moreThanAMillionAreRefused() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> GeneratedJobs.of(Bench.REGION, Bench.ACCOUNT, 1_000_001));
  }
}
