package io.github.bedrocksql.dialect.template;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.JulianFields;
import java.util.HashMap;
import java.util.Map;

/** The fields that were read of a time, by the names of a template, and the time that they make. */
final class ReadFields {
  private static final int MICROS = 6;

  private final Map<String, Integer> values = new HashMap<>();
  private int zoneSign = 1;

  void put(String name, int value) {
    values.put(name, value);
  }

  /** Keeps a number of so many digits: of a fraction, and of a year without its century. */
  void put(String name, int value, int digits) {
    switch (name) {
      case "MS", "US", "FF1", "FF2", "FF3", "FF4", "FF5", "FF6" ->
          put("US", (int) (value * Math.pow(10, MICROS - Math.min(MICROS, digits))));
      case "YYY", "YY", "Y" -> {
        put("YYYY", digits < 4 ? near2020(value) : value);
        put("YY", value);
      }
      case "IYY", "IY", "I" -> put("IYYY", digits < 4 ? near2020(value) : value);
      case "SSSSS" -> put("SSSS", value);
      case "HH" -> put("HH12", value);
      default -> put(name, value);
    }
  }

  void zone(int sign, int hours) {
    zoneSign = sign;
    put("TZH", hours);
  }

  /** As PostgreSQL: 69 is 2069, 70 is 1970, 519 is 2519. */
  private static int near2020(int year) {
    if (year < 70) {
      return year + 2000;
    }
    if (year < 100) {
      return year + 1900;
    }
    return year < 520 ? year + 2000 : year < 1000 ? year + 1000 : year;
  }

  private boolean has(String name) {
    return values.containsKey(name);
  }

  private int get(String name, int absent) {
    return values.getOrDefault(name, absent);
  }

  /**
   * Returns the date.
   *
   * @throws DateTimeException if there is no such time
   */
  LocalDate date() {
    if (has("J")) {
      return LocalDate.EPOCH.with(JulianFields.JULIAN_DAY, get("J", 0));
    }
    if (has("IYYY")) {
      return isoDate();
    }
    LocalDate year = LocalDate.of(year(), 1, 1);
    if (has("DDD")) {
      return year.withDayOfYear(get("DDD", 1));
    }
    if (has("WW")) {
      return year.withDayOfYear((get("WW", 1) - 1) * 7 + 1);
    }
    int day = has("W") ? (get("W", 1) - 1) * 7 + 1 : get("DD", 1);
    return LocalDate.of(year(), get("MM", 1), day);
  }

  private LocalDate isoDate() {
    LocalDate first =
        LocalDate.of(get("IYYY", 1), 1, 4)
            .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, get("IW", 1))
            .with(ChronoField.DAY_OF_WEEK, 1);
    if (has("IDDD")) {
      return first.plusDays(get("IDDD", 1) - 1);
    }
    // Of the other numbers of days the first is Sunday, which ends a week.
    int day = has("D") ? (get("D", 1) + 5) % 7 + 1 : get("ID", 1);
    return first.with(ChronoField.DAY_OF_WEEK, day);
  }

  private int year() {
    int year = get("YYYY", 0);
    if (has("CC")) {
      year = (get("CC", 1) - 1) * 100 + (has("YY") ? get("YY", 0) % 100 : 1);
    }
    return get("BC", 0) == 1 ? 1 - year : year;
  }

  /**
   * Returns the time, in UTC.
   *
   * @throws DateTimeException if there is no such time
   */
  LocalDateTime time() {
    LocalTime time =
        has("SSSS")
            ? LocalTime.ofSecondOfDay(get("SSSS", 0))
            : LocalTime.of(hour(), get("MI", 0), get("SS", 0));
    ZoneOffset zone = ZoneOffset.ofHoursMinutes(zoneSign * get("TZH", 0), zoneSign * get("TZM", 0));
    return LocalDateTime.of(date(), time.plusNanos(get("US", 0) * 1000L))
        .minusSeconds(zone.getTotalSeconds());
  }

  private int hour() {
    if (!has("HH12") && !has("PM")) {
      return get("HH24", 0);
    }
    int hour = has("HH12") ? get("HH12", 0) : get("HH24", 0);
    if (hour < 1 || hour > 12) {
      throw new DateTimeException("an hour with AM or PM must be from 1 to 12, not " + hour);
    }
    return has("PM") ? hour % 12 + 12 * get("PM", 0) : hour % 12;
  }
}
