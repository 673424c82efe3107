package io.github.bedrocksql.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.bedrock.model.ListModelImportJobsRequest;
import software.amazon.awssdk.services.bedrock.model.ModelImportJobStatus;
import software.amazon.awssdk.services.bedrock.model.SortOrder;
import software.amazon.awssdk.services.bedrock.model.ValidationException;

/** A token is opaque, and good for the listing that gave it only. */
class PageTokenTest {
  private static Bench bench;
  private static String token;

  @BeforeAll
  static void start() {
    bench =
        new Bench(Sandbox.builder().generatedJobs(Bench.REGION, 24).generatedJobs("eu-west-1", 24));
    token = bench.client().listModelImportJobs(r -> r.maxResults(5)).nextToken();
  }

  @AfterAll
  static void stop() {
    bench.close();
  }

  private static void assertRefused(
      BedrockClient client, Consumer<ListModelImportJobsRequest.Builder> request) {
    assertThatExceptionOfType(ValidationException.class)
        .isThrownBy(() -> client.listModelImportJobs(request))
        .withMessageContaining("nextToken");
  }

  @Test
  void saysNothing() {
    assertThat(token)
        .hasSizeLessThanOrEqualTo(2048)
        .matches("[A-Za-z0-9_-]+")
        .doesNotContain("job", "us-east-1", Bench.ACCOUNT);
  }

  @Test
  void holdsForItsListing() {
    assertThat(
            bench.client().listModelImportJobs(r -> r.nextToken(token)).modelImportJobSummaries())
        .hasSize(19)
        .first()
        .matches(job -> job.jobName().equals("job-00019"));
  }

  @Test
  void isRefusedByTheOtherOperation() {
    assertThatExceptionOfType(ValidationException.class)
        .isThrownBy(() -> bench.client().listImportedModels(r -> r.nextToken(token)))
        .withMessageContaining("nextToken");
    String ofModels = bench.client().listImportedModels(r -> r.maxResults(5)).nextToken();
    assertRefused(bench.client(), r -> r.nextToken(ofModels));
  }

  @Test
  void isRefusedWithOtherFilters() {
    assertRefused(
        bench.client(), r -> r.nextToken(token).statusEquals(ModelImportJobStatus.FAILED));
    assertRefused(bench.client(), r -> r.nextToken(token).nameContains("job"));
    assertRefused(bench.client(), r -> r.nextToken(token).creationTimeAfter(TestJobs.CREATION));
    assertRefused(bench.client(), r -> r.nextToken(token).creationTimeBefore(TestJobs.CREATION));
    assertRefused(bench.client(), r -> r.nextToken(token).sortOrder(SortOrder.ASCENDING));
  }

  @Test
  void isRefusedInAnotherRegion() {
    assertRefused(bench.client("eu-west-1"), r -> r.nextToken(token));
  }

  @Test
  void isRefusedWhenNotWhole() {
    assertRefused(bench.client(), r -> r.nextToken(token.substring(0, token.length() - 4)));
    assertRefused(bench.client(), r -> r.nextToken(token.substring(4)));
    assertRefused(bench.client(), r -> r.nextToken(token + "AAAA"));
    assertRefused(bench.client(), r -> r.nextToken(token.substring(0, 16)));
    char other = token.charAt(100) == 'A' ? 'B' : 'A';
    assertRefused(
        bench.client(), r -> r.nextToken(token.substring(0, 100) + other + token.substring(101)));
  }
}
