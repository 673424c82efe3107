package io.github.bedrocksql.console;

import io.github.bedrocksql.console.text.CommandText;
import io.github.bedrocksql.console.text.OpenText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/**
 * Splits a script at the semicolons that end statements: not those in quotes or comments. Reads no
 * further than the statement asked for, so that piped statements run as they arrive.
 */
final class StatementSplitter {
  private static final int END = -1;

  private final BufferedReader in;
  private StringBuilder text = new StringBuilder();
  private boolean hasContent;

  StatementSplitter(Reader in) {
    this.in = in instanceof BufferedReader buffered ? buffered : new BufferedReader(in);
  }

  /**
   * The next statement without its semicolon; empty at the end. Text of blanks and comments only is
   * no statement. A line that starts with {@code !} or a backslash where a statement would start is
   * a command, returned as it stands.
   */
  Optional<String> next() throws IOException {
    text = new StringBuilder();
    hasContent = false;
    int c;
    while ((c = in.read()) != END) {
      if (c == ';') {
        if (hasContent) {
          return Optional.of(text.toString().strip());
        }
        text.setLength(0);
      } else if ((c == '!' || c == '\\') && !hasContent) {
        return Optional.of(command((char) c));
      } else {
        take(c);
      }
    }
    return hasContent ? Optional.of(text.toString().strip()) : Optional.empty();
  }

  /** A command ends with its line; SQL in it, with its semicolon. */
  private String command(char sign) throws IOException {
    String line = sign + Optional.ofNullable(in.readLine()).orElse("");
    boolean query =
        CommandText.of(line).flatMap(Commands::of).filter(Command::takesQuery).isPresent();
    if (!query || OpenText.of(line).isEmpty()) {
      return line.strip();
    }
    text = new StringBuilder(line).append('\n');
    int c;
    while ((c = in.read()) != END && c != ';') {
      take(c);
    }
    return text.toString().strip();
  }

  private void take(int c) throws IOException {
    if (c == '\ufeff' && text.isEmpty()) {
      return; // the byte order mark that some editors put first
    }
    text.append((char) c);
    if (c == '\'' || c == '"') {
      hasContent = true;
      takeQuoted(c);
    } else if (c == '-' && takeIf('-')) {
      takeLine();
    } else if (c == '/' && takeIf('/')) {
      takeLine(); // Calcite's other comment
    } else if (c == '/' && takeIf('*')) {
      takeBlockComment();
    } else if (!Character.isWhitespace(c)) {
      hasContent = true;
    }
  }

  /** A doubled quote ends one quoted part and starts the next, which comes to the same. */
  private void takeQuoted(int quote) throws IOException {
    int c;
    while ((c = in.read()) != END) {
      text.append((char) c);
      if (c == quote) {
        return;
      }
    }
  }

  private void takeLine() throws IOException {
    int c;
    while ((c = in.read()) != END) {
      text.append((char) c);
      if (c == '\n' || c == '\r') {
        return;
      }
    }
  }

  private void takeBlockComment() throws IOException {
    int previous = 0;
    int c;
    while ((c = in.read()) != END) {
      text.append((char) c);
      if (previous == '*' && c == '/') {
        return;
      }
      previous = c;
    }
  }

  private boolean takeIf(char expected) throws IOException {
    in.mark(1);
    int c = in.read();
    if (c == expected) {
      text.append(expected);
      return true;
    }
    if (c != END) {
      in.reset();
    }
    return false;
  }
}
