package io.github.bedrocksql.adapter.error;

import com.google.errorprone.annotations.Immutable;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLInvalidAuthorizationSpecException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;

/** The SQLStates of a failed API call, each with the exception class that JDBC gives it. */
public enum SqlState {
  // The class, not the state, is what frameworks take for a missing permission: 42 is syntax to
  // them.
  ACCESS_DENIED("42501", SQLInvalidAuthorizationSpecException::new),
  INVALID_AUTHORIZATION("28000", SQLInvalidAuthorizationSpecException::new),
  INVALID_PARAMETER("22023", SQLDataException::new),
  NOT_OFFERED("0A000", SQLFeatureNotSupportedException::new),
  // Bare SQLTransientException is none of the classes that frameworks know as worth another try.
  THROTTLED("53400", SQLTransientConnectionException::new),
  CONNECTION_FAILED("08001", SQLTransientConnectionException::new),
  SERVER_FAILED("08006", SQLTransientConnectionException::new),
  PROTOCOL_VIOLATION("08P01", SQLException::new),
  TIMEOUT("HYT00", SQLTimeoutException::new),
  CANCELED("57014", SQLException::new),
  CLOSED("08003", SQLException::new),
  OUT_OF_MEMORY("53200", SQLException::new),
  BUDGET_EXCEEDED("54000", SQLException::new),
  UNEXPECTED("HY000", SQLException::new);

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

  /** Returns the five characters. */
  public String code() {
    return code;
  }

  /**
   * Returns an exception of this state's class.
   *
   * @param message may quote a server: its control characters are left out
   * @param cause may be null
   */
  public SQLException exception(String message, Throwable cause) {
    return maker.make(PlainText.of(message), code, cause);
  }
}
