package io.github.bedrocksql.console.edit;

import io.github.bedrocksql.console.text.SqlTokens.Kind;
import io.github.bedrocksql.console.text.SqlTokens.Token;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The tables that a statement names. */
final class TablesNamed {
  private TablesNamed() {}

  /**
   * Returns the tables by the names that the statement gives them: their own, and their aliases.
   */
  static Map<String, String> in(List<Token> tokens, Catalog catalog) throws SQLException {
    Map<String, String> tables = new LinkedHashMap<>();
    for (int i = 0; i < tokens.size(); i++) {
      String table = name(tokens.get(i));
      if (!catalog.tables().containsKey(table)) {
        continue;
      }
      tables.put(table, table);
      int next = i + 1 < tokens.size() && tokens.get(i + 1).is("as") ? i + 2 : i + 1;
      if (next < tokens.size() && isAlias(tokens.get(next))) {
        tables.put(name(tokens.get(next)), table);
      }
    }
    return tables;
  }

  /** A keyword, taken for an alias, does no harm: nobody writes a dot behind it. */
  private static boolean isAlias(Token token) {
    return token.kind() == Kind.WORD || token.kind() == Kind.NAME;
  }

  private static String name(Token token) {
    String text = token.kind() == Kind.NAME ? token.text().replace("\"", "") : token.text();
    return text.toLowerCase(Locale.ROOT);
  }
}
