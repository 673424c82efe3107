package io.github.bedrocksql.console.edit;

import io.github.bedrocksql.console.text.CommandText;
import io.github.bedrocksql.console.text.OpenText;
import io.github.bedrocksql.console.text.SqlTokens;
import io.github.bedrocksql.console.text.SqlTokens.Kind;
import io.github.bedrocksql.console.text.SqlTokens.Token;
import java.util.List;
import java.util.Optional;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Says when a text can be run, and which word is completed. */
public final class ConsoleParser implements Parser {
  /** Makes a parser. */
  public ConsoleParser() {}

  @Override
  public ParsedLine parse(String line, int cursor, ParseContext context) {
    if (context != ParseContext.COMPLETE && context != ParseContext.SPLIT_LINE) {
      Optional<String> open = open(line);
      if (open.isPresent()) {
        throw new EOFError(-1, -1, "not complete", open.get());
      }
    }
    return new CursorWord(line, cursor, start(line.substring(0, cursor)));
  }

  /** A word begins behind an open quote, too. */
  private static int start(String text) {
    List<Token> tokens = SqlTokens.of(text);
    if (!tokens.isEmpty()) {
      Token last = tokens.get(tokens.size() - 1);
      if (!last.closed() && last.kind() == Kind.TEXT) {
        return last.start() + 1;
      }
    }
    int start = text.length();
    while (start > 0 && isOfWord(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  /** Returns what is missing before a text can be run. */
  static Optional<String> open(String text) {
    if (CommandText.of(text).isPresent() || lastCommand(text).isPresent()) {
      // A command ends with its line, unless it holds a query that is open.
      Optional<String> open = OpenText.of(text);
      boolean query = CommandText.isSigned(text) && text.strip().indexOf(' ') > 0;
      return query ? open.filter(what -> !what.equals(";")) : Optional.empty();
    }
    return OpenText.of(text);
  }

  /**
   * Returns the command that a text's last line is: somebody is lost in a statement that they did
   * not mean to start, or not to go on.
   */
  public static Optional<String> lastCommand(String text) {
    int start = text.stripTrailing().lastIndexOf('\n');
    if (start < 0) {
      return Optional.empty();
    }
    String before = text.substring(0, start);
    String last = text.substring(start + 1).strip();
    boolean open =
        OpenText.of(before).filter(what -> what.equals("(") || what.equals(";")).isPresent();
    boolean query = CommandText.of(before).isPresent();
    return open && !query && CommandText.of(last).isPresent()
        ? Optional.of(last)
        : Optional.empty();
  }

  private static boolean isOfWord(char c) {
    return SqlTokens.isOfWord(c) || c == '!' || c == '\\' || c == '?';
  }
}
