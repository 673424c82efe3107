package io.github.bedrocksql.dialect.pattern;

import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import com.google.common.cache.LoadingCache;
import com.google.common.collect.ImmutableList;
import com.google.common.util.concurrent.UncheckedExecutionException;
import io.github.bedrocksql.adapter.error.Refusal;
import io.github.bedrocksql.dialect.run.PlanRun;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.calcite.linq4j.function.Deterministic;
import org.apache.calcite.linq4j.function.Strict;

/**
 * What a plan's generated code calls for PostgreSQL's functions of regular expressions; a plan has
 * one, for all of its rows and executions. A null gives null.
 */
@Deterministic
public final class RegexFunctions {
  private static final int PATTERNS = 100;

  private final LoadingCache<RegexPattern, Pattern> patterns =
      CacheBuilder.newBuilder()
          .maximumSize(PATTERNS)
          .build(CacheLoader.from(RegexPattern::compiled));

  private Pattern compiled(String pattern, String flags) {
    try {
      return patterns.getUnchecked(new RegexPattern(pattern, flags));
    } catch (UncheckedExecutionException e) {
      throw e.getCause() instanceof Refusal refusal ? refusal : e;
    }
  }

  private Matcher matcher(String text, String pattern, String flags) {
    return compiled(pattern, flags).matcher(PlanRun.ofThread().checked(text));
  }

  private Matcher matcher(String text, String pattern) {
    return matcher(text, pattern, "");
  }

  /** {@code x ~ pattern}, {@code regexp_like(x, pattern, flags)}. */
  @Strict
  public boolean found(String text, String pattern, String flags) {
    return matcher(text, pattern, flags).find();
  }

  /** {@code regexp_replace(x, pattern, replacement, flags)}: the first match, or all with g. */
  @Strict
  public String replaced(String text, String pattern, String replacement, String flags) {
    Matcher matcher = matcher(text, pattern, flags);
    Function<MatchResult, String> replacer =
        match -> Matcher.quoteReplacement(expanded(replacement, match));
    return flags.contains("g") ? matcher.replaceAll(replacer) : matcher.replaceFirst(replacer);
  }

  /** {@code \1} is a group, {@code \&} the whole match. */
  private static String expanded(String replacement, MatchResult match) {
    StringBuilder expanded = new StringBuilder();
    for (int i = 0; i < replacement.length(); i++) {
      char c = replacement.charAt(i);
      char next = c == '\\' && i + 1 < replacement.length() ? replacement.charAt(++i) : 0;
      int group = next - '0';
      if (next == 0 || next == '\\') {
        expanded.append(c);
      } else if (next == '&') {
        expanded.append(match.group());
      } else if (group < 1 || group > 9) {
        expanded.append(c).append(next);
      } else if (group <= match.groupCount() && match.group(group) != null) {
        expanded.append(match.group(group));
      }
    }
    return expanded.toString();
  }

  /** {@code substring(x from pattern)}: what its first group matches, or all of it. */
  @Strict
  public String matched(String text, String pattern) {
    Matcher matcher = matcher(text, pattern);
    return matcher.find() ? matcher.group(firstGroup(matcher)) : null;
  }

  /** {@code regexp_substr(x, pattern)}: all of the first match. */
  @Strict
  public String part(String text, String pattern) {
    Matcher matcher = matcher(text, pattern);
    return matcher.find() ? matcher.group() : null;
  }

  /** {@code regexp_match(x, pattern)}: the groups of the first match, or all of it. */
  @Strict
  public List<String> groups(String text, String pattern) {
    Matcher matcher = matcher(text, pattern);
    if (!matcher.find()) {
      return null;
    }
    List<String> groups = new ArrayList<>();
    for (int i = firstGroup(matcher); i <= matcher.groupCount(); i++) {
      groups.add(matcher.group(i));
    }
    return groups;
  }

  /** Without a group, 0 is the whole match. */
  private static int firstGroup(Matcher matcher) {
    return Math.min(matcher.groupCount(), 1);
  }

  /** {@code regexp_count(x, pattern)}. */
  @Strict
  public int count(String text, String pattern) {
    return Math.toIntExact(matcher(text, pattern).results().count());
  }

  /** {@code regexp_split_to_table(x, pattern)}, as an array. */
  @Strict
  public List<String> split(String text, String pattern) {
    return ImmutableList.copyOf(compiled(pattern, "").split(PlanRun.ofThread().checked(text), -1));
  }
}
