package io.github.bedrocksql.adapter.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A time in the API's own format, {@code 2026-01-31T23:59:59.123456Z} with up to nine digits of a
 * fraction. Nearly every time is one, and a list has three a row: a formatter of the JDK takes ten
 * times as long.
 */
final class PlainTime {
  /** Up to the seconds. */
  private static final int SHORTEST = "2026-01-31T23:59:59Z".length();

  private static final int FRACTION = SHORTEST;
  private static final int LONGEST = FRACTION + 1 + 9;
  private static final int SECONDS_A_DAY = 86_400;

  private PlainTime() {}

  /** Returns the instant; null if the text has another format, or there is no such day or time. */
  static Instant instant(char[] text, int start, int length) {
    if (length < SHORTEST || length > LONGEST || !hasMarks(text, start, length)) {
      return null;
    }
    int year = digits(text, start, 4);
    int month = digits(text, start + 5, 2);
    int day = digits(text, start + 8, 2);
    int hour = digits(text, start + 11, 2);
    int minute = digits(text, start + 14, 2);
    int second = digits(text, start + 17, 2);
    int nanos = length == SHORTEST ? 0 : nanos(text, start + FRACTION, length - FRACTION - 1);
    if (year < 1 || !isDay(year, month, day) || nanos < 0) {
      return null;
    }
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
      return null;
    }
    long days = LocalDate.of(year, month, day).toEpochDay();
    return Instant.ofEpochSecond(days * SECONDS_A_DAY + (hour * 60L + minute) * 60 + second, nanos);
  }

  private static boolean hasMarks(char[] text, int start, int length) {
    return text[start + 4] == '-'
        && text[start + 7] == '-'
        && text[start + 10] == 'T'
        && text[start + 13] == ':'
        && text[start + 16] == ':'
        && text[start + length - 1] == 'Z'
        && (length == SHORTEST || (text[start + SHORTEST - 1] == '.' && length > FRACTION + 1));
  }

  private static boolean isDay(int year, int month, int day) {
    return month >= 1
        && month <= 12
        && day >= 1
        && (day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth());
  }

  private static int nanos(char[] text, int start, int count) {
    int nanos = digits(text, start, count);
    for (int i = count; i < 9; i++) {
      nanos *= 10;
    }
    return nanos;
  }

  /** Returns the number; negative if there is anything but digits. */
  private static int digits(char[] text, int start, int count) {
    int number = 0;
    for (int i = start; i < start + count; i++) {
      int digit = text[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
