package io.github.bedrocksql.adapter.error;

import java.sql.SQLException;

/**
 * Carries the SQLException that says why a statement fails out of code that may throw none. The
 * cause is what the user gets.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Refuses for this reason. */
  public Refusal(SQLException reason) {
    super(reason.getMessage(), reason);
  }
}
