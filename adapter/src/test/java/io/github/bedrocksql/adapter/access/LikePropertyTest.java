package io.github.bedrocksql.adapter.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.statistics.Statistics;

/** What a LIKE sends as nameContains is in every name that the pattern matches. */
class LikePropertyTest {
  private static final String SEED = "20261125";
  private static final String LETTERS = "aAbB19-.+_%!/ é";

  @Provide
  Arbitrary<String> patterns() {
    return Arbitraries.oneOf(
        Arbitraries.strings().withChars("ab1-.%_!").ofMaxLength(12),
        Arbitraries.strings().withChars(LETTERS).ofMaxLength(20),
        // Without surrogates: half a character is none to a regular expression.
        Arbitraries.strings().withCharRange('\0', '\ud7ff').ofMaxLength(8));
  }

  @Provide
  Arbitrary<String> escapes() {
    return Arbitraries.of("", "!", "%", "_", "a", "\\");
  }

  @Property(seed = SEED, tries = 20_000)
  void isInEveryNameThatMatches(
      @ForAll("patterns") String pattern,
      @ForAll("escapes") String escape,
      @ForAll boolean ignoreCase,
      @ForAll Random random) {
    Assume.that(!endsInEscape(pattern, escape));
    Bounds bounds = bounds(pattern, escape, ignoreCase);
    Statistics.label("narrows").collect(bounds.nameContains().isPresent());
    Pattern like = like(pattern, escape, ignoreCase);
    for (int i = 0; i < 5; i++) {
      String name = matching(pattern, escape, ignoreCase, random);
      assertThat(like.matcher(name).matches()).as("the test's own names").isTrue();
      assertThat(bounds.nameContains().stream()).allMatch(name::contains);
      assertThat(bounds.keys().stream()).allMatch(keys -> keys.contains(new Key(2, name)));
      assertThat(bounds.empty()).isFalse();
    }
  }

  @Property(seed = SEED, tries = 5_000)
  void theApiTakesIt(
      @ForAll("patterns") @StringLength(max = 200) String pattern,
      @ForAll("escapes") String escape,
      @ForAll boolean ignoreCase) {
    assertThat(bounds(pattern + pattern.repeat(9), escape, ignoreCase).nameContains().stream())
        .allMatch(text -> text.matches("[a-zA-Z0-9][a-zA-Z0-9+\\-.]{0,62}"))
        .allMatch(text -> !ignoreCase || text.toUpperCase(Locale.ROOT).equals(text));
  }

  private static Bounds bounds(String pattern, String escape, boolean ignoreCase) {
    return JobColumns.reader(pattern, escape)
        .read(new Restriction.Like(JobColumns.NAME, 0, escape.isEmpty() ? -1 : 1, ignoreCase));
  }

  private static boolean endsInEscape(String pattern, String escape) {
    int i = 0;
    while (i < pattern.length()) {
      i += isEscape(pattern, escape, i) ? 2 : 1;
    }
    return i > pattern.length();
  }

  private static boolean isEscape(String pattern, String escape, int index) {
    return !escape.isEmpty() && pattern.charAt(index) == escape.charAt(0);
  }

  /** LIKE once more, as a regular expression. */
  private static Pattern like(String pattern, String escape, boolean ignoreCase) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      if (isEscape(pattern, escape, i)) {
        i++;
      } else if (pattern.charAt(i) == '%' || pattern.charAt(i) == '_') {
        regex.append(pattern.charAt(i) == '%' ? ".*" : ".");
        continue;
      }
      regex.append(String.format("\\x{%x}", (int) pattern.charAt(i)));
    }
    int flags = ignoreCase ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0;
    return Pattern.compile(regex.toString(), Pattern.DOTALL | flags);
  }

  /** Puts something in the place of each wildcard, and changes the case where it doesn't matter. */
  private static String matching(String pattern, String escape, boolean ignoreCase, Random random) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      boolean literal = isEscape(pattern, escape, i);
      char c = pattern.charAt(literal ? ++i : i);
      if (!literal && (c == '%' || c == '_')) {
        int length = c == '_' ? 1 : random.nextInt(3);
        for (int n = 0; n < length; n++) {
          name.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
      } else {
        boolean turned = ignoreCase && c < 0x80 && random.nextBoolean();
        name.append(
            turned && Character.isUpperCase(c)
                ? Character.toLowerCase(c)
                : turned ? Character.toUpperCase(c) : c);
      }
    }
    return name.toString();
  }
}
