package io.github.bedrocksql.benchmark;

import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;

/** Reads an account of many jobs in a small heap. */
public final class LargeRead {
  private LargeRead() {}

  /**
   * Prints how many rows a query gave.
   *
   * @param args the endpoint, and the query
   */
  public static void main(String[] args) throws Exception {
    try (Connection connection = Workload.connect(URI.create(args[0]), Endpoints.LARGE_REGION);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(args[1])) {
      long count = 0;
      while (rows.next()) {
        count++;
      }
      System.out.println(count);
    }
  }
}
