package io.github.bedrocksql.dialect;

import java.sql.SQLException;

/** Carries the SQLException that says why out of code that may throw none. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  Refusal(SQLException reason) {
    super(reason.getMessage(), reason);
  }
}
