package io.github.bedrocksql.dialect.template;

import com.google.common.collect.ImmutableMap;
import io.github.bedrocksql.dialect.template.TimeTemplate.Field;
import io.github.bedrocksql.dialect.template.TimeTemplate.Item;
import io.github.bedrocksql.dialect.template.TimeTemplate.Text;
import java.time.DateTimeException;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Reads a text as a template says, as leniently as PostgreSQL: separators need not be the same. */
final class TimeReader {
  /** How many digits a number has that another follows with nothing between. */
  private static final ImmutableMap<String, Integer> DIGITS =
      ImmutableMap.<String, Integer>builder()
          .put("YYYY", 4)
          .put("YYY", 3)
          .put("YY", 2)
          .put("Y", 1)
          .put("IYYY", 4)
          .put("IYY", 3)
          .put("IY", 2)
          .put("I", 1)
          .put("CC", 2)
          .put("MM", 2)
          .put("Q", 1)
          .put("WW", 2)
          .put("W", 1)
          .put("IW", 2)
          .put("DDD", 3)
          .put("DD", 2)
          .put("D", 1)
          .put("IDDD", 3)
          .put("ID", 1)
          .put("J", 7)
          .put("HH24", 2)
          .put("HH12", 2)
          .put("HH", 2)
          .put("MI", 2)
          .put("SS", 2)
          .put("SSSS", 5)
          .put("SSSSS", 5)
          .put("MS", 3)
          .put("US", 6)
          .put("FF1", 1)
          .put("FF2", 2)
          .put("FF3", 3)
          .put("FF4", 4)
          .put("FF5", 5)
          .put("FF6", 6)
          .put("TZH", 2)
          .put("TZM", 2)
          .buildOrThrow();

  /** As many as fit into an int. */
  private static final int MOST_DIGITS = 9;

  private static final List<String> MONTHS =
      Arrays.stream(Month.values())
          .map(month -> month.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
          .toList();
  private static final List<String> DAYS =
      List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
  private static final List<String> ROMAN =
      List.of("XII", "XI", "X", "IX", "VIII", "VII", "VI", "V", "IV", "III", "II", "I");

  private final String text;
  private final List<Item> items;
  private final ReadFields read = new ReadFields();
  private int at;

  private TimeReader(String text, List<Item> items) {
    this.text = text;
    this.items = items;
  }

  /**
   * Returns what a text says; what follows in it is not looked at.
   *
   * @throws DateTimeException if a field is not there, or is not one of any time
   */
  static ReadFields read(String text, TimeTemplate template) {
    TimeReader reader = new TimeReader(text, template.items());
    for (int i = 0; i < reader.items.size(); i++) {
      reader.skipBlanks();
      if (reader.at == text.length()) {
        break;
      }
      if (reader.items.get(i) instanceof Field field) {
        reader.field(field, i);
      } else {
        reader.skip(((Text) reader.items.get(i)).text(), reader.isZoneAfter(i));
      }
    }
    return reader.read;
  }

  private void skipBlanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private boolean isZoneAfter(int index) {
    return index + 1 < items.size()
        && items.get(index + 1) instanceof Field next
        && next.name().equals("TZH");
  }

  /** A separator stands for any other or for none, a sign left out; another character for one. */
  private void skip(String literal, boolean beforeZone) {
    for (int i = 0; i < literal.length() && at < text.length(); i++) {
      char c = text.charAt(at);
      boolean stays = Character.isLetterOrDigit(c) || (beforeZone && (c == '+' || c == '-'));
      if (Character.isLetterOrDigit(literal.charAt(i)) || !stays) {
        at++;
      }
    }
  }

  private void field(Field field, int index) {
    String name = field.name();
    switch (name) {
      case "MONTH" -> read.put("MM", oneOf(MONTHS, 0, field) + 1);
      case "MON" -> read.put("MM", oneOf(MONTHS, 3, field) + 1);
      case "DAY" -> oneOf(DAYS, 0, field);
      case "DY" -> oneOf(DAYS, 3, field);
      case "RM" -> read.put("MM", ROMAN.size() - oneOf(ROMAN, 0, field));
      case "AM", "PM" -> read.put("PM", oneOf(List.of("AM", "PM"), 0, field));
      case "A.M.", "P.M." -> read.put("PM", oneOf(List.of("A.M.", "P.M."), 0, field));
      case "AD", "BC" -> read.put("BC", oneOf(List.of("AD", "BC"), 0, field));
      case "A.D.", "B.C." -> read.put("BC", oneOf(List.of("A.D.", "B.C."), 0, field));
      case "Y,YYY" -> thousands(field);
      case "FX" -> {
        // Blanks are not counted here.
      }
      case "TZH" -> read.zone(sign(), number(field, index));
      default -> {
        if (!DIGITS.containsKey(name)) {
          throw new DateTimeException(name + " is for to_char only");
        }
        int start = at;
        int value = number(field, index);
        read.put(name, value, at - start);
        at = Math.min(text.length(), at + field.ordinal().length());
      }
    }
  }

  /** Returns which of some names stands here, in any case, if so many letters count. */
  private int oneOf(List<String> names, int letters, Field field) {
    for (int i = 0; i < names.size(); i++) {
      String name = letters == 0 ? names.get(i) : names.get(i).substring(0, letters);
      if (text.regionMatches(true, at, name, 0, name.length())) {
        at += name.length();
        return i;
      }
    }
    throw new DateTimeException("expected " + field.name() + " at " + rest());
  }

  private int sign() {
    char c = text.charAt(at);
    if (c == '+' || c == '-') {
      at++;
    }
    return c == '-' ? -1 : 1;
  }

  private void thousands(Field field) {
    int comma = text.indexOf(',', at);
    if (comma < 0) {
      throw new DateTimeException("expected " + field.name() + " at " + rest());
    }
    int thousands = digits(comma - at, field);
    at++;
    read.put("YYYY", thousands * 1000 + digits(3, field));
  }

  private int number(Field field, int index) {
    boolean all = field.unpadded() || !field.ordinal().isEmpty() || !isNumberAfter(index);
    return digits(all ? text.length() : DIGITS.get(field.name()), field);
  }

  private boolean isNumberAfter(int index) {
    if (index + 1 == items.size()) {
      return false;
    }
    return items.get(index + 1) instanceof Field next
        ? DIGITS.containsKey(next.name()) && !next.name().equals("TZH")
        : ((Text) items.get(index + 1)).text().chars().limit(1).anyMatch(Character::isDigit);
  }

  private int digits(int most, Field field) {
    int limit = Math.min(text.length(), at + Math.min(most, MOST_DIGITS));
    int end = at;
    while (end < limit && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    if (end == at) {
      throw new DateTimeException("expected " + field.name() + " at " + rest());
    }
    int number = Integer.parseInt(text.substring(at, end));
    at = end;
    return number;
  }

  private String rest() {
    return at == text.length() ? "its end" : "'" + text.substring(at) + "'";
  }
}
