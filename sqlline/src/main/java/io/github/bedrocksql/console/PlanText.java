package io.github.bedrocksql.console;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The text that EXPLAIN answers. */
final class PlanText {
  private PlanText() {}

  static String read(Optional<ResultSet> result) throws SQLException {
    StringBuilder text = new StringBuilder();
    if (result.isPresent()) {
      while (result.get().next()) {
        text.append(result.get().getString(1)).append('\n');
      }
    }
    return text.toString();
  }
}
