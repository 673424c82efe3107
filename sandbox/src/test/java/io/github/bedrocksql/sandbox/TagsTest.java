package io.github.bedrocksql.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.bedrock.model.ResourceNotFoundException;
import software.amazon.awssdk.services.bedrock.model.Tag;
import software.amazon.awssdk.services.bedrock.model.ValidationException;

/** ListTagsForResource, of jobs and of models. */
class TagsTest {
  private static final String ARN = "arn:aws:bedrock:us-east-1:123456789012:";

  @AutoClose private static final Bench bench = Bench.withJobs(4);

  private static List<Tag> tags(String arn) {
    return bench.client().listTagsForResource(r -> r.resourceARN(arn)).tags();
  }

  @Test
  void jobsAndModelsHaveTags() {
    Tag tag = Tag.builder().key("team").value("team-2").build();
    assertThat(tags(ARN + "model-import-job/jobid0000002")).containsExactly(tag);
    assertThat(tags(ARN + "imported-model/model0000002")).containsExactly(tag);
  }

  @Test
  void jobMayHaveNone() {
    ImportJob bare = TestJobs.job(1, "bare", TestJobs.CREATION);
    try (Bench other = new Bench(Sandbox.builder().jobs(Bench.REGION, ImmutableList.of(bare)))) {
      assertThat(other.client().listTagsForResource(r -> r.resourceARN(bare.jobArn())).tags())
          .isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"model-import-job/jobid0000009", "imported-model/model0000001"})
  void unknownResourceIsNotFound(String resource) {
    assertThatExceptionOfType(ResourceNotFoundException.class)
        .isThrownBy(() -> tags(ARN + resource))
        .withMessageContaining(resource);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "job-00002", "arn:aws:s3:::bucket", ARN + "model-import-job/JOBID0000002"})
  void whatIsNoArnIsRefused(String arn) {
    assertThatExceptionOfType(ValidationException.class)
        .isThrownBy(() -> tags(arn))
        .withMessageContaining("resourceARN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "{}", "{\"resourceARN\": null}", "\"text\""})
  void bodyWithoutArnIsRefused(String body) throws IOException {
    HttpResponse<String> response = RawHttp.post(bench.sandbox(), "/listTagsForResource", body);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(RawHttp.errorType(response)).isEqualTo("ValidationException");
  }
}
