package io.github.bedrocksql.differential;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.util.PGInterval;

/** Values as text, of which each database has its own form. */
final class PostgresValue {
  /** A DOUBLE has sixteen digits, of which sums in another order spoil some. */
  private static final MathContext DIGITS = new MathContext(11);

  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("yyyy-MM-dd HH:mm:ss")
          .optionalStart()
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .optionalEnd()
          .optionalStart()
          .appendLiteral("+00")
          .optionalEnd()
          .toFormatter(Locale.ROOT);

  /** The project's intervals: of months, or of days and the time of a day. */
  private static final Pattern MONTHS = Pattern.compile("([+-])(\\d+)-(\\d+)");

  private static final Pattern SECONDS =
      Pattern.compile("([+-])(\\d+) (\\d+):(\\d+):(\\d+)(\\.\\d+)?");

  private static final ObjectMapper JSON = new ObjectMapper();

  private PostgresValue() {}

  /**
   * Returns the value of a text, whichever of the two databases wrote it; {@code type} is
   * PostgreSQL's.
   */
  static Object comparable(String type, String text) {
    if (text.equals("null")) {
      return text;
    }
    return switch (type) {
      case "int2", "int4", "int8", "numeric", "float4", "float8" -> number(text);
      case "bool" -> text.equals("t") ? "true" : text.equals("f") ? "false" : text;
      case "timestamp", "timestamptz" -> time(text);
      case "interval" -> interval(text);
      case "json", "jsonb" -> json(text);
      default -> text;
    };
  }

  private static Object number(String text) {
    if (!text.matches("-?[\\d.]+(E[+-]?\\d+)?")) {
      return text;
    }
    BigDecimal number = new BigDecimal(text).round(DIGITS);
    return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
  }

  private static Object time(String text) {
    return text.matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d.*")
        ? LocalDateTime.parse(text, TIME)
        : text;
  }

  private static Object json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return text;
    }
  }

  /** Months and seconds; a day has 24 hours. */
  private record Interval(long months, BigDecimal seconds) {}

  private static Object interval(String text) {
    Matcher months = MONTHS.matcher(text);
    if (months.matches()) {
      long count = Long.parseLong(months.group(2)) * 12 + Long.parseLong(months.group(3));
      return new Interval(months.group(1).equals("-") ? -count : count, BigDecimal.ZERO);
    }
    Matcher time = SECONDS.matcher(text);
    if (time.matches()) {
      String fraction = time.group(6) == null ? "" : time.group(6);
      BigDecimal seconds =
          new BigDecimal(time.group(5) + fraction)
              .add(BigDecimal.valueOf(Long.parseLong(time.group(2)) * 86_400))
              .add(BigDecimal.valueOf(Long.parseLong(time.group(3)) * 3_600))
              .add(BigDecimal.valueOf(Long.parseLong(time.group(4)) * 60));
      return of(0, time.group(1).equals("-") ? seconds.negate() : seconds);
    }
    return postgres(text);
  }

  private static Interval postgres(String text) {
    try {
      PGInterval interval = new PGInterval(text);
      BigDecimal seconds =
          BigDecimal.valueOf(interval.getDays() * 86_400L)
              .add(BigDecimal.valueOf(interval.getHours() * 3_600L + interval.getMinutes() * 60L))
              .add(BigDecimal.valueOf(interval.getWholeSeconds()))
              .add(BigDecimal.valueOf(interval.getMicroSeconds(), 6));
      return of(interval.getYears() * 12L + interval.getMonths(), seconds);
    } catch (SQLException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  private static Interval of(long months, BigDecimal seconds) {
    // An average has parts of a millisecond in PostgreSQL.
    BigDecimal millis = seconds.setScale(3, RoundingMode.DOWN);
    return new Interval(
        months, millis.signum() == 0 ? BigDecimal.ZERO : millis.stripTrailingZeros());
  }
}
