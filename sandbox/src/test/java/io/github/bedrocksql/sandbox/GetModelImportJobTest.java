package io.github.bedrocksql.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.bedrock.model.GetModelImportJobResponse;
import software.amazon.awssdk.services.bedrock.model.ModelDataSource;
import software.amazon.awssdk.services.bedrock.model.ModelImportJobStatus;
import software.amazon.awssdk.services.bedrock.model.ResourceNotFoundException;
import software.amazon.awssdk.services.bedrock.model.ValidationException;

/** GetModelImportJob: all fields, both kinds of identifier, and what is none. */
class GetModelImportJobTest {
  private static final String ARN = "arn:aws:bedrock:us-east-1:123456789012:model-import-job/";

  @AutoClose private static final Bench bench = Bench.withJobs(12);

  private static GetModelImportJobResponse get(String identifier) {
    return bench.client().getModelImportJob(r -> r.jobIdentifier(identifier));
  }

  @Test
  void completedJobHasEveryField() {
    GetModelImportJobResponse job = get("job-00006");
    assertThat(job.jobArn()).isEqualTo(ARN + "jobid0000006");
    assertThat(job.jobName()).isEqualTo("job-00006");
    assertThat(job.status()).isEqualTo(ModelImportJobStatus.COMPLETED);
    assertThat(job.creationTime()).isEqualTo(Instant.parse("2026-01-01T00:06:00.123Z"));
    assertThat(job.endTime()).isEqualTo(Instant.parse("2026-01-01T00:13:07.123Z"));
    assertThat(job.lastModifiedTime()).isEqualTo(job.endTime());
    assertThat(job.importedModelName()).isEqualTo("model-00006");
    assertThat(job.importedModelArn()).endsWith(":imported-model/model0000006");
    assertThat(job.roleArn()).isEqualTo("arn:aws:iam::123456789012:role/import-1");
    assertThat(job.modelDataSource().type()).isEqualTo(ModelDataSource.Type.S3_DATA_SOURCE);
    assertThat(job.modelDataSource().s3DataSource().s3Uri()).isEqualTo("s3://models/00006/");
    assertThat(job.failureMessage()).isNull();
    assertThat(job.vpcConfig().subnetIds()).containsExactly("subnet-a2", "subnet-b2");
    assertThat(job.vpcConfig().securityGroupIds()).containsExactly("sg-0");
    assertThat(job.importedModelKmsKeyArn()).endsWith(":key/0");
    assertThat(job.responseMetadata().requestId()).matches("[0-9a-f-]{36}");
  }

  @Test
  void arnAndNameAreTheSameJob() {
    GetModelImportJobResponse byName = get("job-00006");
    assertThat(get(ARN + "jobid0000006")).matches(job -> job.equalsBySdkFields(byName));
  }

  @Test
  void failedJobSaysWhyAndHasNoModel() {
    GetModelImportJobResponse job = get("job-00001");
    assertThat(job.status()).isEqualTo(ModelImportJobStatus.FAILED);
    assertThat(job.failureMessage()).isEqualTo("Reason number 1");
    assertThat(job.importedModelArn()).isNull();
    assertThat(job.vpcConfig()).isNull();
    assertThat(job.importedModelKmsKeyArn()).isNull();
  }

  @Test
  void jobInProgressHasNoEnd() {
    GetModelImportJobResponse job = get("job-00003");
    assertThat(job.status()).isEqualTo(ModelImportJobStatus.IN_PROGRESS);
    assertThat(job.endTime()).isNull();
    assertThat(job.lastModifiedTime()).isEqualTo(job.creationTime());
    assertThat(job.importedModelArn()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "job-00013",
        "Job-00001",
        "model-00002",
        ARN + "jobid0000013",
        "arn:aws:bedrock:eu-west-1:123456789012:model-import-job/jobid0000001",
        "arn:aws:bedrock:us-east-1:999999999999:model-import-job/jobid0000001",
        "arn:aws-us-gov:bedrock:us-east-1:123456789012:model-import-job/jobid0000001"
      })
  void unknownJobIsNotFound(String identifier) {
    assertThatExceptionOfType(ResourceNotFoundException.class)
        .isThrownBy(() -> get(identifier))
        .withMessageContaining(identifier)
        .satisfies(e -> assertThat(e.statusCode()).isEqualTo(404))
        .satisfies(e -> assertThat(e.requestId()).isNotBlank());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-job",
        ".job",
        "a job",
        "a_job",
        "a%job",
        "a/job",
        "jöb",
        ARN + "short",
        ARN + "JOBID0000001",
        ARN + "jobid00000012",
        "arn:aws:bedrock:us-east-1:1234:model-import-job/jobid0000001",
        "arn:aws:bedrock:us-east-1:123456789012:imported-model/model0000002",
        "arn:aws:bedrock:a-region-of-a-long-name:123456789012:model-import-job/jobid0000001"
      })
  void whatCannotBeAnIdentifierIsRefused(String identifier) {
    assertThatExceptionOfType(ValidationException.class)
        .isThrownBy(() -> get(identifier))
        .withMessageContaining("jobIdentifier")
        .satisfies(e -> assertThat(e.statusCode()).isEqualTo(400));
  }

  @Test
  void emptyIdentifierIsRefused() throws IOException {
    assertThat(RawHttp.errorType(RawHttp.get(bench.sandbox(), "/model-import-jobs/")))
        .isEqualTo("ValidationException");
  }

  @Test
  void identifierHas1011CharactersAtMost() {
    assertThatExceptionOfType(ResourceNotFoundException.class)
        .isThrownBy(() -> get("a".repeat(1011)));
    assertThatExceptionOfType(ValidationException.class).isThrownBy(() -> get("a".repeat(1012)));
    assertThatExceptionOfType(ValidationException.class).isThrownBy(() -> get("a".repeat(50_000)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.b+c--d.", "7", "A1+", "x-"})
  void namesMayHaveDotsPlusesAndDashes(String name) {
    ImportJob named = TestJobs.job(1, name, TestJobs.CREATION);
    try (Bench other = new Bench(Sandbox.builder().jobs(Bench.REGION, ImmutableList.of(named)))) {
      assertThat(other.client().getModelImportJob(r -> r.jobIdentifier(name)).jobName())
          .isEqualTo(name);
    }
  }

  @Test
  void fieldsThatAJobLacksAreAbsent() {
    ImportJob bare = TestJobs.job(1, "bare", TestJobs.CREATION);
    try (Bench other = new Bench(Sandbox.builder().jobs(Bench.REGION, ImmutableList.of(bare)))) {
      GetModelImportJobResponse job =
          other.client().getModelImportJob(r -> r.jobIdentifier("bare"));
      assertThat(job.importedModelName()).isEqualTo("model-of-1");
      assertThat(job.roleArn()).isNull();
      assertThat(job.modelDataSource()).isNull();
      assertThat(job.vpcConfig()).isNull();
    }
  }
}
