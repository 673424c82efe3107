package io.github.bedrocksql.jdbc;

import java.util.List;

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

  /**
   * Returns how many attempts the calls of {@link #lastStatementUsage} took beyond the first of
   * each: they were throttled, or failed, and were sent again.
   */
  long lastStatementRetries();

  /**
   * Returns how many rows the lists of {@link #lastStatementUsage} returned: a query whose rows
   * need details makes a get for each of them at most.
   */
  long lastStatementListedRows();

  /** Returns the Regions that statements ask; none if it would take a call to tell. */
  List<String> regions();

  /** Returns the ids of the accounts that statements ask, as far as the settings tell them. */
  List<String> accounts();
}
