package io.github.bedrocksql.dialect.error;

import com.google.common.base.Throwables;
import io.github.bedrocksql.adapter.error.NearestName;
import io.github.bedrocksql.adapter.error.PlainText;
import io.github.bedrocksql.adapter.error.Refusal;
import io.github.bedrocksql.adapter.error.SqlState;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.calcite.jdbc.CalcitePrepare;
import org.apache.calcite.runtime.CalciteContextException;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.parser.SqlParseException;

/** Says what is wrong with a statement's text: what, where, and what may have been meant. */
public final class Misspelling {
  /**
   * A complaint of Calcite's validator.
   *
   * @param text the whole message
   * @param state what it means
   * @param meaning what to say instead: {@code @} is the place in the statement
   */
  private record Complaint(Pattern text, SqlState state, String meaning) {
    Complaint(String text, SqlState state, String meaning) {
      this(Pattern.compile(text, Pattern.DOTALL), state, meaning);
    }
  }

  /** With the misspelt name as the first group where one is unknown. */
  private static final List<Complaint> COMPLAINTS =
      List.of(
          new Complaint(
              "Object '(.*?)' not found.*", SqlState.UNKNOWN_TABLE, "Unknown table '$1'@"),
          new Complaint(
              "Table '(.*?)' not found.*",
              SqlState.UNKNOWN_TABLE,
              "Unknown table '$1'@: it is not in FROM, or has another name there"),
          new Complaint(
              "Column '(.*)' not found in table '(.*?)'.*",
              SqlState.UNKNOWN_COLUMN,
              "Unknown column '$1' of table '$2'@"),
          // The last is what Calcite says of SELECT x where x is nothing but that column's name.
          new Complaint(
              "(?:Column|Unknown field|The definition of column) '(.*?)'"
                  + "(?: not found.*| depends on itself.*|)",
              SqlState.UNKNOWN_COLUMN,
              "Unknown column '$1'@"),
          new Complaint(
              "No match found for function signature (\\w+)(.*)",
              SqlState.UNKNOWN_FUNCTION,
              "Unknown function '$1'@, called as $1$2"),
          new Complaint(
              "Column '(.*)' is ambiguous",
              SqlState.AMBIGUOUS_COLUMN,
              "Column '$1'@ is ambiguous: say whose it is, as in t.$1"),
          new Complaint(
              "Expression '(.*)' is not being grouped",
              SqlState.GROUPING_ERROR,
              "'$1'@ must be in GROUP BY, or in an aggregate function such as MAX"),
          new Complaint(
              "Aggregate expression is illegal in (.*)",
              SqlState.GROUPING_ERROR,
              "An aggregate function can't stand in $1@; HAVING takes it"),
          new Complaint(
              "Cannot apply '(.*)' to arguments of type '.*<UNKNOWN>.*",
              SqlState.INDETERMINATE_TYPE,
              "The type of a parameter of $1@ is not known: write CAST(? AS VARCHAR), or of the"
                  + " type it has"),
          new Complaint(
              "Cannot apply '(.*)' to arguments of type '(.*)'\\. Supported form\\(s\\): '?(.*?)'?$",
              SqlState.TYPE_MISMATCH,
              "Wrong types@: $2; $1 takes $3"),
          new Complaint(
              "Invalid number of arguments to function '(.*)'\\. Was expecting (\\d+) arguments",
              SqlState.UNKNOWN_FUNCTION,
              "Wrong number of arguments@: $1 takes $2"),
          new Complaint("(.* must be a condition)", SqlState.TYPE_MISMATCH, "$1@"),
          new Complaint(
              "(.*compatible types?.*|.*[Tt]ype mismatch.*)", SqlState.TYPE_MISMATCH, "$1@"),
          new Complaint(
              "(Illegal (?:DATE|TIME|TIMESTAMP|INTERVAL).* literal.*)",
              SqlState.INVALID_DATETIME,
              "$1@"),
          new Complaint(
              "Unknown identifier '\\*'",
              SqlState.SYNTAX_ERROR,
              "Syntax error@: '*' stands for the columns of a FROM, or in COUNT(*)"),
          new Complaint("Unknown identifier '(.*)'", SqlState.UNKNOWN_OBJECT, "Unknown type '$1'@"),
          new Complaint(
              "'(.*)' is not a valid time frame",
              SqlState.INVALID_PARAMETER,
              "'$1'@ is not a unit of time"),
          new Complaint(
              "Ordinal out of range",
              SqlState.SYNTAX_ERROR,
              "There is no column of this number in the SELECT@"),
          new Complaint("(.*)", SqlState.SYNTAX_ERROR, "$1@"));

  private Misspelling() {}

  /**
   * Returns what to throw: the SQLException that tells what is wrong with the text, if that is.
   *
   * @param operators what the text may call
   */
  public static RuntimeException explained(
      RuntimeException failure,
      CalcitePrepare.Context context,
      SqlOperatorTable operators,
      String sql) {
    for (Throwable cause : Throwables.getCausalChain(failure)) {
      if (cause instanceof CalciteContextException invalid) {
        return new Refusal(explained(invalid, new KnownNames(context, operators, sql), sql));
      }
      if (cause instanceof SqlParseException unread) {
        return new Refusal(SyntaxError.of(unread, sql));
      }
    }
    return failure;
  }

  private static SQLException explained(
      CalciteContextException failure, KnownNames names, String sql) {
    String place = place(failure.getPosLine(), failure.getPosColumn());
    if (failure.getCause() instanceof SQLException reason) {
      return SqlState.of(reason)
          .orElse(SqlState.SYNTAX_ERROR)
          .exception(reason.getMessage() + place, failure);
    }
    String said = PlainText.of(Throwables.getRootCause(failure).getMessage());
    for (Complaint complaint : COMPLAINTS) {
      Matcher text = complaint.text().matcher(said);
      if (text.matches()) {
        String reason =
            text.replaceFirst(complaint.meaning())
                .replaceAll("<([A-Z_0-9(), ]+)>", "$1")
                .replace("' '", ", ");
        String hint =
            text.groupCount() == 0 ? "" : hint(complaint, text.group(1), names, sql, failure);
        return complaint.state().exception(reason.replace("@", place) + hint, failure);
      }
    }
    return SqlState.SYNTAX_ERROR.exception(said + place, failure);
  }

  private static String hint(
      Complaint complaint, String name, KnownNames names, String sql, CalciteContextException at) {
    return switch (complaint.state()) {
      case UNKNOWN_TABLE -> complaint.meaning().endsWith("@") ? table(name, names) : "";
      case UNKNOWN_COLUMN -> {
        Optional<String> near = names.column(name);
        boolean quoted = SyntaxError.from(sql, at.getPosLine(), at.getPosColumn()).startsWith("\"");
        yield near.isEmpty() && quoted
            ? "; a text stands in single quotes: '" + name + "'"
            : near.map(Misspelling::didYouMean).orElse("");
      }
      case UNKNOWN_FUNCTION ->
          names
              .function(name)
              .filter(near -> !near.equalsIgnoreCase(name))
              .map(Misspelling::didYouMean)
              .orElse("");
      default -> "";
    };
  }

  private static String table(String name, KnownNames names) {
    return NearestName.of(name, names.tables())
        .map(Misspelling::didYouMean)
        .orElseGet(() -> "; there are " + String.join(", ", names.tables()));
  }

  static String didYouMean(String name) {
    return "; did you mean '" + name + "'?";
  }

  static String place(int line, int column) {
    return line > 0 ? " at line " + line + ", column " + column : "";
  }
}
