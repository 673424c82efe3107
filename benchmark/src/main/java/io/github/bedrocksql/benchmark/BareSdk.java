package io.github.bedrocksql.benchmark;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Predicate;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.bedrock.model.GetModelImportJobResponse;
import software.amazon.awssdk.services.bedrock.model.ListModelImportJobsRequest;
import software.amazon.awssdk.services.bedrock.model.ListModelImportJobsResponse;
import software.amazon.awssdk.services.bedrock.model.ModelImportJobSummary;
import software.amazon.awssdk.services.bedrock.model.SortJobsBy;
import software.amazon.awssdk.services.bedrock.model.SortOrder;

/**
 * What a programmer would write who knows the API: the fewest calls, as fast as the SDK makes them.
 */
final class BareSdk implements AutoCloseable {
  /** Calls at once, on either side. */
  static final int AT_ONCE = 32;

  private static final int PAGE = 1_000;

  private final BedrockClient client;
  private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);

  BareSdk(URI endpoint, String region) {
    this.client =
        BedrockClient.builder()
            .endpointOverride(endpoint)
            .region(Region.of(region))
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create("AKIDEXAMPLE", "secret")))
            .httpClientBuilder(Apache5HttpClient.builder().maxConnections(AT_ONCE))
            .build();
  }

  GetModelImportJobResponse job(String identifier) {
    return client.getModelImportJob(request -> request.jobIdentifier(identifier));
  }

  List<ModelImportJobSummary> newest(int count) {
    return client
        .listModelImportJobs(
            request ->
                request
                    .maxResults(count)
                    .sortBy(SortJobsBy.CREATION_TIME)
                    .sortOrder(SortOrder.DESCENDING))
        .modelImportJobSummaries();
  }

  List<ModelImportJobSummary> named(String part) {
    return client
        .listModelImportJobs(request -> request.maxResults(PAGE).nameContains(part))
        .modelImportJobSummaries();
  }

  List<ModelImportJobSummary> all() {
    List<ModelImportJobSummary> jobs = new ArrayList<>();
    forEach(jobs::add);
    return jobs;
  }

  /** Reads page after page, and keeps none. */
  void forEach(Consumer<ModelImportJobSummary> reader) {
    String token = null;
    do {
      ListModelImportJobsResponse page =
          client.listModelImportJobs(
              ListModelImportJobsRequest.builder().maxResults(PAGE).nextToken(token).build());
      page.modelImportJobSummaries().forEach(reader);
      token = page.nextToken();
    } while (token != null);
  }

  /** Returns the details of some of all jobs. */
  List<GetModelImportJobResponse> details(Predicate<ModelImportJobSummary> which)
      throws InterruptedException, ExecutionException {
    List<Future<GetModelImportJobResponse>> calls = new ArrayList<>();
    for (ModelImportJobSummary job : all()) {
      if (which.test(job)) {
        calls.add(threads.submit(() -> job(job.jobArn())));
      }
    }
    List<GetModelImportJobResponse> details = new ArrayList<>();
    for (Future<GetModelImportJobResponse> call : calls) {
      details.add(call.get());
    }
    return details;
  }

  @Override
  public void close() {
    threads.shutdownNow();
    client.close();
  }
}
