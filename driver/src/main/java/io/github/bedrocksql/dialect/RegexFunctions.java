package io.github.bedrocksql.dialect;

import static java.util.stream.Collectors.joining;

import com.google.common.base.Strings;
import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import com.google.common.cache.LoadingCache;
import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.dialect.run.PlanRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
  private static final Pattern REFERENCE = Pattern.compile("\\\\([1-9&\\\\])");
  private static final Pattern CLASS =
      Pattern.compile(
          "\\[:(alnum|alpha|blank|cntrl|digit|graph|lower|print|punct|space|upper|xdigit):\\]");

  private final LoadingCache<String, Pattern> patterns =
      CacheBuilder.newBuilder()
          .maximumSize(PATTERNS)
          .build(CacheLoader.from(RegexFunctions::compiled));

  /**
   * A {@code .} is any character, a line break too, and {@code [:alpha:]} is {@code \\p{Alpha}}.
   */
  private static Pattern compiled(String pattern) {
    return Pattern.compile(
        CLASS.matcher(pattern).replaceAll(name -> "\\\\p{" + capital(name.group(1)) + "}"),
        Pattern.DOTALL);
  }

  private static String capital(String name) {
    return name.equals("xdigit")
        ? "XDigit"
        : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  private Matcher matcher(String text, String pattern) {
    return patterns.getUnchecked(pattern).matcher(PlanRun.ofThread().checked(text));
  }

  /** {@code x ~ pattern}. */
  @Strict
  public boolean found(String text, String pattern) {
    return matcher(text, pattern).find();
  }

  /** {@code x ~* pattern}. */
  @Strict
  public boolean foundWithoutCase(String text, String pattern) {
    return matcher(text, flags("i") + pattern).find();
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
    return ImmutableList.copyOf(
        patterns.getUnchecked(pattern).split(PlanRun.ofThread().checked(text), -1));
  }

  /** {@code regexp_replace(x, pattern, replacement, flags)}: the first match, all with 'g'. */
  @Strict
  public String replaced(String text, String pattern, String replacement, String flags) {
    Matcher matcher = matcher(text, flags(flags) + pattern);
    Function<MatchResult, String> replacer =
        match -> Matcher.quoteReplacement(filled(replacement, match));
    return flags.contains("g") ? matcher.replaceAll(replacer) : matcher.replaceFirst(replacer);
  }

  /** Java's words for PostgreSQL's flags. */
  private static String flags(String flags) {
    return flags
        .chars()
        .mapToObj(
            flag ->
                switch (flag) {
                  case 'g', 'c', 's' -> "";
                  case 'i' -> "(?iu)";
                  case 'n', 'm' -> "(?m-s)";
                  case 'x' -> "(?x)";
                  default ->
                      throw PatternFunctions.refusal(
                          "22023",
                          "'%s' is not a flag of a regular expression",
                          Character.toString(flag));
                })
        .collect(joining());
  }

  /** Fills in what {@code \1} and {@code \&} stand for; a group that there is not is empty. */
  private static String filled(String replacement, MatchResult match) {
    return REFERENCE
        .matcher(replacement)
        .replaceAll(reference -> Matcher.quoteReplacement(part(reference.group(1), match)));
  }

  private static String part(String reference, MatchResult match) {
    if (reference.equals("\\")) {
      return reference;
    }
    int group = reference.equals("&") ? 0 : Integer.parseInt(reference);
    return group > match.groupCount() ? "" : Strings.nullToEmpty(match.group(group));
  }
}
