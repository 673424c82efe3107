package io.github.bedrocksql.adapter.client;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.FutureTask;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.defaultsmode.DefaultsMode;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.bedrock.model.GetModelImportJobResponse;

/**
 * A call that is answered without leaving the JVM. It loads the thousand classes of the SDK that
 * the first call takes, while the connection is still being made and its first statement planned.
 * It reads no setting, asks nobody for credentials, and sends nothing.
 */
final class Rehearsal {
  /** Once in a JVM: what it loads stays. A second one would find nothing to do. */
  private static final Supplier<Thread> OF_JVM = Suppliers.memoize(Rehearsal::started);

  private Rehearsal() {}

  /** Begins in a thread of its own, unless there has been one. */
  static void begin() {
    Thread unused = OF_JVM.get();
  }

  private static Thread started() {
    // A failure is that of the first call, which tells it.
    Thread thread = DaemonThread.of("bedrock-sql-rehearsal", new FutureTask<>(Rehearsal::call));
    try {
      thread.start();
    } catch (OutOfMemoryError e) {
      return thread; // There is no thread to be had. The first call can do without.
    }
    return thread;
  }

  /** Makes the call. */
  static GetModelImportJobResponse call() {
    try (BedrockClient client =
        BedrockClient.builder()
            .region(Region.US_EAST_1)
            .endpointOverride(URI.create("http://localhost"))
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("none", "none")))
            .defaultsMode(DefaultsMode.LEGACY)
            .httpClient(new Echo())
            .overrideConfiguration(
                o ->
                    o.defaultProfileFile(SdkProfiles.NONE)
                        .defaultProfileName(SdkProfiles.NAME)
                        .addExecutionInterceptor(new TraceInterceptor()))
            .build()) {
      return client.getModelImportJob(
          r -> r.jobIdentifier("none").overrideConfiguration(new CallTrace().attached()));
    }
  }

  /** Answers every request with an object that has no field. */
  private static final class Echo implements SdkHttpClient {
    private static final byte[] ANSWER = "{}".getBytes(StandardCharsets.UTF_8);

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      return new ExecutableHttpRequest() {
        @Override
        public HttpExecuteResponse call() {
          return HttpExecuteResponse.builder()
              .response(
                  SdkHttpResponse.builder()
                      .statusCode(200)
                      .putHeader("Content-Type", "application/json")
                      .build())
              .responseBody(AbortableInputStream.create(new ByteArrayInputStream(ANSWER)))
              .build();
        }

        @Override
        public void abort() {
          // It has been answered already.
        }
      };
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }
}
