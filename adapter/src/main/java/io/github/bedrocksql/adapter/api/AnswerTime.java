package io.github.bedrocksql.adapter.api;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/** A time as servers write it that have another format than the API: AWS has several. */
final class AnswerTime {
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  /** Of a fraction: with more, to cut them off would take long. */
  private static final int MOST_DIGITS = 100;

  private static final DateTimeFormatter WITH_OFFSET =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendPattern("['T'][' ']")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .appendPattern("[XXX][XX][X]")
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private AnswerTime() {}

  /** Returns the instant of a text; null if it doesn't denote one, for instance without a zone. */
  static Instant ofText(String text) {
    return parsed(WITH_OFFSET, text)
        .or(() -> parsed(DateTimeFormatter.RFC_1123_DATE_TIME, text))
        .orElse(null);
  }

  private static Optional<Instant> parsed(DateTimeFormatter format, String text) {
    try {
      return inRange(Instant.from(format.parse(text)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Returns the instant of seconds since 1970; null if there is none from year 1 to 9999. */
  static Instant ofSeconds(String number) {
    try {
      return ofSeconds(new BigDecimal(number)).orElse(null);
    } catch (NumberFormatException e) {
      return null; // An exponent beyond all.
    }
  }

  private static Optional<Instant> ofSeconds(BigDecimal seconds) {
    if (seconds.scale() > MOST_DIGITS
        || seconds.abs().compareTo(BigDecimal.valueOf(LAST.getEpochSecond())) > 0) {
      return Optional.empty();
    }
    BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
    long nanos = seconds.subtract(whole).movePointRight(9).longValue();
    return inRange(Instant.ofEpochSecond(whole.longValueExact(), nanos));
  }

  private static Optional<Instant> inRange(Instant instant) {
    return Optional.of(instant).filter(i -> !i.isBefore(FIRST) && !i.isAfter(LAST));
  }
}
