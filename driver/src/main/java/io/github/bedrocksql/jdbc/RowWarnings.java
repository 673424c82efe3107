package io.github.bedrocksql.jdbc;

import io.github.bedrocksql.adapter.config.Target;
import io.github.bedrocksql.adapter.error.SqlState;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The warnings of a result: the Regions whose rows are left out, as far as it was read. */
final class RowWarnings {

  private final Set<Target> cleared = new HashSet<>();

  /** Returns the first of the warnings, null for none. */
  SQLWarning first(Map<Target, SQLException> leftOut) {
    SQLWarning first = null;
    for (Map.Entry<Target, SQLException> entry : leftOut.entrySet()) {
      if (!cleared.contains(entry.getKey())) {
        SQLWarning warning = of(entry.getKey(), entry.getValue());
        if (first == null) {
          first = warning;
        } else {
          first.setNextWarning(warning);
        }
      }
    }
    return first;
  }

  private static SQLWarning of(Target target, SQLException failure) {
    return SqlState.WARNING.warning(
        "The rows of " + target + " are left out: " + failure.getMessage(), failure);
  }

  /** Forgets these warnings. */
  void clear(Set<Target> leftOut) {
    cleared.addAll(leftOut);
  }
}
