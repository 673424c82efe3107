package io.github.bedrocksql.jdbc.error;

import com.google.common.base.Throwables;
import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.error.PlainText;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.calcite.avatica.util.DateTimeUtils;

/**
 * What Calcite and Avatica say, without a SQLState, of a statement that failed while it was planned
 * or run. They have no classes for it either: what tells one failure from another is the text,
 * which the tests pin down for the versions at hand.
 */
final class RunTimeErrors {
  /**
   * A failure known by its text.
   *
   * @param text the whole message
   * @param sqlState what it means
   * @param meaning the message to give instead; {@code $1} is the text's first group
   */
  private record Known(Pattern text, String sqlState, String meaning) {
    Known(String text, String sqlState, String meaning) {
      this(Pattern.compile(text, Pattern.DOTALL), sqlState, meaning);
    }
  }

  private static final ImmutableList<Known> KNOWN =
      ImmutableList.of(
          new Known("Statement canceled", "57014", "Statement canceled"),
          new Known(
              "Cannot call (.*) on prepared or callable statement",
              SqlErrors.CLOSED,
              "A prepared statement has its text already: $1 is for others"),
          new Known("Statement closed", SqlErrors.CLOSED, "The statement is closed"),
          new Known("ResultSet closed", SqlErrors.CLOSED, "The result set is closed"),
          new Known("Connection closed", "08003", "The connection is closed"),
          new Known("column '(.*)' not found", "42S22", "Column '$1' is not in the result"),
          new Known("invalid column ordinal: (.*)", "22023", "There is no column $1"),
          new Known("(?:.*: )?unbound parameter", "07001", "A parameter has no value"),
          new Known(
              "more than one value in agg SINGLE_VALUE",
              "21000",
              "A subquery that stands for one value gave more than one row"),
          new Known("(Value of [A-Z]+ field is out of range in .*)", "22007", "$1"),
          new Known(
              ".*LogicalTableModify.*",
              "25006",
              "A write is not possible: Bedrock SQL is read-only"),
          new Known("Required array size too large.*", "54000", "A text would be longer than 2 GB"),
          new Known("For input string: (\"[^\"]*\").*", "22018", "$1 is not a number"),
          new Known("Character .* is neither a decimal .*", "22018", "The text is not a number"),
          new Known("Invalid character for cast(.*)", "22018", "Invalid text for a cast$1"),
          new Known("Invalid (DATE|TIME|TIMESTAMP) value, (.*)", "22007", "Invalid $1 value: $2"),
          new Known(".*[Dd]ivi(?:de|sion) by zero.*|/ by zero", "22012", "Division by zero"),
          new Known(
              ".*[Gg]rows beyond 64 KB.*",
              "54001",
              "The statement is too long to be run: look values up with a join on (VALUES …)"),
          // Of the Java that Calcite writes: its compiler is the first to see the types.
          new Known(
              "Line [0-9]+, Column [0-9]+: .*",
              "0A000",
              "Not supported: a function or operator is given a value of a type that it can't take;"
                  + " CAST it to another"),
          new Known(
              ".*not enough rules to produce a node.*",
              "0A000",
              "Not supported: the statement has a function that can't be run here"),
          new Known("(.*(?:overflow|out of range).*)", "22003", "Number out of range: $1"));

  private RunTimeErrors() {}

  static SQLException translate(Throwable failure) {
    Throwable root = Throwables.getRootCause(failure);
    String message = root.getMessage() == null ? "" : PlainText.of(root.getMessage());
    if (root instanceof NumberFormatException && inDateTime(root)) {
      return exception("The text is not a date or time: " + message, "22007", failure);
    }
    for (Known known : KNOWN) {
      Matcher text = known.text().matcher(message);
      if (text.matches()) {
        return exception(text.replaceFirst(known.meaning()), known.sqlState(), failure);
      }
    }
    if (root instanceof NumberFormatException) {
      return exception("The text is not a number", "22018", failure);
    }
    if (root instanceof PatternSyntaxException pattern) {
      return exception(
          PlainText.of(
              "'"
                  + pattern.getPattern()
                  + "' is not a valid regular expression: "
                  + pattern.getDescription()),
          "2201B",
          failure);
    }
    if (root instanceof DateTimeException) {
      return exception(message, "22007", failure);
    }
    if (root instanceof ArithmeticException) {
      return exception("The number is out of range: " + message, "22003", failure);
    }
    if (root instanceof ClassCastException || root instanceof AssertionError || message.isEmpty()) {
      // Calcite did not see it coming: what it says is of its classes, and is in the cause.
      return new SQLException(
          "The statement can't be run: the engine does not understand a part of it ("
              + root.getClass().getSimpleName()
              + "); look for a value of another type than a function takes",
          "HY000",
          failure);
    }
    return new SQLException(message, "HY000", failure);
  }

  /** Whether the number that could not be read was to be a part of a date or a time. */
  private static boolean inDateTime(Throwable failure) {
    return Arrays.stream(failure.getStackTrace())
        .anyMatch(frame -> frame.getClassName().equals(DateTimeUtils.class.getName()));
  }

  private static SQLException exception(String message, String sqlState, Throwable cause) {
    if (sqlState.equals("0A000")) {
      return new SQLFeatureNotSupportedException(message, sqlState, cause);
    }
    return sqlState.startsWith("22") || sqlState.equals("21000")
        ? new SQLDataException(message, sqlState, cause)
        : new SQLException(message, sqlState, cause);
  }
}
