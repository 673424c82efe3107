package io.github.bedrocksql.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The process that {@link Endpoints} runs in. */
record EndpointProcess(Process process, String near, String far) implements AutoCloseable {
  /**
   * Starts it.
   *
   * @param manyJobs jobs in {@link Endpoints#LARGE_REGION}
   */
  static EndpointProcess start(int manyJobs) throws IOException {
    Process process =
        new ProcessBuilder(
                List.of(
                    Java.PATH,
                    "-Xmx4g",
                    "-cp",
                    Java.CLASS_PATH,
                    Endpoints.class.getName(),
                    Integer.toString(manyJobs)))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    return new EndpointProcess(process, output.readLine(), output.readLine());
  }

  String uri(boolean latency) {
    return latency ? far : near;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
