package io.github.bedrocksql.dialect.template;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A template of {@code to_char}, {@code to_timestamp} and {@code to_date}, read as PostgreSQL reads
 * it: fields in upper or in lower case, text in double quotes, and what is not a field stands for
 * itself.
 *
 * @param items in the order of the template
 */
record TimeTemplate(ImmutableList<Item> items) {
  /** A part of a template. */
  sealed interface Item permits Text, Field {}

  /** What stands for itself. */
  record Text(String text) implements Item {}

  /**
   * A field of a time.
   *
   * @param key as it is written: for a name, its case says that of the name
   * @param unpadded whether FM (or TM) takes blanks and zeros away
   * @param ordinal {@code TH} or {@code th} if the number is an ordinal one, else empty
   */
  record Field(String key, boolean unpadded, String ordinal) implements Item {
    /** Returns the key in upper case, which tells one field from another. */
    String name() {
      return key.toUpperCase(Locale.ROOT);
    }
  }

  private static final ImmutableList<String> NAMES =
      ImmutableList.of(
          "A.D.", "A.M.", "AD", "AM", "B.C.", "BC", "CC", "DAY", "DDD", "DD", "DY", "D", "FF1",
          "FF2", "FF3", "FF4", "FF5", "FF6", "FX", "HH24", "HH12", "HH", "IDDD", "ID", "IW", "IYYY",
          "IYY", "IY", "I", "J", "MI", "MM", "MONTH", "MON", "MS", "OF", "P.M.", "PM", "Q", "RM",
          "SSSSS", "SSSS", "SS", "TZH", "TZM", "TZ", "US", "WW", "W", "Y,YYY", "YYYY", "YYY", "YY",
          "Y");

  /** The longest first: DDD is not DD and D. */
  private static final ImmutableList<String> KEYS =
      Stream.concat(
              NAMES.stream().flatMap(name -> Stream.of(name, name.toLowerCase(Locale.ROOT))),
              Stream.of("Month", "Mon", "Day", "Dy"))
          .sorted(Comparator.comparingInt(String::length).reversed())
          .collect(ImmutableList.toImmutableList());

  private static final ImmutableList<String> PREFIXES = ImmutableList.of("FM", "fm", "TM", "tm");
  private static final ImmutableList<String> ORDINALS = ImmutableList.of("TH", "th");

  /** Reads a template; any text is one. */
  static TimeTemplate of(String template) {
    ImmutableList.Builder<Item> items = ImmutableList.builder();
    int at = 0;
    while (at < template.length()) {
      Optional<String> prefix = startingAt(template, at, PREFIXES);
      at += prefix.map(String::length).orElse(0);
      Optional<String> key = startingAt(template, at, KEYS);
      if (key.isPresent()) {
        at += key.get().length();
        String ordinal = startingAt(template, at, ORDINALS).orElse("");
        at += ordinal.length();
        items.add(new Field(key.get(), prefix.isPresent(), ordinal));
      } else if (at < template.length()) {
        at = text(template, at, items);
      }
    }
    return new TimeTemplate(items.build());
  }

  private static Optional<String> startingAt(String template, int at, List<String> words) {
    return words.stream().filter(word -> template.startsWith(word, at)).findFirst();
  }

  /** Reads a quoted text, or a character; returns where it ends. */
  private static int text(String template, int start, ImmutableList.Builder<Item> items) {
    if (template.charAt(start) != '"') {
      int at = template.startsWith("\\\"", start) ? start + 1 : start;
      int end = template.offsetByCodePoints(at, 1);
      items.add(new Text(template.substring(at, end)));
      return end;
    }
    StringBuilder quoted = new StringBuilder();
    int at = start + 1;
    while (at < template.length() && template.charAt(at) != '"') {
      if (template.charAt(at) == '\\' && at + 1 < template.length()) {
        at++;
      }
      quoted.append(template.charAt(at));
      at++;
    }
    items.add(new Text(quoted.toString()));
    return at + 1;
  }
}
