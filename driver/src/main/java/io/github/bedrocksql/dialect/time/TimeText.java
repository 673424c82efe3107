package io.github.bedrocksql.dialect.time;

import io.github.bedrocksql.adapter.error.PlainText;
import io.github.bedrocksql.adapter.error.SqlState;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Dates with times, in UTC, as text: ISO 8601, or with a blank instead of the T, as SQL has it. The
 * same in SQL, in parameters and in results.
 */
public final class TimeText {
  /** Digits of a second's fraction, in every TIMESTAMP: milliseconds. */
  public static final int PRECISION = 3;

  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendLiteral('T')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .appendOffset("+HH:MM:ss", "Z")
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HHMM", "Z")
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HH", "Z")
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private static final DateTimeFormatter SQL =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendPattern(" HH:mm:ss.SSS")
          .toFormatter()
          .withZone(ZoneOffset.UTC);

  private static final Pattern BLANK_BEFORE_TIME = Pattern.compile("(?<=^\\d{4}-\\d\\d-\\d\\d) +");
  private static final Pattern BLANK_BEFORE_OFFSET = Pattern.compile(" +(?=[-+zZ])");

  private TimeText() {}

  /**
   * Reads a date, or a date and a time; what names no offset is UTC, a date is its first moment.
   *
   * @throws SQLException with SQLState 22007 if the text is neither
   */
  public static Instant parse(String text) throws SQLException {
    String iso = BLANK_BEFORE_TIME.matcher(text.strip()).replaceFirst("T");
    iso = BLANK_BEFORE_OFFSET.matcher(iso).replaceFirst("");
    try {
      TemporalAccessor time =
          ISO.parseBest(iso, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
      if (time instanceof OffsetDateTime at) {
        return at.toInstant();
      }
      return time instanceof LocalDateTime at
          ? at.toInstant(ZoneOffset.UTC)
          : ((LocalDate) time).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeException e) {
      throw SqlState.INVALID_DATETIME.exception(
          "'" + PlainText.of(text) + "' is not a date or time such as 2026-11-24 09:30:00", e);
    }
  }

  /** Returns a TIMESTAMP as text, in UTC, the same as a CAST gives. */
  public static String of(Instant instant) {
    return SQL.format(instant);
  }
}
