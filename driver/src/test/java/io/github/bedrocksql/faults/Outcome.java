package io.github.bedrocksql.faults;

import com.google.common.collect.ImmutableList;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What came of a statement.
 *
 * @param rows those read to the end, or up to the failure
 * @param warnings of the rows
 * @param failure what was thrown; empty if the statement was read to its end
 */
record Outcome(
    ImmutableList<List<Object>> rows,
    ImmutableList<String> warnings,
    Optional<SQLException> failure) {

  /** Reads a statement to its end; what is no SQLException is a defect and passes through. */
  static Outcome of(Connection connection, String sql) {
    List<List<Object>> rows = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<Object> row = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          row.add(result.getObject(i));
        }
        rows.add(row);
      }
      SQLWarning warning = result.getWarnings();
      for (; warning != null; warning = warning.getNextWarning()) {
        warnings.add(warning.getMessage());
      }
    } catch (SQLException e) {
      return outcome(rows, warnings, Optional.of(e));
    }
    return outcome(rows, warnings, Optional.empty());
  }

  private static Outcome outcome(
      List<List<Object>> rows, List<String> warnings, Optional<SQLException> failure) {
    return new Outcome(ImmutableList.copyOf(rows), ImmutableList.copyOf(warnings), failure);
  }

  /** Prints the line of the matrix: what it was, and at how many calls. */
  void print(String fault, String place, long calls) {
    String text =
        failure
            .map(e -> e.getSQLState() + " " + e.getMessage())
            .orElse(
                rows.size() + " rows" + (warnings.isEmpty() ? "" : ", warned: " + warnings.get(0)));
    System.out.printf("%-20s | %-22s | %4d calls | %s%n", fault, place, calls, text);
  }
}
