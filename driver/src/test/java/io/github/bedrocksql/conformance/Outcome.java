package io.github.bedrocksql.conformance;

import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;

/**
 * What a call of a JDBC method came to.
 *
 * @param said the SQLState of a refusal, the reason of what is broken, else empty
 */
record Outcome(Verdict verdict, String said) {
  private static final String NOT_SUPPORTED = "0A000";

  /** What a method may do. */
  enum Verdict {
    WORKS,
    /** SQLFeatureNotSupportedException with SQLState 0A000. */
    NOT_SUPPORTED,
    /** Another SQLException with a SQLState. */
    REFUSED,
    /** Anything else: an unchecked exception, no SQLState, no end. */
    BROKEN
  }

  static Outcome works() {
    return new Outcome(Verdict.WORKS, "");
  }

  static Outcome broken(String reason) {
    return new Outcome(Verdict.BROKEN, reason);
  }

  static Outcome of(Throwable failure) {
    if (!(failure instanceof SQLException sql)) {
      return broken("throws " + failure);
    }
    String state = sql.getSQLState();
    if (state == null || state.length() != 5) {
      return broken("SQLState " + state + " of " + sql);
    }
    boolean feature = sql instanceof SQLFeatureNotSupportedException;
    if (feature != state.equals(NOT_SUPPORTED)) {
      return broken("SQLState " + state + " in " + sql.getClass().getSimpleName());
    }
    return feature ? new Outcome(Verdict.NOT_SUPPORTED, "") : new Outcome(Verdict.REFUSED, state);
  }
}
