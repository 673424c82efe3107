package io.github.bedrocksql.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.bedrock.model.BedrockException;
import software.amazon.awssdk.services.bedrock.model.ModelImportJobStatus;
import software.amazon.awssdk.services.bedrock.model.SortOrder;

/** Who may ask: anyone who signs, or, where credentials are given, who signs with those. */
class SignatureTest {
  private static final ImportJob JOB = TestJobs.job(1, "a+b.c-d", TestJobs.CREATION);

  private static Bench open;
  private static Bench strict;

  @BeforeAll
  static void start() {
    open = new Bench(Sandbox.builder().jobs(Bench.REGION, ImmutableList.of(JOB)));
    strict =
        new Bench(
            Sandbox.builder()
                .jobs(Bench.REGION, ImmutableList.of(JOB))
                .credentials("AKIDONE", "secret/one+")
                .credentials("AKIDTWO", "secret/two+"));
  }

  @AfterAll
  static void stop() {
    open.close();
    strict.close();
  }

  private static BedrockClient client(Bench bench, AwsCredentialsProvider credentials) {
    return bench.client(Bench.REGION, credentials, DefaultRetryStrategy.doNotRetry());
  }

  private static void assertRefused(Bench bench, AwsCredentialsProvider credentials, String code) {
    try (BedrockClient client = client(bench, credentials)) {
      assertThatExceptionOfType(BedrockException.class)
          .isThrownBy(() -> client.listModelImportJobs(r -> {}))
          .satisfies(e -> assertThat(e.statusCode()).isEqualTo(403))
          .satisfies(e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code));
    }
  }

  @Test
  void unsignedRequestIsRefused() throws IOException {
    assertRefused(
        open, AnonymousCredentialsProvider.create(), "MissingAuthenticationTokenException");
    assertThat(RawHttp.getUnsigned(open.sandbox(), "/model-import-jobs").statusCode())
        .isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Basic dXNlcjpwYXNz",
        "Bearer token",
        "AWS4-HMAC-SHA256 Credential=AKID/20260101/us-east-1/s3/aws4_request,"
            + " SignedHeaders=host, Signature=00",
        "AWS4-HMAC-SHA256 Credential=AKID/us-east-1, SignedHeaders=host, Signature=00"
      })
  void otherAuthorizationIsRefused(String authorization) throws IOException {
    assertThat(
            RawHttp.errorType(
                RawHttp.getWithAuthorization(open.sandbox(), "/model-import-jobs", authorization)))
        .isEqualTo("IncompleteSignatureException");
  }

  @Test
  void anySignatureWillDoWhereNoCredentialsAreGiven() {
    try (BedrockClient client = client(open, Bench.credentials("AKIDANY", "whatever"))) {
      assertThat(client.listModelImportJobs(r -> {}).modelImportJobSummaries()).hasSize(1);
    }
  }

  @Test
  void unknownCallerAndWrongSecretAreRefused() {
    assertRefused(
        strict, Bench.credentials("AKIDNONE", "secret/one+"), "UnrecognizedClientException");
    assertRefused(strict, Bench.credentials("AKIDONE", "secret/two+"), "InvalidSignatureException");
  }

  @Test
  void signatureIsOfThisVeryRequest() throws IOException {
    String authorization = RawHttp.SIGNED.replace("AKIDTEST", "AKIDONE");
    assertThat(
            RawHttp.errorType(
                RawHttp.getWithAuthorization(
                    strict.sandbox(), "/model-import-jobs?maxResults=5", authorization)))
        .isEqualTo("InvalidSignatureException");
  }

  @Test
  void rightSecretOpensEveryOperation() {
    try (BedrockClient client = client(strict, Bench.credentials("AKIDTWO", "secret/two+"))) {
      // ARNs, plus signs, times and a body: all that has a form of its own when it is signed.
      assertThat(client.getModelImportJob(r -> r.jobIdentifier(JOB.jobArn())).jobName())
          .isEqualTo("a+b.c-d");
      assertThat(client.getModelImportJob(r -> r.jobIdentifier("a+b.c-d")).jobArn())
          .isEqualTo(JOB.jobArn());
      assertThat(client.getImportedModel(r -> r.modelIdentifier("model-of-1")).jobName())
          .isEqualTo("a+b.c-d");
      assertThat(client.listTagsForResource(r -> r.resourceARN(JOB.jobArn())).tags()).isEmpty();
      assertThat(
              client
                  .listModelImportJobs(
                      r ->
                          r.nameContains("a+b")
                              .statusEquals(ModelImportJobStatus.COMPLETED)
                              .creationTimeAfter(Instant.EPOCH)
                              .creationTimeBefore(TestJobs.CREATION)
                              .sortBy("CreationTime")
                              .sortOrder(SortOrder.ASCENDING)
                              .maxResults(10))
                  .modelImportJobSummaries())
          .hasSize(1);
      assertThat(client.listImportedModels(r -> r.nameContains("model-of")).modelSummaries())
          .hasSize(1);
    }
  }

  @Test
  void sessionTokenIsPartOfTheSignature() {
    AwsCredentialsProvider session =
        StaticCredentialsProvider.create(
            AwsSessionCredentials.create("AKIDONE", "secret/one+", "a/session+token=="));
    try (BedrockClient client = client(strict, session)) {
      assertThatCode(() -> client.listModelImportJobs(r -> {})).doesNotThrowAnyException();
    }
  }
}
