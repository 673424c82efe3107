package io.github.bedrocksql.dialect.routine;

import com.google.common.base.CharMatcher;
import com.google.common.base.Strings;
import io.github.bedrocksql.adapter.error.Refusal;
import io.github.bedrocksql.adapter.error.SqlState;
import java.math.BigDecimal;
import java.util.List;
import org.apache.calcite.linq4j.function.Strict;

/** What a plan's generated code calls for PostgreSQL's functions of text; a null gives null. */
public final class TextRoutines {
  /** Below this exponent a number is written with one. */
  private static final int LEAST_PLAIN = -5;

  private TextRoutines() {}

  /** {@code ltrim(x, characters)}. */
  @Strict
  public static String trimmedLeft(String text, String characters) {
    return CharMatcher.anyOf(characters).trimLeadingFrom(text);
  }

  /** {@code rtrim(x, characters)}. */
  @Strict
  public static String trimmedRight(String text, String characters) {
    return CharMatcher.anyOf(characters).trimTrailingFrom(text);
  }

  /** {@code btrim(x, characters)}. */
  @Strict
  public static String trimmed(String text, String characters) {
    return CharMatcher.anyOf(characters).trimFrom(text);
  }

  /** {@code initcap(x)}: a word is of letters and digits. */
  @Strict
  public static String capitalized(String text) {
    StringBuilder words = new StringBuilder();
    boolean inWord = false;
    for (int character : text.codePoints().toArray()) {
      words.appendCodePoint(
          inWord ? Character.toLowerCase(character) : Character.toUpperCase(character));
      inWord = Character.isLetterOrDigit(character);
    }
    return words.toString();
  }

  /** {@code lpad(x, n, fill)}: cut if it is longer, and not filled by nothing. */
  @Strict
  public static String paddedLeft(String text, int length, String fill) {
    return text.length() >= length
        ? text.substring(0, Math.max(length, 0))
        : filling(fill, length - text.length()) + text;
  }

  /** {@code rpad(x, n, fill)}. */
  @Strict
  public static String paddedRight(String text, int length, String fill) {
    return text.length() >= length
        ? text.substring(0, Math.max(length, 0))
        : text + filling(fill, length - text.length());
  }

  /** A text, cut off behind so many characters. */
  @Strict
  public static String cut(String text, int length) {
    return text.length() > length ? text.substring(0, length) : text;
  }

  private static String filling(String fill, int length) {
    return fill.isEmpty() ? "" : fill.repeat(length / fill.length() + 1).substring(0, length);
  }

  /** {@code overlay(x placing part from n for length)}. */
  @Strict
  public static String overlaid(String text, String part, int from, int length) {
    if (from <= 0) {
      throw new Refusal(SqlState.SUBSTRING_ERROR.exception("OVERLAY must start at 1 or later"));
    }
    int end = Math.max(from - 1 + length, 0);
    return text.substring(0, Math.min(from - 1, text.length()))
        + part
        + text.substring(Math.min(end, text.length()));
  }

  /** {@code string_to_array(x, separator)}: nothing is in an empty text. */
  @Strict
  public static List<String> parts(String text, String separator) {
    return ArrayValues.split(text, separator);
  }

  /** Calcite's text of a DECIMAL as PostgreSQL writes it: with a digit before the point. */
  @Strict
  public static String decimal(String text) {
    return text.startsWith(".")
        ? "0" + text
        : text.startsWith("-.") ? "-0" + text.substring(1) : text;
  }

  /**
   * Calcite's text of an approximate number as PostgreSQL writes it: as short as can be.
   *
   * @param digits the exponent from which on it is written with one
   */
  @Strict
  public static String approximate(String text, int digits) {
    if (CharMatcher.inRange('a', 'z').matchesAnyOf(text)) {
      return text; // Infinity, NaN
    }
    BigDecimal number = new BigDecimal(text).stripTrailingZeros();
    int exponent = number.precision() - number.scale() - 1;
    if (number.signum() == 0) {
      return text.startsWith("-") ? "-0" : "0";
    }
    if (exponent > LEAST_PLAIN && exponent < digits) {
      return number.toPlainString();
    }
    String sign = exponent < 0 ? "-" : "+";
    return number.movePointLeft(exponent).toPlainString()
        + "e"
        + sign
        + Strings.padStart(String.valueOf(Math.abs(exponent)), 2, '0');
  }
}
