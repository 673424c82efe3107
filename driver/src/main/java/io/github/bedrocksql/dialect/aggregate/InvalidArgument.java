package io.github.bedrocksql.dialect.aggregate;

import java.sql.SQLDataException;

/** A number given to a function that it can't do with; the cause is what the user gets. */
final class InvalidArgument extends RuntimeException {
  private static final long serialVersionUID = 1;

  InvalidArgument(String message, String sqlState) {
    super(new SQLDataException(message, sqlState));
  }
}
