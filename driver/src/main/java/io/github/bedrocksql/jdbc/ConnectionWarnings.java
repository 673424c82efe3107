package io.github.bedrocksql.jdbc;

import io.github.bedrocksql.adapter.error.SqlState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.List;

/**
 * The warnings of a connection: which properties it does not know, and what kind of result set was
 * asked for and is not to be had.
 */
final class ConnectionWarnings {

  private SQLWarning first;

  /** Begins with what the properties gave reason for. */
  ConnectionWarnings(List<String> ofProperties) {
    ofProperties.forEach(message -> add(message, SqlState.INVALID_CONNECTION_ATTRIBUTE));
  }

  synchronized SQLWarning first() {
    return first;
  }

  synchronized void clear() {
    first = null;
  }

  private synchronized void add(String message, SqlState state) {
    SQLWarning warning = state.warning(message, null);
    if (first == null) {
      first = warning;
    } else {
      first.setNextWarning(warning);
    }
  }

  /**
   * Warns where result sets will be of another kind than asked for, as JDBC has it.
   *
   * @throws SQLException with SQLState 22023 if there is no such kind
   */
  void ifNot(int type, int concurrency, int holdability) throws SQLException {
    switch (type) {
      case ResultSet.TYPE_FORWARD_ONLY -> {}
      case ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.TYPE_SCROLL_SENSITIVE ->
          add("Result sets are forward only", SqlState.OPTION_VALUE_CHANGED);
      default -> throw invalid(type, "type");
    }
    switch (concurrency) {
      case ResultSet.CONCUR_READ_ONLY -> {}
      case ResultSet.CONCUR_UPDATABLE ->
          add("Result sets are read only", SqlState.OPTION_VALUE_CHANGED);
      default -> throw invalid(concurrency, "concurrency");
    }
    switch (holdability) {
      case ResultSet.HOLD_CURSORS_OVER_COMMIT -> {}
      case ResultSet.CLOSE_CURSORS_AT_COMMIT ->
          add("Result sets stay open over a commit", SqlState.OPTION_VALUE_CHANGED);
      default -> throw invalid(holdability, "holdability");
    }
  }

  private static SQLException invalid(int value, String what) {
    return SqlState.INVALID_PARAMETER.exception(value + " is not a valid result set " + what);
  }
}
