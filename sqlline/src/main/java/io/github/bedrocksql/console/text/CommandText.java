package io.github.bedrocksql.console.text;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command of the console, as it was typed.
 *
 * @param name in lower case, with its sign: {@code \d}, {@code !calls}, {@code help}
 * @param argument what stands behind it, without a final semicolon; empty for nothing
 */
public record CommandText(String name, String argument) {
  private static final Pattern SIGNED =
      Pattern.compile("([!\\\\](?:[A-Za-z]+\\+?|\\?|[^\\sA-Za-z]?))\\s*(.*)", Pattern.DOTALL);

  /** Words that start no SQL, each with what may follow. */
  private static final Pattern BARE =
      Pattern.compile(
          "(help|\\?|exit|quit)|(show\\s+tables)|(describe|desc)\\s+([\\w.$\"]+)",
          Pattern.CASE_INSENSITIVE);

  /** A command's option and its file, or its file: what is a comment in SQL is none there. */
  private static final Pattern FILE =
      Pattern.compile(
          "\\s*!(?:\\w+\\s+--\\w+(?:\\s+|=)|export\\s+)"
              + "(?:\"[^\"]*\"|'[^']*'|[^\\s\"']\\S*)(?=\\s|$)",
          Pattern.CASE_INSENSITIVE);

  /** Returns the command that a text is, if it is none of SQL. */
  public static Optional<CommandText> of(String text) {
    String stripped = withoutEnd(text.strip());
    Matcher signed = SIGNED.matcher(stripped);
    if (signed.matches()) {
      return Optional.of(
          new CommandText(signed.group(1).toLowerCase(Locale.ROOT), signed.group(2).strip()));
    }
    Matcher bare = BARE.matcher(stripped);
    if (!bare.matches()) {
      return Optional.empty();
    }
    if (bare.group(1) != null) {
      return Optional.of(new CommandText(bare.group(1).toLowerCase(Locale.ROOT), ""));
    }
    return Optional.of(
        bare.group(2) != null
            ? new CommandText("show tables", "")
            : new CommandText("describe", bare.group(4)));
  }

  /** Returns whether a text starts as a command with a sign does, which ends with its line. */
  public static boolean isSigned(String text) {
    String start = text.stripLeading();
    return start.startsWith("!") || start.startsWith("\\");
  }

  /** Returns where SQL can start in a text: behind a file that a command names. */
  static int sqlStart(String text) {
    Matcher file = FILE.matcher(text);
    return file.lookingAt() ? file.end() : 0;
  }

  private static String withoutEnd(String text) {
    String rest = text;
    while (rest.endsWith(";")) {
      rest = rest.substring(0, rest.length() - 1).stripTrailing();
    }
    return rest;
  }
}
