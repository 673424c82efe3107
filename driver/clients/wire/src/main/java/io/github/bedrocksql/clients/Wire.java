package io.github.bedrocksql.clients;

import io.github.bedrocksql.sandbox.RecordedRequest;
import io.github.bedrocksql.sandbox.Sandbox;
import java.util.List;
import java.util.TreeMap;

/** An endpoint that a client queries, and the calls that reached it. */
public final class Wire implements AutoCloseable {
  /** The class that tools are told. */
  public static final String DRIVER = "io.github.bedrocksql.jdbc.BedrockDriver";

  private final Sandbox sandbox;

  private Wire(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  /** Returns an endpoint with the sample jobs. */
  public static Wire withSampleJobs() {
    return new Wire(Sandbox.startWithSampleJobs());
  }

  /** Returns an endpoint with generated jobs in each of the Regions. */
  public static Wire withGeneratedJobs(int count, String... regions) {
    Sandbox.Builder builder = Sandbox.builder();
    for (String region : regions) {
      builder.generatedJobs(region, count);
    }
    return new Wire(builder.start());
  }

  /** Returns an endpoint that is made by the caller, and closed with this. */
  public static Wire to(Sandbox sandbox) {
    return new Wire(sandbox);
  }

  /** Returns the URL for {@code us-east-1}; more properties may be appended. */
  public String url() {
    return url("region=us-east-1");
  }

  /** Returns the URL with these properties besides the endpoint's own; more may be appended. */
  public String url(String properties) {
    return "jdbc:bedrock:endpoint="
        + sandbox.endpoint()
        + ";accessKeyId=a;secretAccessKey=s;"
        + properties
        + ";";
  }

  /**
   * Returns the calls answered so far, in the order of their answers, each as {@code
   * ListModelImportJobs us-east-1 {statusEquals=Failed}}; forgets them.
   */
  public List<String> calls() {
    List<String> calls = sandbox.requests().stream().map(Wire::shown).toList();
    sandbox.clearRequests();
    return calls;
  }

  private static String shown(RecordedRequest request) {
    return request.operation() + " " + request.region() + " " + new TreeMap<>(request.parameters());
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
