package io.github.bedrocksql.console;

import io.github.bedrocksql.jdbc.BedrockConnection;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** The line after a result: {@code 3 rows, 2 API calls (1 list, 1 get), 0.21 s}. */
final class Footer {
  private static final double NANOS_PER_SECOND = 1e9;

  private Footer() {}

  /** Returns the line for the last statement of a connection; another driver's has no calls. */
  static String of(long rows, Connection connection, long nanos) throws SQLException {
    String calls =
        connection.isWrapperFor(BedrockConnection.class)
            ? ", " + connection.unwrap(BedrockConnection.class).lastStatementUsage()
            : "";
    return line(rows, calls, nanos);
  }

  /** Returns the line for a result of metadata, which calls nothing. */
  static String ofMetadata(long rows, long nanos) {
    return line(rows, "", nanos);
  }

  private static String line(long rows, String calls, long nanos) {
    String count = rows == 1 ? "1 row" : rows + " rows";
    return String.format(Locale.ROOT, "%s%s, %.2f s", count, calls, nanos / NANOS_PER_SECOND);
  }
}
