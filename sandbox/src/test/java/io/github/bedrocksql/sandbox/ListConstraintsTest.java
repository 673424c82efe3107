package io.github.bedrocksql.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.bedrock.model.ListImportedModelsRequest;
import software.amazon.awssdk.services.bedrock.model.ListModelImportJobsRequest;
import software.amazon.awssdk.services.bedrock.model.ValidationException;

/** What both List operations refuse, and the outermost values that they accept. */
class ListConstraintsTest {
  @AutoClose private static final Bench bench = Bench.withJobs(4);

  private static Arguments jobs(
      String parameter, Consumer<ListModelImportJobsRequest.Builder> request) {
    return arguments(parameter, request);
  }

  private static Arguments models(
      String parameter, Consumer<ListImportedModelsRequest.Builder> request) {
    return arguments(parameter, request);
  }

  static Stream<Arguments> badJobRequests() {
    return Stream.of(
        jobs("statusEquals", r -> r.statusEquals("Cancelled")),
        jobs("statusEquals", r -> r.statusEquals("COMPLETED")),
        jobs("statusEquals", r -> r.statusEquals("")),
        jobs("nameContains", r -> r.nameContains("")),
        jobs("nameContains", r -> r.nameContains("-00001")),
        jobs("nameContains", r -> r.nameContains(".")),
        jobs("nameContains", r -> r.nameContains("a b")),
        jobs("nameContains", r -> r.nameContains("a_b")),
        jobs("nameContains", r -> r.nameContains("a%")),
        jobs("nameContains", r -> r.nameContains("é")),
        jobs("nameContains", r -> r.nameContains("a".repeat(64))),
        jobs("sortBy", r -> r.sortBy("JobName")),
        jobs("sortOrder", r -> r.sortOrder("ASC")),
        jobs("maxResults", r -> r.maxResults(0)),
        jobs("maxResults", r -> r.maxResults(-1)),
        jobs("maxResults", r -> r.maxResults(1001)),
        jobs("maxResults", r -> r.maxResults(Integer.MAX_VALUE)),
        jobs("nextToken", r -> r.nextToken("")),
        jobs("nextToken", r -> r.nextToken("!")),
        jobs("nextToken", r -> r.nextToken("abcd")),
        jobs("nextToken", r -> r.nextToken("A".repeat(2049))));
  }

  static Stream<Arguments> badModelRequests() {
    return Stream.of(
        models("nameContains", r -> r.nameContains("")),
        models("nameContains", r -> r.nameContains("-00001")),
        models("nameContains", r -> r.nameContains("_a")),
        models("nameContains", r -> r.nameContains("a--b")),
        models("nameContains", r -> r.nameContains("a.b")),
        models("nameContains", r -> r.nameContains("a b")),
        models("nameContains", r -> r.nameContains("a".repeat(64))),
        models("sortBy", r -> r.sortBy("ModelName")),
        models("sortOrder", r -> r.sortOrder("Down")),
        models("maxResults", r -> r.maxResults(0)),
        models("maxResults", r -> r.maxResults(1001)),
        models("nextToken", r -> r.nextToken("")),
        models("nextToken", r -> r.nextToken("abcd")),
        models("nextToken", r -> r.nextToken("A".repeat(2049))));
  }

  @ParameterizedTest
  @MethodSource("badJobRequests")
  void jobListingIsRefused(String parameter, Consumer<ListModelImportJobsRequest.Builder> request) {
    assertThatExceptionOfType(ValidationException.class)
        .isThrownBy(() -> bench.client().listModelImportJobs(request))
        .withMessageContaining(parameter)
        .satisfies(e -> assertThat(e.statusCode()).isEqualTo(400))
        .satisfies(e -> assertThat(e.requestId()).isNotBlank());
  }

  @ParameterizedTest
  @MethodSource("badModelRequests")
  void modelListingIsRefused(
      String parameter, Consumer<ListImportedModelsRequest.Builder> request) {
    assertThatExceptionOfType(ValidationException.class)
        .isThrownBy(() -> bench.client().listImportedModels(request))
        .withMessageContaining(parameter)
        .satisfies(e -> assertThat(e.statusCode()).isEqualTo(400));
  }

  @Test
  void outermostValuesAreAccepted() {
    String longest = "a".repeat(63);
    assertThat(
            bench
                .client()
                .listModelImportJobs(r -> r.nameContains(longest).maxResults(1000))
                .modelImportJobSummaries())
        .isEmpty();
    assertThat(bench.client().listModelImportJobs(r -> r.maxResults(1)).modelImportJobSummaries())
        .hasSize(1);
    assertThat(
            bench
                .client()
                .listImportedModels(r -> r.nameContains("model-").maxResults(1000))
                .modelSummaries())
        .hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "creationTimeAfter=yesterday",
        "creationTimeBefore=1767225600",
        "creationTimeAfter=",
        "maxResults=",
        "maxResults=ten",
        "maxResults=1e2",
        "maxResults=99999999999999999999"
      })
  void whatTheSdkWouldNotSendIsRefusedToo(String query) throws IOException {
    for (String path : new String[] {"/model-import-jobs?", "/imported-models?"}) {
      HttpResponse<String> response = RawHttp.get(bench.sandbox(), path + query);
      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(RawHttp.errorType(response)).isEqualTo("ValidationException");
      assertThat(response.body()).contains(query.substring(0, query.indexOf('=')));
    }
  }

  @Test
  void modelsHaveNoStatusToFilterBy() throws IOException {
    HttpResponse<String> response =
        RawHttp.get(bench.sandbox(), "/imported-models?statusEquals=Failed");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("model-00002", "model-00004");
  }
}
