package io.github.bedrocksql.dialect.pattern;

import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import com.google.common.cache.LoadingCache;
import com.google.common.util.concurrent.UncheckedExecutionException;
import io.github.bedrocksql.adapter.error.Refusal;
import io.github.bedrocksql.adapter.error.SqlState;
import io.github.bedrocksql.dialect.run.PlanRun;
import java.util.regex.Pattern;
import org.apache.calcite.linq4j.function.Deterministic;
import org.apache.calcite.linq4j.function.Strict;

/**
 * What a plan's generated code calls for LIKE, ILIKE and SIMILAR TO. Calcite's own don't let a
 * character match a line break, fold ASCII only and can't escape a plain character. A null gives
 * null.
 */
public final class PatternFunctions {
  /** No escape character: no character has this number. */
  static final int NO_ESCAPE = -1;

  private static final int PATTERNS = 100;

  private PatternFunctions() {}

  /** LIKE without an escape. */
  @Strict
  public static boolean like(String text, String pattern) {
    return LikePattern.matches(text, pattern, NO_ESCAPE, false);
  }

  /** LIKE with an escape, which is empty for none. */
  @Strict
  public static boolean likeEscaped(String text, String pattern, String escape) {
    return LikePattern.matches(text, pattern, escape(escape), false);
  }

  /** ILIKE without an escape. */
  @Strict
  public static boolean ilike(String text, String pattern) {
    return LikePattern.matches(text, pattern, NO_ESCAPE, true);
  }

  /** ILIKE with an escape, which is empty for none. */
  @Strict
  public static boolean ilikeEscaped(String text, String pattern, String escape) {
    return LikePattern.matches(text, pattern, escape(escape), true);
  }

  /**
   * Returns the character that an escape is, {@link #NO_ESCAPE} for an empty text.
   *
   * @throws Refusal with SQLState 22025 if it is longer
   */
  public static int escape(String text) {
    if (text.isEmpty()) {
      return NO_ESCAPE;
    }
    int escape = text.codePointAt(0);
    if (text.length() > Character.charCount(escape)) {
      throw refusal(
          SqlState.INVALID_ESCAPE, "An escape must be one character or none, not '%s'", text);
    }
    return escape;
  }

  static Refusal refusal(SqlState state, String message, String text) {
    return new Refusal(state.exception(message.formatted(text)));
  }

  /** SIMILAR TO; a plan has one, for all of its rows and executions. */
  @Deterministic
  public static final class Similarity {
    private record Key(String pattern, String escape) {
      Pattern compiled() {
        return SimilarPattern.compiled(pattern, PatternFunctions.escape(escape));
      }
    }

    private final LoadingCache<Key, Pattern> patterns =
        CacheBuilder.newBuilder().maximumSize(PATTERNS).build(CacheLoader.from(Key::compiled));

    /** Returns whether a whole text matches a pattern; an empty escape means none. */
    @Strict
    public boolean similar(String text, String pattern, String escape) {
      try {
        return patterns
            .getUnchecked(new Key(pattern, escape))
            .matcher(PlanRun.ofThread().checked(text))
            .matches();
      } catch (UncheckedExecutionException e) {
        if (e.getCause() instanceof Refusal refusal) {
          throw refusal;
        }
        throw e;
      }
    }
  }
}
