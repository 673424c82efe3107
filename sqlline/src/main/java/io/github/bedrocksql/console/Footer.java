package io.github.bedrocksql.console;

import io.github.bedrocksql.jdbc.BedrockConnection;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

/** The line after a result: {@code 3 rows, 2 API calls (1 list, 1 get), 0.21 s}. */
final class Footer {
  private static final double NANOS_PER_SECOND = 1e9;

  private Footer() {}

  /**
   * Returns the line for the last statement of a connection; another driver's has no calls.
   *
   * @param nanos how long it took; empty not to tell
   */
  static String of(long rows, Connection connection, Optional<Long> nanos) throws SQLException {
    String count = rows == 1 ? "1 row" : rows + " rows";
    String calls =
        connection.isWrapperFor(BedrockConnection.class)
            ? ", " + connection.unwrap(BedrockConnection.class).lastStatementUsage()
            : "";
    return count + calls + nanos.map(Footer::seconds).orElse("");
  }

  private static String seconds(long nanos) {
    return String.format(Locale.ROOT, ", %.2f s", nanos / NANOS_PER_SECOND);
  }
}
