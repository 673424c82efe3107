package io.github.bedrocksql.adapter.error;

import com.google.errorprone.annotations.Immutable;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLInvalidAuthorizationSpecException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.sql.SQLWarning;
import java.util.Arrays;
import java.util.Optional;

/**
 * Every SQLState of adapter and driver, each with the exception class that JDBC gives it: the
 * standard's (ISO 9075), ODBC's where JDBC takes over what it says, and PostgreSQL's where neither
 * has one.
 */
public enum SqlState {
  WARNING("01000", SQLWarning::new),
  /** ODBC: a property of the URL or of the Properties. */
  INVALID_CONNECTION_ATTRIBUTE("01S00", SQLException::new),
  /** ODBC: another value than the one asked for. */
  OPTION_VALUE_CHANGED("01S02", SQLWarning::new),
  /** A parameter has no value. */
  MISSING_PARAMETER("07001", SQLException::new),
  CONNECTION_FAILED("08001", SQLTransientConnectionException::new),
  CONNECTION_CLOSED("08003", SQLException::new),
  SERVER_FAILED("08006", SQLTransientConnectionException::new),
  PROTOCOL_VIOLATION("08P01", SQLException::new),
  NOT_SUPPORTED("0A000", SQLFeatureNotSupportedException::new),
  /** More than one row for a single value. */
  CARDINALITY_VIOLATION("21000", SQLDataException::new),
  NUMBER_OUT_OF_RANGE("22003", SQLDataException::new),
  NULL_NOT_ALLOWED("22004", SQLDataException::new),
  INVALID_DATETIME("22007", SQLDataException::new),
  DATETIME_OUT_OF_RANGE("22008", SQLDataException::new),
  SUBSTRING_ERROR("22011", SQLDataException::new),
  DIVISION_BY_ZERO("22012", SQLDataException::new),
  INVALID_FRAME_BOUND("22013", SQLDataException::new),
  INVALID_NTILE_ARGUMENT("22014", SQLDataException::new),
  INTERVAL_OUT_OF_RANGE("22015", SQLDataException::new),
  INVALID_NTH_VALUE_ARGUMENT("22016", SQLDataException::new),
  INVALID_CAST("22018", SQLDataException::new),
  INVALID_REGULAR_EXPRESSION("2201B", SQLDataException::new),
  INVALID_WIDTH_BUCKET_ARGUMENT("2201G", SQLDataException::new),
  INVALID_LIMIT("2201W", SQLDataException::new),
  INVALID_OFFSET("2201X", SQLDataException::new),
  INVALID_PARAMETER("22023", SQLDataException::new),
  INVALID_ESCAPE("22025", SQLDataException::new),
  INVALID_JSON("22032", SQLDataException::new),
  /** More than one item where a function gives one. */
  MORE_THAN_ONE_JSON_ITEM("22034", SQLDataException::new),
  NO_JSON_ITEM("22035", SQLDataException::new),
  JSON_MEMBER_NOT_FOUND("2203A", SQLDataException::new),
  JSON_SCALAR_REQUIRED("2203F", SQLDataException::new),
  /** PostgreSQL: a text that is not a value of its type. */
  INVALID_TEXT("22P02", SQLDataException::new),
  /** No row where the cursor is. */
  INVALID_CURSOR_STATE("24000", SQLException::new),
  READ_ONLY("25006", SQLException::new),
  INVALID_AUTHORIZATION("28000", SQLInvalidAuthorizationSpecException::new),
  UNKNOWN_SCHEMA("3F000", SQLException::new),
  SYNTAX_ERROR("42000", SQLSyntaxErrorException::new),
  // The class, not the state, is what frameworks take for a missing permission: 42 is syntax to
  // them.
  ACCESS_DENIED("42501", SQLInvalidAuthorizationSpecException::new),
  AMBIGUOUS_COLUMN("42702", SQLSyntaxErrorException::new),
  UNKNOWN_OBJECT("42704", SQLSyntaxErrorException::new),
  GROUPING_ERROR("42803", SQLSyntaxErrorException::new),
  TYPE_MISMATCH("42804", SQLSyntaxErrorException::new),
  UNKNOWN_FUNCTION("42883", SQLSyntaxErrorException::new),
  INVALID_ORDER("42P10", SQLSyntaxErrorException::new),
  INDETERMINATE_TYPE("42P18", SQLSyntaxErrorException::new),
  UNKNOWN_TABLE("42S02", SQLSyntaxErrorException::new),
  UNKNOWN_COLUMN("42S22", SQLSyntaxErrorException::new),
  OUT_OF_MEMORY("53200", SQLException::new),
  // Frameworks don't retry after a bare SQLTransientException.
  THROTTLED("53400", SQLTransientConnectionException::new),
  LIMIT_EXCEEDED("54000", SQLException::new),
  STATEMENT_TOO_COMPLEX("54001", SQLSyntaxErrorException::new),
  CANCELED("57014", SQLException::new),
  IO_ERROR("58030", SQLException::new),
  UNEXPECTED("HY000", SQLException::new),
  /** Use of a statement, a result set or an array after it was closed. */
  OBJECT_CLOSED("HY010", SQLException::new),
  TIMEOUT("HYT00", SQLTimeoutException::new);

  @Immutable
  private interface Maker {
    SQLException make(String message, String sqlState, Throwable cause);
  }

  private final String code;
  private final Maker maker;

  SqlState(String code, Maker maker) {
    this.code = code;
    this.maker = maker;
  }

  /** Returns the state of an exception; empty if it has none, or one of somebody else's. */
  public static Optional<SqlState> of(SQLException failure) {
    return Arrays.stream(values()).filter(state -> state.isOf(failure)).findFirst();
  }

  /** Returns the five characters. */
  public String code() {
    return code;
  }

  /** Returns whether an exception has this state. */
  public boolean isOf(SQLException failure) {
    return code.equals(failure.getSQLState());
  }

  /**
   * Returns an exception of this state's class.
   *
   * @param message may quote a server or a user: its control characters are left out
   */
  public SQLException exception(String message) {
    return exception(message, null);
  }

  /**
   * Returns an exception of this state's class.
   *
   * @param message may quote a server or a user: its control characters are left out
   * @param cause may be null
   */
  public SQLException exception(String message, Throwable cause) {
    return maker.make(PlainText.of(message), code, cause);
  }

  /**
   * Returns a warning of this state.
   *
   * @param message may quote a server: its control characters are left out
   * @param cause may be null
   */
  public SQLWarning warning(String message, Throwable cause) {
    return new SQLWarning(PlainText.of(message), code, cause);
  }
}
