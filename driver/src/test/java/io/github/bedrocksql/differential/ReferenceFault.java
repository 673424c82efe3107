package io.github.bedrocksql.differential;

import com.google.common.collect.ImmutableSet;
import java.sql.SQLException;
import java.util.Set;

/** The reference has a defect of its own, and so nothing to compare with. */
final class ReferenceFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** H2's "general error", and its refusal of a LIMIT of 0 in a plan that it makes again. */
  private static final Set<Integer> CODES = ImmutableSet.of(50000, 90008);

  private ReferenceFault(SQLException cause) {
    super(cause);
  }

  /** Throws one if that is what an error is. */
  static void check(SQLException e) {
    if (CODES.contains(e.getErrorCode())) {
      throw new ReferenceFault(e);
    }
  }
}
