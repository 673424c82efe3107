package io.github.bedrocksql.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.bedrock.model.ModelDataSource;

/** A member of the data source's union that the SDK does not know. */
class UnknownDataSourceTest {
  private static final ImportJob JOB =
      new ImportJob(
          "arn:aws:bedrock:us-east-1:123456789012:model-import-job/abcdefghij12",
          "from-elsewhere",
          "Completed",
          TestJobs.CREATION,
          TestJobs.CREATION.plusSeconds(1),
          "from-elsewhere",
          "arn:aws:bedrock:us-east-1:123456789012:imported-model/abcdefghij12",
          null,
          "huggingFaceDataSource",
          null,
          null,
          null,
          null,
          null,
          null);

  @Test
  void sdkSeesItAsUnknown() {
    try (Bench bench = new Bench(Sandbox.builder().jobs(Bench.REGION, ImmutableList.of(JOB)))) {
      ModelDataSource ofJob =
          bench
              .client()
              .getModelImportJob(r -> r.jobIdentifier("from-elsewhere"))
              .modelDataSource();
      assertThat(ofJob.type()).isEqualTo(ModelDataSource.Type.UNKNOWN_TO_SDK_VERSION);
      assertThat(ofJob.s3DataSource()).isNull();
      assertThat(
              bench
                  .client()
                  .getImportedModel(r -> r.modelIdentifier("from-elsewhere"))
                  .modelDataSource()
                  .type())
          .isEqualTo(ModelDataSource.Type.UNKNOWN_TO_SDK_VERSION);
    }
  }

  @Test
  void bodyNamesIt() throws IOException {
    try (Bench bench = new Bench(Sandbox.builder().jobs(Bench.REGION, ImmutableList.of(JOB)))) {
      assertThat(RawHttp.get(bench.sandbox(), "/model-import-jobs/from-elsewhere").body())
          .contains("\"modelDataSource\":{\"huggingFaceDataSource\":{}}");
    }
  }
}
