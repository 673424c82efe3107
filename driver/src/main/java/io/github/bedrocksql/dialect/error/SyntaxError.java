package io.github.bedrocksql.dialect.error;

import io.github.bedrocksql.adapter.error.PlainText;
import io.github.bedrocksql.adapter.error.SqlState;
import io.github.bedrocksql.dialect.grammar.DialectGrammar;
import io.github.bedrocksql.dialect.validate.RowCount;
import java.sql.SQLException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.calcite.sql.parser.SqlAbstractParserImpl;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParser;

/** What the parser could not read: the word, its place and, where it is near a keyword, which. */
final class SyntaxError {
  private static final SqlAbstractParserImpl.Metadata WORDS =
      SqlParser.create("", SqlParser.config().withParserFactory(DialectGrammar.FACTORY))
          .getMetadata();

  private static final Pattern PLACE = Pattern.compile("at line (\\d+), column (\\d+)");
  private static final Pattern BAD_TIME =
      Pattern.compile("(?s)Illegal (DATE|TIME|TIMESTAMP|INTERVAL).* literal.*");
  private static final Pattern EXPECTING = Pattern.compile("(?s)\\s*Was expecting.*");
  private static final Pattern UNCLOSED =
      Pattern.compile("(?s)Encountered \"[^\\n]*\\\\['\"]\" at.*");
  private static final Pattern TOKEN =
      Pattern.compile(
          "\"[^\"]*\"|'[^']*'|\\w+|<>|<=|>=|!=|\\|\\||\\S", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern NAME_EXPECTED =
      Pattern.compile("(?i)(,|\\.|\\bselect|\\bdistinct|\\bby|\\bwhere|\\bas)\\s*$");
  private static final Pattern COUNT =
      Pattern.compile("(?i)\\b(LIMIT(?:\\s+\\d+\\s*,)?|OFFSET|FETCH\\s+(?:FIRST|NEXT))\\s*$");
  private static final Pattern LAST_WORD = Pattern.compile("(\\w+)\\s*$");

  private SyntaxError() {}

  static SQLException of(SqlParseException failure, String sql) {
    String said = failure.getMessage() == null ? "" : failure.getMessage();
    String reason = PlainText.of(EXPECTING.matcher(said).replaceFirst(""));
    int line = failure.getPos() == null ? 0 : failure.getPos().getLineNum();
    int column = failure.getPos() == null ? 0 : failure.getPos().getColumnNum();
    Matcher place = PLACE.matcher(reason);
    if (place.find()) {
      line = Integer.parseInt(place.group(1));
      column = Integer.parseInt(place.group(2));
    }
    String at = Misspelling.place(line, column);
    if (BAD_TIME.matcher(reason).matches()) {
      return SqlState.INVALID_DATETIME.exception(reason + at, failure);
    }
    String rest = from(sql, line, column);
    String token = token(rest);
    if (token.equalsIgnoreCase("INTO")) {
      return SqlState.READ_ONLY.exception(
          "SELECT INTO is not possible" + at + ": Bedrock SQL is read-only", failure);
    }
    Matcher count = COUNT.matcher(sql.substring(0, sql.length() - rest.length()));
    if (token.equals("-") && count.find()) {
      boolean offset = count.group(1).equalsIgnoreCase("OFFSET");
      return (offset ? RowCount.OFFSET : RowCount.LIMIT).negative(at, failure);
    }
    return SqlState.SYNTAX_ERROR.exception(
        "Syntax error" + at + ": " + explanation(said, reason, sql, rest), failure);
  }

  private static String explanation(String said, String reason, String sql, String rest) {
    if (UNCLOSED.matcher(said).matches()) {
      return "a quote is opened and not closed";
    }
    if (reason.contains("<EOF>")) {
      return "the statement ends too early";
    }
    if (reason.startsWith("Non-query expression")) {
      // What Calcite makes of a misspelt first word, which it reads as a column's name.
      return "a statement starts with SELECT, WITH, VALUES or EXPLAIN"
          + KnownNames.keyword(token(rest)).map(Misspelling::didYouMean).orElse("");
    }
    if (!reason.startsWith("Encountered")
        && !reason.startsWith("Incorrect syntax")
        && !reason.startsWith("Lexical error")) {
      return PLACE.matcher(reason).replaceFirst("").strip();
    }
    String token = token(rest);
    String before = sql.substring(0, sql.length() - rest.length());
    return "unexpected '" + token + "'" + hint(token, before);
  }

  private static String hint(String token, String before) {
    String upper = token.toUpperCase(Locale.ROOT);
    if (NAME_EXPECTED.matcher(before).find()
        && WORDS.isReservedWord(upper)
        && !KnownNames.KEYWORDS.contains(upper)) {
      return "; it is a reserved word: as a name it stands in quotes, \"" + token + "\"";
    }
    Matcher lastWord = LAST_WORD.matcher(before);
    String last = lastWord.find() ? lastWord.group(1) : "";
    if (last.equalsIgnoreCase("ORDER") || last.equalsIgnoreCase("GROUP")) {
      return "; " + last + " is followed by BY";
    }
    return KnownNames.keyword(token)
        .or(() -> KnownNames.keyword(last).map(keyword -> keyword + "' instead of '" + last))
        .map(Misspelling::didYouMean)
        .orElse("");
  }

  private static String token(String rest) {
    Matcher token = TOKEN.matcher(rest);
    return token.find() ? token.group() : "";
  }

  /** The text from a place on; empty if it is not in the text. */
  static String from(String sql, int line, int column) {
    int start = 0;
    for (int i = 1; i < line && start >= 0; i++) {
      start = sql.indexOf('\n', start) + 1;
    }
    int index = start + column - 1;
    return line > 0 && column > 0 && index <= sql.length() ? sql.substring(index) : "";
  }
}
