package io.github.bedrocksql.dialect;

import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import com.google.common.cache.LoadingCache;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
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

  private final LoadingCache<String, Pattern> patterns =
      CacheBuilder.newBuilder().maximumSize(PATTERNS).build(CacheLoader.from(Pattern::compile));

  private Matcher matcher(String text, String pattern) {
    return patterns.getUnchecked(pattern).matcher(text);
  }

  /** {@code substring(x from pattern)}: what its first group matches, or all of it. */
  @Strict
  public String matched(String text, String pattern) {
    Matcher matcher = matcher(text, pattern);
    return matcher.find() ? matcher.group(firstGroup(matcher)) : null;
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
    return ImmutableList.copyOf(patterns.getUnchecked(pattern).split(text, -1));
  }
}
