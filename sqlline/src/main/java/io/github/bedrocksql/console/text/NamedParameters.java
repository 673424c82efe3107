package io.github.bedrocksql.console.text;

import io.github.bedrocksql.console.text.SqlTokens.Kind;
import io.github.bedrocksql.console.text.SqlTokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A statement whose {@code :name} are parameters.
 *
 * @param sql with a question mark in the place of each, as wide as the name: columns stay the same
 * @param values what is bound to each, in their order
 */
public record NamedParameters(String sql, List<String> values) {
  /** Makes a copy of the list. */
  public NamedParameters {
    values = List.copyOf(values);
  }

  /** Returns a statement with the names that have a value taken out. */
  public static NamedParameters in(String sql, Map<String, String> given) {
    List<Token> tokens = SqlTokens.of(sql);
    StringBuilder text = new StringBuilder(sql);
    List<String> values = new ArrayList<>();
    for (int i = 1; i < tokens.size(); i++) {
      Token colon = tokens.get(i - 1);
      Token name = tokens.get(i);
      boolean cast = i > 1 && tokens.get(i - 2).is(":");
      if (colon.is(":")
          && !cast
          && name.kind() == Kind.WORD
          && name.start() == colon.end()
          && given.containsKey(name.text())) {
        text.replace(colon.start(), name.end(), "?" + " ".repeat(name.text().length()));
        values.add(given.get(name.text()));
      }
    }
    return new NamedParameters(text.toString(), values);
  }
}
