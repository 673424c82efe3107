package io.github.bedrocksql.jdbc.error;

import com.google.common.base.Throwables;
import io.github.bedrocksql.adapter.error.OutOfMemory;
import io.github.bedrocksql.adapter.error.PlainText;
import io.github.bedrocksql.adapter.error.SqlState;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.regex.Pattern;

/**
 * Finds what went wrong under Avatica's "Error while executing SQL" and says it in one line with
 * its SQLState.
 */
public final class SqlErrors {
  /** Avatica's methods that are still to be written. */
  private static final String UNWRITTEN = "todo: implement this method";

  /** What Calcite puts before a part of the statement that it has no way to run. */
  private static final Pattern CLASS_NAME = Pattern.compile("^class [\\w.$]+: ");

  private SqlErrors() {}

  /** Returns the SQLException that says why; its cause is kept. */
  public static SQLException translate(Throwable failure) {
    if (Throwables.getRootCause(failure) instanceof StackOverflowError) {
      // The parser or the planner, which go down a level for each level of the statement. Without
      // the cause: a thousand frames, all the same.
      return SqlState.STATEMENT_TOO_COMPLEX.exception(
          "The statement is nested too deeply; a long chain of OR can be written as one IN (…)");
    }
    for (Throwable cause : Throwables.getCausalChain(failure)) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return sql;
      }
      if (cause instanceof OutOfMemoryError error) {
        return OutOfMemory.exception(error, "");
      }
      if (cause instanceof SQLFeatureNotSupportedException
          || cause instanceof UnsupportedOperationException
          || UNWRITTEN.equals(cause.getMessage())) {
        return notSupported(cause);
      }
      for (Throwable suppressed : cause.getSuppressed()) {
        // Calcite's "Unable to implement" carries its cause there.
        if (suppressed != failure) {
          return translate(suppressed);
        }
      }
    }
    return RunTimeErrors.translate(failure);
  }

  private static SQLException notSupported(Throwable cause) {
    String message = cause.getMessage();
    String said =
        message == null || UNWRITTEN.equals(message)
            ? ""
            : ": " + PlainText.of(CLASS_NAME.matcher(message).replaceFirst(""));
    return SqlState.NOT_SUPPORTED.exception("Not supported" + said, cause);
  }
}
