package io.github.bedrocksql.jar;

import com.google.common.base.Throwables;
import java.lang.reflect.InvocationTargetException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Stream;

/**
 * What became of a statement, in words that are the same for every class loader.
 *
 * @param text rows, or SQLState and message
 * @param missing classes and methods that were looked for in vain
 */
record Outcome(String text, List<String> missing) {
  private static final String SHADED = "io.github.bedrocksql.shaded.";

  @SuppressWarnings("CatchingUnchecked") // What the driver lets through is an outcome, too.
  static Outcome of(Connection connection, String sql) {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return new Outcome(neutral(text(rows)), List.of());
    } catch (SQLException | RuntimeException | Error e) {
      String state = e instanceof SQLException failure ? failure.getSQLState() : "unchecked";
      String text = state + " " + e.getMessage();
      return new Outcome(neutral(text), missing(e));
    }
  }

  /** Less where the libraries are, the planner's running numbers, and places in generated code. */
  private static String neutral(String text) {
    return text.replace(SHADED, "")
        .replaceAll("#\\d+|\\b\\d+:(?=[A-Z])|id = \\d+|Line \\d+, Column \\d+", "#");
  }

  static String text(ResultSet rows) throws SQLException {
    StringJoiner text = new StringJoiner("\n");
    int columns = rows.getMetaData().getColumnCount();
    while (rows.next()) {
      StringJoiner row = new StringJoiner(" | ");
      for (int i = 1; i <= columns; i++) {
        row.add(String.valueOf(rows.getString(i)));
      }
      text.add(row.toString());
    }
    return text.toString();
  }

  /** Returns what a failure says of classes and methods that are not there. */
  static List<String> missing(Throwable failure) {
    return Throwables.getCausalChain(failure).stream()
        .flatMap(cause -> Stream.concat(Stream.of(cause), Stream.of(cause.getSuppressed())))
        .flatMap(cause -> Throwables.getCausalChain(cause).stream())
        .filter(Outcome::isOfLinking)
        .map(cause -> neutral(cause.toString()))
        .distinct()
        .toList();
  }

  private static boolean isOfLinking(Throwable cause) {
    if (cause instanceof InvocationTargetException) {
      return false;
    }
    return cause instanceof LinkageError
        || cause instanceof ReflectiveOperationException
        || cause.getClass().getName().endsWith(".CompileException");
  }
}
