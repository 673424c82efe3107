package io.github.bedrocksql.jdbc;

import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLWarning;

/** The warnings of a connection: what kind of result set was asked for and is not to be had. */
final class ConnectionWarnings {
  /** ODBC's "option value changed", which JDBC names no other for. */
  private static final String CHANGED = "01S02";

  private SQLWarning first;

  synchronized SQLWarning first() {
    return first;
  }

  synchronized void clear() {
    first = null;
  }

  private synchronized void add(String message) {
    SQLWarning warning = new SQLWarning(message, CHANGED);
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
          add("Result sets are forward only");
      default -> throw invalid(type, "type");
    }
    switch (concurrency) {
      case ResultSet.CONCUR_READ_ONLY -> {}
      case ResultSet.CONCUR_UPDATABLE -> add("Result sets are read only");
      default -> throw invalid(concurrency, "concurrency");
    }
    switch (holdability) {
      case ResultSet.HOLD_CURSORS_OVER_COMMIT -> {}
      case ResultSet.CLOSE_CURSORS_AT_COMMIT -> add("Result sets stay open over a commit");
      default -> throw invalid(holdability, "holdability");
    }
  }

  private static SQLException invalid(int value, String what) {
    return new SQLDataException(value + " is no " + what + " of a result set", "22023");
  }
}
