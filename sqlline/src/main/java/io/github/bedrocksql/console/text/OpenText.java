package io.github.bedrocksql.console.text;

import io.github.bedrocksql.console.text.SqlTokens.Kind;
import io.github.bedrocksql.console.text.SqlTokens.Token;
import java.util.List;
import java.util.Optional;

/** What a text needs before it can be run. */
public final class OpenText {
  private OpenText() {}

  /**
   * Returns what is open: {@code '}, {@code "}, {@code (}, a comment's sign, or {@code ;} for the
   * end of a statement; empty if all statements are ended, or there is none.
   */
  public static Optional<String> of(String text) {
    List<Token> tokens = SqlTokens.of(text);
    Optional<String> open = ofToken(tokens);
    if (open.isPresent()) {
      return open;
    }
    int depth = 0;
    boolean inStatement = false;
    for (Token token : tokens) {
      if (token.is(";")) {
        depth = 0;
        inStatement = false;
      } else if (token.kind() != Kind.COMMENT) {
        inStatement = true;
        depth = Math.max(0, depth + (token.is("(") ? 1 : token.is(")") ? -1 : 0));
      }
    }
    if (depth > 0) {
      return Optional.of("(");
    }
    return inStatement ? Optional.of(";") : Optional.empty();
  }

  private static Optional<String> ofToken(List<Token> tokens) {
    if (tokens.isEmpty() || tokens.get(tokens.size() - 1).closed()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (tokens.get(tokens.size() - 1).kind()) {
          case TEXT -> "'";
          case NAME -> "\"";
          default -> "/*";
        });
  }
}
