package io.github.bedrocksql.jdbc.error;

import com.google.common.base.Throwables;
import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.error.PlainText;
import io.github.bedrocksql.adapter.error.SqlState;
import java.sql.SQLException;
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
   * @param state what it means
   * @param meaning the message to give instead; {@code $1} is the text's first group
   */
  private record Known(Pattern text, SqlState state, String meaning) {
    Known(String text, SqlState state, String meaning) {
      this(Pattern.compile(text, Pattern.DOTALL), state, meaning);
    }
  }

  private static final ImmutableList<Known> KNOWN =
      ImmutableList.of(
          new Known("Statement canceled", SqlState.CANCELED, "Statement canceled"),
          new Known(
              "Cannot call (.*) on prepared or callable statement",
              SqlState.OBJECT_CLOSED,
              "A prepared statement already has its SQL: call $1 on a plain Statement"),
          new Known("Statement closed", SqlState.OBJECT_CLOSED, "The statement is closed"),
          new Known("ResultSet closed", SqlState.OBJECT_CLOSED, "The result set is closed"),
          new Known("Connection closed", SqlState.CONNECTION_CLOSED, "The connection is closed"),
          new Known(
              "column '(.*)' not found",
              SqlState.UNKNOWN_COLUMN,
              "Column '$1' is not in the result"),
          new Known(
              "invalid column ordinal: (.*)", SqlState.INVALID_PARAMETER, "There is no column $1"),
          new Known(
              "(?:.*: )?unbound parameter", SqlState.MISSING_PARAMETER, "A parameter has no value"),
          new Known(
              "more than one value in agg SINGLE_VALUE",
              SqlState.CARDINALITY_VIOLATION,
              "A subquery used as a value returned more than one row"),
          new Known(
              "(Value of [A-Z]+ field is out of range in .*)", SqlState.INVALID_DATETIME, "$1"),
          new Known(
              ".*LogicalTableModify.*",
              SqlState.READ_ONLY,
              "A write is not possible: Bedrock SQL is read-only"),
          new Known(
              "Required array size too large.*",
              SqlState.LIMIT_EXCEEDED,
              "A text would be longer than 2 GB"),
          new Known(
              "For input string: (\"[^\"]*\").*", SqlState.INVALID_CAST, "$1 is not a number"),
          new Known(
              "Character .* is neither a decimal .*",
              SqlState.INVALID_CAST,
              "The text is not a number"),
          new Known(
              "Invalid character for cast(.*)", SqlState.INVALID_CAST, "Invalid text for a cast$1"),
          new Known(
              "Invalid (DATE|TIME|TIMESTAMP) value, (.*)",
              SqlState.INVALID_DATETIME,
              "Invalid $1 value: $2"),
          new Known(
              ".*[Dd]ivi(?:de|sion) by zero.*|/ by zero",
              SqlState.DIVISION_BY_ZERO,
              "Division by zero"),
          new Known(
              ".*[Gg]rows beyond 64 KB.*",
              SqlState.STATEMENT_TOO_COMPLEX,
              "The statement is too long to be run: look values up with a join on (VALUES …)"),
          // Of the Java that Calcite writes: its compiler is the first to see the types.
          new Known(
              "Line [0-9]+, Column [0-9]+: .*",
              SqlState.NOT_SUPPORTED,
              "Not supported: a function or operator is given a value of a type that it can't take;"
                  + " CAST it to another"),
          new Known(
              ".*not enough rules to produce a node.*",
              SqlState.NOT_SUPPORTED,
              "Not supported: the statement has a function that can't be run here"),
          new Known(
              "(.*(?:overflow|out of range).*)",
              SqlState.NUMBER_OUT_OF_RANGE,
              "Number out of range: $1"));

  private RunTimeErrors() {}

  static SQLException translate(Throwable failure) {
    Throwable root = Throwables.getRootCause(failure);
    String message = root.getMessage() == null ? "" : PlainText.of(root.getMessage());
    if (root instanceof NumberFormatException && inDateTime(root)) {
      return SqlState.INVALID_DATETIME.exception(
          "The text is not a date or time: " + message, failure);
    }
    for (Known known : KNOWN) {
      Matcher text = known.text().matcher(message);
      if (text.matches()) {
        return known.state().exception(text.replaceFirst(known.meaning()), failure);
      }
    }
    if (root instanceof NumberFormatException) {
      return SqlState.INVALID_CAST.exception("The text is not a number", failure);
    }
    if (root instanceof PatternSyntaxException pattern) {
      return SqlState.INVALID_REGULAR_EXPRESSION.exception(
          "'"
              + pattern.getPattern()
              + "' is not a valid regular expression: "
              + pattern.getDescription(),
          failure);
    }
    if (root instanceof DateTimeException) {
      return SqlState.INVALID_DATETIME.exception(message, failure);
    }
    if (root instanceof ArithmeticException) {
      return SqlState.NUMBER_OUT_OF_RANGE.exception(
          "The number is out of range: " + message, failure);
    }
    return unexpected(root, message, failure);
  }

  private static SQLException unexpected(Throwable root, String message, Throwable failure) {
    if (root instanceof ClassCastException || root instanceof AssertionError || message.isEmpty()) {
      // Calcite did not see it coming: what it says is of its classes, and is in the cause.
      return SqlState.UNEXPECTED.exception(
          "The statement can't be run: the engine failed on a part of it ("
              + root.getClass().getSimpleName()
              + "); check that each function gets values of the types it takes",
          failure);
    }
    return SqlState.UNEXPECTED.exception(message, failure);
  }

  /** Whether the number that could not be read was to be a part of a date or a time. */
  private static boolean inDateTime(Throwable failure) {
    return Arrays.stream(failure.getStackTrace())
        .anyMatch(frame -> frame.getClassName().equals(DateTimeUtils.class.getName()));
  }
}
