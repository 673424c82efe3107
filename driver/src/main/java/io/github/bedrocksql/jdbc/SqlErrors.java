package io.github.bedrocksql.jdbc;

import com.google.common.base.Throwables;
import java.sql.SQLException;
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
  private static final Pattern UNKNOWN_TABLE = Pattern.compile("(Object|Table) '.*' not found.*");
  private static final Pattern UNKNOWN_COLUMN =
      Pattern.compile("(Unknown field|Column) '.*'( not found.*)?");

  /** What Calcite says of {@code SELECT x} where x is nothing but that column's own name. */
  private static final Pattern OWN_ALIAS =
      Pattern.compile("The definition of column '(.*)' depends on itself.*");

  private static final Pattern EXPECTING = Pattern.compile("(?s)\\s*Was expecting.*");

  private SqlErrors() {}

  /** Returns the SQLException that says why; its cause is kept. */
  static SQLException translate(Throwable failure) {
    for (Throwable cause : Throwables.getCausalChain(failure)) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return sql;
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
    Throwable root = Throwables.getRootCause(failure);
    if (root instanceof ArithmeticException) {
      return new SQLException(oneLine(String.valueOf(root.getMessage())), "22012", failure);
    }
    String message = root.getMessage() == null ? root.toString() : root.getMessage();
    return new SQLException(oneLine(message), "HY000", failure);
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
    return new SQLSyntaxErrorException(reason + place(e.getPosLine(), e.getPosColumn()), state, e);
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
    return new SQLSyntaxErrorException("Syntax error: " + reason + place, "42000", e);
  }

  private static String place(int line, int column) {
    return line > 0 ? " (line " + line + ", column " + column + ")" : "";
  }

  private static String oneLine(String message) {
    return message.strip().replaceAll("\\s*[\\r\\n]+\\s*", " ");
  }
}
