package io.github.bedrocksql.jdbc;

import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.List;

/**
 * The warnings of a connection: which properties it does not know, and what kind of result set was
 * asked for and is not to be had.
 */
final class ConnectionWarnings {
  /** ODBC's "option value changed", which JDBC names no other for. */
  private static final String CHANGED = "01S02";

  /** ODBC's "invalid connection string attribute". */
  private static final String UNKNOWN = "01S00";

  private SQLWarning first;

  /** Begins with what the properties gave reason for. */
  ConnectionWarnings(List<String> ofProperties) {
    ofProperties.forEach(message -> add(message, UNKNOWN));
  }

  synchronized SQLWarning first() {
    return first;
  }

  synchronized void clear() {
    first = null;
  }

  private synchronized void add(String message, String sqlState) {
    SQLWarning warning = new SQLWarning(message, sqlState);
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
          add("Result sets are forward only", CHANGED);
      default -> throw invalid(type, "type");
    }
    switch (concurrency) {
      case ResultSet.CONCUR_READ_ONLY -> {}
      case ResultSet.CONCUR_UPDATABLE -> add("Result sets are read only", CHANGED);
      default -> throw invalid(concurrency, "concurrency");
    }
    switch (holdability) {
      case ResultSet.HOLD_CURSORS_OVER_COMMIT -> {}
      case ResultSet.CLOSE_CURSORS_AT_COMMIT -> add("Result sets stay open over a commit", CHANGED);
      default -> throw invalid(holdability, "holdability");
    }
  }

  private static SQLException invalid(int value, String what) {
    return new SQLDataException(value + " is not a " + what + " of a result set", "22023");
  }
}
