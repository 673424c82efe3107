package io.github.bedrocksql.benchmark;

import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;

/** Reads an account of many jobs in a small heap. */
public final class LargeRead {
  /** In the place of a query: the bare SDK reads the same. */
  static final String SDK = "sdk";

  private LargeRead() {}

  /**
   * Prints something made of all values read.
   *
   * @param args the endpoint, and the query
   */
  public static void main(String[] args) throws Exception {
    URI endpoint = URI.create(args[0]);
    System.out.println(args[1].equals(SDK) ? ofSdk(endpoint) : ofDriver(endpoint, args[1]));
  }

  private static long ofSdk(URI endpoint) {
    try (BareSdk sdk = new BareSdk(endpoint, Endpoints.LARGE_REGION)) {
      AtomicLong hash = new AtomicLong();
      sdk.forEach(
          job -> hash.addAndGet(job.jobName().hashCode() + job.statusAsString().hashCode()));
      return hash.get();
    }
  }

  private static long ofDriver(URI endpoint, String query) throws SQLException {
    try (Connection connection = Workload.connect(endpoint, Endpoints.LARGE_REGION);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      return Workload.rows(rows);
    }
  }
}
