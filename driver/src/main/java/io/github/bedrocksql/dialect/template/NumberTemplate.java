package io.github.bedrocksql.dialect.template;

import com.google.common.base.Strings;
import io.github.bedrocksql.adapter.error.Refusal;
import io.github.bedrocksql.adapter.error.SqlState;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A template of {@code to_char} and {@code to_number}: {@code FM999,999.00}, {@code S99}, {@code
 * 99PR}, in PostgreSQL's C locale.
 */
final class NumberTemplate {
  /** What a part of a template stands for. */
  private enum Kind {
    DIGIT,
    ZERO,
    GROUP,
    POINT,
    SIGN,
    MINUS,
    PLUS,
    EITHER_SIGN,
    ANGLES,
    CURRENCY,
    ORDINAL,
    ROMAN,
    TEXT
  }

  private record Part(Kind kind, String text) {}

  private final List<Part> parts = new ArrayList<>();
  private final boolean fill;
  private final int whole;
  private final int decimals;

  private NumberTemplate(String template) {
    boolean bare = false;
    int i = 0;
    while (i < template.length()) {
      String rest = template.substring(i).toUpperCase(Locale.ROOT);
      if (rest.startsWith("FM")) {
        bare = true;
        i += 2;
      } else {
        Part part = part(template, i, rest);
        parts.add(part);
        boolean quoted = part.kind() == Kind.TEXT && template.charAt(i) == '"';
        i += quoted ? part.text().length() + 2 : part.text().length();
      }
    }
    int point = point();
    fill = !bare;
    whole = digits(0, point);
    decimals = digits(point, parts.size());
  }

  /**
   * Reads a template.
   *
   * @throws Refusal with SQLState 22023 if it has an exponent
   */
  static NumberTemplate of(String template) {
    return new NumberTemplate(template);
  }

  private static Part part(String template, int at, String rest) {
    if (rest.startsWith("EEEE") || rest.startsWith("V")) {
      throw new Refusal(
          SqlState.INVALID_PARAMETER.exception("to_char of a number does not support EEEE and V"));
    }
    for (String word : List.of("MI", "PL", "SG", "PR", "TH", "RN")) {
      if (rest.startsWith(word)) {
        return new Part(named(word), template.substring(at, at + 2));
      }
    }
    if (rest.startsWith("\"")) {
      int end = template.indexOf('"', at + 1);
      return new Part(Kind.TEXT, template.substring(at + 1, end < 0 ? template.length() : end));
    }
    Kind kind =
        switch (rest.charAt(0)) {
          case '9' -> Kind.DIGIT;
          case '0' -> Kind.ZERO;
          case ',', 'G' -> Kind.GROUP;
          case '.', 'D' -> Kind.POINT;
          case 'S' -> Kind.SIGN;
          case 'L' -> Kind.CURRENCY;
          default -> Kind.TEXT;
        };
    return new Part(kind, template.substring(at, at + 1));
  }

  private static Kind named(String word) {
    return switch (word) {
      case "MI" -> Kind.MINUS;
      case "PL" -> Kind.PLUS;
      case "SG" -> Kind.EITHER_SIGN;
      case "PR" -> Kind.ANGLES;
      case "TH" -> Kind.ORDINAL;
      default -> Kind.ROMAN;
    };
  }

  private int point() {
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).kind() == Kind.POINT) {
        return i;
      }
    }
    return parts.size();
  }

  private int digits(int from, int to) {
    return (int) parts.subList(from, to).stream().filter(NumberTemplate::isDigit).count();
  }

  private static boolean isDigit(Part part) {
    return part.kind() == Kind.DIGIT || part.kind() == Kind.ZERO;
  }

  private boolean has(Kind kind) {
    return parts.stream().anyMatch(part -> part.kind() == kind);
  }

  /** Writes a number. */
  String written(BigDecimal number) {
    if (has(Kind.ROMAN)) {
      return roman(number);
    }
    BigDecimal rounded = number.setScale(decimals, RoundingMode.HALF_UP);
    String digits = rounded.abs().unscaledValue().toString();
    digits = Strings.padStart(digits, decimals + 1, '0');
    String integer = digits.substring(0, digits.length() - decimals);
    if (integer.equals("0") && whole > 0) {
      integer = "";
    }
    boolean tooLong = integer.length() > whole;
    String all =
        tooLong
            ? "#".repeat(whole + decimals)
            : Strings.padStart(integer, whole, ' ') + digits.substring(digits.length() - decimals);
    return new Writer(all, rounded.signum() < 0, first(integer, tooLong)).written();
  }

  /** The place of the first digit that is shown: a 0 shows from there on. */
  private int first(String integer, boolean tooLong) {
    if (tooLong) {
      return 0;
    }
    int first = whole - integer.length();
    if (integer.isEmpty() && decimals == 0) {
      first = whole - 1;
    }
    int digit = 0;
    for (Part part : parts.subList(0, point())) {
      if (part.kind() == Kind.ZERO) {
        return Math.min(first, digit);
      }
      digit += isDigit(part) ? 1 : 0;
    }
    return Math.max(first, 0);
  }

  private String roman(BigDecimal number) {
    int value = number.setScale(0, RoundingMode.HALF_UP).intValue();
    if (value < 1 || value > 3999) {
      return "#".repeat(15);
    }
    int[] values = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    String[] signs = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
    StringBuilder roman = new StringBuilder();
    for (int i = 0; i < values.length; i++) {
      roman.append(signs[i].repeat(value / values[i]));
      value %= values[i];
    }
    return fill ? Strings.padStart(roman.toString(), 15, ' ') : roman.toString();
  }

  /** Reads a number; whatever is not part of one is skipped. */
  BigDecimal read(String text) {
    StringBuilder number = new StringBuilder();
    boolean negative = text.contains("-") || (text.contains("<") && has(Kind.ANGLES));
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isDigit(c) || (c == '.' && has(Kind.POINT) && number.indexOf(".") < 0)) {
        number.append(c);
      }
    }
    if (number.length() == 0 || number.toString().equals(".")) {
      throw new Refusal(
          SqlState.INVALID_TEXT.exception(
              "invalid input syntax for type numeric: \"" + text + "\""));
    }
    BigDecimal value = new BigDecimal(number.toString());
    return negative ? value.negate() : value;
  }

  /** Puts digits in their places. */
  private final class Writer {
    private final StringBuilder text = new StringBuilder();
    private final String digits;
    private final boolean negative;
    private final int first;
    private final boolean floating;
    private int digit;
    private boolean signed;

    Writer(String digits, boolean negative, int first) {
      this.digits = digits;
      this.negative = negative;
      this.first = first;
      this.floating = !has(Kind.MINUS) && !has(Kind.EITHER_SIGN) && !isSignLast();
    }

    private boolean isSignLast() {
      int last = parts.size() - 1;
      return last > 0 && parts.get(last).kind() == Kind.SIGN;
    }

    String written() {
      int lastShown = lastShown();
      for (int i = 0; i < parts.size(); i++) {
        write(parts.get(i), lastShown, i == parts.size() - 1);
      }
      if (has(Kind.ANGLES)) {
        text.append(negative ? ">" : fill ? " " : "");
      }
      return text.toString();
    }

    /** Without fill characters, zeros at the end are left out where a 9 is. */
    private int lastShown() {
      int last = digits.length();
      if (!fill) {
        List<Part> places = parts.stream().filter(NumberTemplate::isDigit).toList();
        while (last > whole
            && digits.charAt(last - 1) == '0'
            && places.get(last - 1).kind() == Kind.DIGIT) {
          last--;
        }
      }
      return last;
    }

    private void write(Part part, int lastShown, boolean last) {
      switch (part.kind()) {
        case DIGIT, ZERO -> {
          if (digit >= first || digit >= whole) {
            sign();
            if (digit < lastShown) {
              char c = digits.charAt(digit);
              text.append(c == ' ' ? '0' : c);
            }
          } else if (fill) {
            text.append(' ');
          }
          digit++;
        }
        case GROUP -> text.append(digit > first ? "," : fill ? " " : "");
        case POINT -> {
          sign();
          text.append('.');
        }
        case SIGN -> {
          if (last && parts.size() > 1) {
            text.append(negative ? '-' : '+');
          }
        }
        case MINUS -> text.append(negative ? "-" : fill ? " " : "");
        case PLUS -> text.append(negative ? (fill ? " " : "") : "+");
        case EITHER_SIGN -> text.append(negative ? "-" : "+");
        case CURRENCY -> text.append(' ');
        case ORDINAL -> text.append(ordinal(part.text()));
        case TEXT -> text.append(part.text());
        default -> {}
      }
    }

    private void sign() {
      if (signed || !floating) {
        return;
      }
      signed = true;
      if (has(Kind.ANGLES)) {
        text.append(negative ? "<" : fill ? " " : "");
      } else if (has(Kind.SIGN)) {
        text.append(negative ? "-" : "+");
      } else if (!has(Kind.PLUS)) {
        text.append(negative ? "-" : fill ? " " : "");
      }
    }

    private String ordinal(String written) {
      String number = digits.substring(0, whole).strip();
      boolean teen = number.length() > 1 && number.charAt(number.length() - 2) == '1';
      String suffix =
          number.isEmpty() || teen
              ? "th"
              : switch (number.charAt(number.length() - 1)) {
                case '1' -> "st";
                case '2' -> "nd";
                case '3' -> "rd";
                default -> "th";
              };
      return written.equals("TH") ? suffix.toUpperCase(Locale.ROOT) : suffix;
    }
  }
}
