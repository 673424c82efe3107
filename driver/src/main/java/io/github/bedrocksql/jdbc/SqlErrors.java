package io.github.bedrocksql.jdbc;

import com.google.common.base.Throwables;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLSyntaxErrorException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.calcite.runtime.CalciteContextException;
import org.apache.calcite.sql.parser.SqlParseException;

/**
 * Finds what went wrong under Avatica's "Error while executing SQL" and says it in one line with
 * its SQLState.
 */
final class SqlErrors {
  /** Use of a statement or a result set after it was closed. */
  static final String CLOSED = "HY010";

  private static final Pattern UNKNOWN_TABLE = Pattern.compile("(Object|Table) '.*' not found.*");
  private static final Pattern UNKNOWN_COLUMN =
      Pattern.compile("(Unknown field|Column) '.*'( not found.*)?");

  /** What Calcite says of {@code SELECT x} where x is nothing but that column's own name. */
  private static final Pattern OWN_ALIAS =
      Pattern.compile("The definition of column '(.*)' depends on itself.*");

  private static final Pattern BAD_TIME =
      Pattern.compile("Illegal (DATE|TIME|TIMESTAMP|INTERVAL).* literal.*");

  /** Avatica's methods that are still to be written. */
  private static final String UNWRITTEN = "todo: implement this method";

  private static final Pattern EXPECTING = Pattern.compile("(?s)\\s*Was expecting.*");

  private SqlErrors() {}

  /** Returns the SQLException that says why; its cause is kept. */
  static SQLException translate(Throwable failure) {
    if (Throwables.getRootCause(failure) instanceof StackOverflowError) {
      // The parser or the planner, which go down a level for each level of the statement. Without
      // the cause: a thousand frames, all the same.
      return new SQLSyntaxErrorException(
          "The statement is too complex: it is nested too deeply", "54001");
    }
    for (Throwable cause : Throwables.getCausalChain(failure)) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return sql;
      }
      if (cause instanceof SQLFeatureNotSupportedException
          || cause instanceof UnsupportedOperationException
          || UNWRITTEN.equals(cause.getMessage())) {
        return notSupported(cause);
      }
      if (cause instanceof CalciteContextException context) {
        return validation(context);
      }
      if (cause instanceof SqlParseException parse) {
        return syntax(parse);
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
    String said = message == null || UNWRITTEN.equals(message) ? "" : ": " + oneLine(message);
    return new SQLFeatureNotSupportedException("Not supported" + said, "0A000", cause);
  }

  private static SQLException validation(CalciteContextException e) {
    String reason = oneLine(Throwables.getRootCause(e).getMessage());
    Matcher alias = OWN_ALIAS.matcher(reason);
    if (alias.matches()) {
      reason = "Column '" + alias.group(1) + "' not found in any table";
    }
    String state = "42000";
    if (UNKNOWN_TABLE.matcher(reason).matches()) {
      state = "42S02";
    } else if (UNKNOWN_COLUMN.matcher(reason).matches()) {
      state = "42S22";
    }
    return located(reason + place(e.getPosLine(), e.getPosColumn()), state, e);
  }

  private static SQLException syntax(SqlParseException e) {
    String message = e.getMessage() == null ? "the statement can't be read" : e.getMessage();
    String reason = oneLine(EXPECTING.matcher(message).replaceFirst(""));
    if (reason.startsWith("Non-query expression")) {
      // What Calcite makes of a misspelt first word, which it reads as a column's name.
      reason = "a statement starts with SELECT, WITH, VALUES or EXPLAIN";
    }
    String place =
        reason.contains("at line ") || e.getPos() == null
            ? ""
            : place(e.getPos().getLineNum(), e.getPos().getColumnNum());
    return BAD_TIME.matcher(reason).matches()
        ? located(reason + place, "22007", e)
        : located("Syntax error: " + reason + place, "42000", e);
  }

  /** A failure of the text itself; a date that is none is one of its data. */
  private static SQLException located(String message, String state, Exception cause) {
    return BAD_TIME.matcher(message).matches()
        ? new java.sql.SQLDataException(message, "22007", cause)
        : new SQLSyntaxErrorException(message, state, cause);
  }

  private static String place(int line, int column) {
    return line > 0 ? " (line " + line + ", column " + column + ")" : "";
  }

  static String oneLine(String message) {
    return message.strip().replaceAll("\\s*[\\r\\n]+\\s*", " ");
  }
}
