package io.github.bedrocksql.dialect.run;

import java.sql.SQLException;

/** Carries the reason why a statement is stopped out of code that may throw no SQLException. */
final class Stopped extends RuntimeException {
  private static final long serialVersionUID = 1;

  Stopped(SQLException reason) {
    super(reason.getMessage(), reason);
  }
}
