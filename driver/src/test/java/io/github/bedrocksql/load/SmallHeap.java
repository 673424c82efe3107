package io.github.bedrocksql.load;

import java.io.InputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What {@link OutOfMemoryTest} runs in a JVM of its own, whose heap is small. */
final class SmallHeap {
  private SmallHeap() {}

  /** Takes a URL and statements, and prints a line for each: what came of it. */
  public static void main(String[] args) throws SQLException {
    try (Connection connection = DriverManager.getConnection(args[0])) {
      for (int i = 1; i < args.length; i++) {
        try (Statement statement = connection.createStatement()) {
          System.out.println(outcome(statement, args[i]));
          try (Statement next = connection.createStatement()) {
            // All memory is free again, though the statement is open.
            rows(next, "SELECT a, COUNT(*) FROM generate_series(1, 10000) a GROUP BY a");
          }
        }
      }
    }
  }

  private static String outcome(Statement statement, String sql) {
    try {
      return rows(statement, sql) + " rows";
    } catch (SQLException e) {
      return e.getSQLState() + " " + e.getMessage();
    }
  }

  private static long rows(Statement statement, String sql) throws SQLException {
    ResultSet rows = statement.executeQuery(sql);
    return rows.getMetaData().getColumnLabel(1).equals("read_often") ? readings(rows) : count(rows);
  }

  private static long count(ResultSet rows) throws SQLException {
    long count = 0;
    while (rows.next()) {
      count++;
    }
    return count;
  }

  /** Reads each value a hundred times, and keeps what the getter made of it. */
  private static long readings(ResultSet rows) throws SQLException {
    List<InputStream> kept = new ArrayList<>();
    while (rows.next()) {
      for (int i = 0; i < 100; i++) {
        kept.add(rows.getAsciiStream(1));
      }
    }
    return kept.size();
  }
}
