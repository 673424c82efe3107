package io.github.bedrocksql.differential;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The dialect of a connection whose unquoted names are upper case. */
final class LowerCase {
  /** Text in quotes, or a word; what the generator writes in lower case is a name. */
  private static final Pattern QUOTED_OR_NAME = Pattern.compile("'[^']*'|\\b[a-z][a-z0-9_]*\\b");

  private LowerCase() {}

  /** Returns the statement with its names in quotes. */
  static String quoted(String sql) {
    Matcher matcher = QUOTED_OR_NAME.matcher(sql);
    return matcher.replaceAll(
        found ->
            Matcher.quoteReplacement(
                found.group().startsWith("'") ? found.group() : '"' + found.group() + '"'));
  }
}
