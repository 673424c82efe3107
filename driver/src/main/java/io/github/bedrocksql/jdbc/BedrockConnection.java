package io.github.bedrocksql.jdbc;

/**
 * What a connection of this driver tells beyond JDBC: {@code
 * connection.unwrap(BedrockConnection.class)}. The calls one by one are in the table {@code
 * api_calls}.
 */
public interface BedrockConnection {
  /** Returns the API calls made since the connection was opened. */
  ApiUsage apiUsage();

  /**
   * Returns the API calls made since the last statement began: so far, if its rows are still being
   * read. Of statements that run side by side on one connection, the calls of all.
   */
  ApiUsage lastStatementUsage();
}
