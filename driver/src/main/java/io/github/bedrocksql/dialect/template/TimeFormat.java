package io.github.bedrocksql.dialect.template;

import io.github.bedrocksql.dialect.template.TimeTemplate.Field;
import io.github.bedrocksql.dialect.template.TimeTemplate.Item;
import io.github.bedrocksql.dialect.template.TimeTemplate.Text;
import java.time.LocalDateTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.JulianFields;
import java.util.Locale;

/** Writes a time as a template says; every number, width and name as PostgreSQL has them. */
record TimeFormat(LocalDateTime time) {
  private static final int NAME_WIDTH = 9;
  private static final int ROMAN_WIDTH = 4;
  private static final String[] ROMAN = {
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"
  };

  String written(TimeTemplate template) {
    StringBuilder text = new StringBuilder();
    for (Item item : template.items()) {
      text.append(item instanceof Text plain ? plain.text() : field((Field) item));
    }
    return text.toString();
  }

  private String field(Field field) {
    return switch (field.name()) {
      case "HH24" -> number(field, time.getHour(), 2);
      case "HH12", "HH" -> number(field, time.get(ChronoField.CLOCK_HOUR_OF_AMPM), 2);
      case "MI" -> number(field, time.getMinute(), 2);
      case "SS" -> number(field, time.getSecond(), 2);
      case "SSSS", "SSSSS" -> number(field, time.get(ChronoField.SECOND_OF_DAY), 1);
      case "MS", "FF3" -> fraction(field, 3);
      case "US", "FF6" -> fraction(field, 6);
      case "FF1", "FF2", "FF4", "FF5" -> fraction(field, field.key().charAt(2) - '0');
      case "AM", "PM" -> cased(field, time.getHour() < 12 ? "AM" : "PM");
      case "A.M.", "P.M." -> cased(field, time.getHour() < 12 ? "A.M." : "P.M.");
      case "AD", "BC" -> cased(field, time.getYear() > 0 ? "AD" : "BC");
      case "A.D.", "B.C." -> cased(field, time.getYear() > 0 ? "A.D." : "B.C.");
      case "TZ", "FX" -> ""; // A TIMESTAMP has no zone of which there is a name.
      case "TZH", "OF" -> "+00";
      case "TZM" -> "00";
      default -> day(field);
    };
  }

  private String day(Field field) {
    return switch (field.name()) {
      case "DDD" -> number(field, time.getDayOfYear(), 3);
      case "DD" -> number(field, time.getDayOfMonth(), 2);
      case "D" -> number(field, time.getDayOfWeek().getValue() % 7 + 1, 1);
      case "ID" -> number(field, time.getDayOfWeek().getValue(), 1);
      case "IDDD" -> number(field, isoDayOfYear(), 3);
      case "IW" -> number(field, time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), 2);
      case "WW" -> number(field, (time.getDayOfYear() - 1) / 7 + 1, 2);
      case "W" -> number(field, (time.getDayOfMonth() - 1) / 7 + 1, 1);
      case "J" -> number(field, time.getLong(JulianFields.JULIAN_DAY), 1);
      case "DAY" -> name(field, time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
      case "DY" ->
          cased(field, time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH), 3);
      default -> month(field);
    };
  }

  private String month(Field field) {
    String name = time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    return switch (field.name()) {
      case "MM" -> number(field, time.getMonthValue(), 2);
      case "MONTH" -> name(field, name);
      case "MON" -> cased(field, name, 3);
      case "Q" -> number(field, time.get(IsoFields.QUARTER_OF_YEAR), 1);
      case "RM" -> padded(field, cased(field, ROMAN[time.getMonthValue() - 1]), ROMAN_WIDTH);
      default -> year(field);
    };
  }

  private String year(Field field) {
    int year = positive(time.getYear());
    int isoYear = positive(time.get(IsoFields.WEEK_BASED_YEAR));
    return switch (field.name()) {
      case "YYYY" -> number(field, year, 4);
      case "YYY" -> number(field, year % 1000, 3);
      case "YY" -> number(field, year % 100, 2);
      case "Y" -> number(field, year % 10, 1);
      case "Y,YYY" -> "%d,%03d".formatted(year / 1000, year % 1000) + ordinal(field, year);
      case "IYYY" -> number(field, isoYear, 4);
      case "IYY" -> number(field, isoYear % 1000, 3);
      case "IY" -> number(field, isoYear % 100, 2);
      case "I" -> number(field, isoYear % 10, 1);
      case "CC" -> century(field);
      default -> throw new IllegalStateException("no field " + field.key());
    };
  }

  /** There was no year 0: the first century began with year 1, and the one before ended with -1. */
  private String century(Field field) {
    int year = time.getYear();
    return year > 0
        ? number(field, (year - 1) / 100 + 1, 2)
        : "-" + number(field, -year / 100 + 1, 2);
  }

  private static int positive(int year) {
    return year > 0 ? year : 1 - year;
  }

  private int isoDayOfYear() {
    return (time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) - 1) * 7 + time.getDayOfWeek().getValue();
  }

  private static String number(Field field, long value, int width) {
    String digits = ("%0" + (field.unpadded() ? 1 : width) + "d").formatted(value);
    return digits + ordinal(field, value);
  }

  private String fraction(Field field, int digits) {
    String nanos = "%09d".formatted(time.get(ChronoField.NANO_OF_SECOND));
    return nanos.substring(0, digits) + ordinal(field, Long.parseLong(nanos.substring(0, digits)));
  }

  private static String ordinal(Field field, long value) {
    if (field.ordinal().isEmpty()) {
      return "";
    }
    long last = value / 10 % 10 == 1 ? 0 : value % 10;
    String suffix = last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th";
    return field.ordinal().equals("TH") ? suffix.toUpperCase(Locale.ROOT) : suffix;
  }

  private static String name(Field field, String name) {
    return padded(field, cased(field, name), NAME_WIDTH);
  }

  private static String padded(Field field, String text, int width) {
    return field.unpadded() ? text : ("%-" + width + "s").formatted(text);
  }

  private static String cased(Field field, String name, int length) {
    return cased(field, name.substring(0, length));
  }

  /** Returns the name in upper or lower case as the key is, or as it is. */
  private static String cased(Field field, String name) {
    String key = field.key();
    if (key.equals(key.toUpperCase(Locale.ROOT))) {
      return name.toUpperCase(Locale.ROOT);
    }
    return key.equals(key.toLowerCase(Locale.ROOT)) ? name.toLowerCase(Locale.ROOT) : name;
  }
}
