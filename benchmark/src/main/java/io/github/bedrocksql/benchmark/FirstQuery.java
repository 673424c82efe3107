package io.github.bedrocksql.benchmark;

import java.net.URI;

/** A fresh JVM's first point query, on either side. */
public final class FirstQuery {
  private FirstQuery() {}

  /**
   * Runs a workload once.
   *
   * @param args {@code driver} or {@code sdk}, and the endpoint
   */
  public static void main(String[] args) throws Exception {
    URI endpoint = URI.create(args[1]);
    boolean driver = "driver".equals(args[0]);
    try (Workload.Run run =
        driver ? Workload.NEW_CONNECTION.driver(endpoint) : Workload.NEW_CONNECTION.sdk(endpoint)) {
      System.out.println(run.step().once(41));
    }
  }
}
