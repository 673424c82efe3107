package io.github.bedrocksql.sandbox;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.bedrock.BedrockClient;

/** A sandbox and the real SDK's clients to it, which make each call once. */
final class Bench implements AutoCloseable {
  static final String REGION = "us-east-1";
  static final String ACCOUNT = "123456789012";

  private final Sandbox sandbox;
  private final SdkHttpClient http = Apache5HttpClient.create();
  private final Map<String, BedrockClient> clients = new ConcurrentHashMap<>();

  Bench(Sandbox.Builder builder) {
    this.sandbox = builder.start();
  }

  /** Returns one with generated jobs in {@link #REGION}. */
  static Bench withJobs(int count) {
    return new Bench(Sandbox.builder().generatedJobs(REGION, count));
  }

  Sandbox sandbox() {
    return sandbox;
  }

  BedrockClient client() {
    return client(REGION);
  }

  BedrockClient client(String region) {
    return clients.computeIfAbsent(
        region,
        r -> client(r, credentials("AKIDTEST", "secret"), DefaultRetryStrategy.doNotRetry()));
  }

  /** Returns a client that the caller closes. */
  BedrockClient client(String region, AwsCredentialsProvider credentials, RetryStrategy retries) {
    return BedrockClient.builder()
        .endpointOverride(sandbox.endpoint())
        .region(Region.of(region))
        .credentialsProvider(credentials)
        .httpClient(http)
        .overrideConfiguration(o -> o.retryStrategy(retries))
        .build();
  }

  static StaticCredentialsProvider credentials(String accessKeyId, String secret) {
    return StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKeyId, secret));
  }

  @Override
  public void close() {
    try (sandbox;
        http) {
      clients.values().forEach(BedrockClient::close);
    }
  }
}
