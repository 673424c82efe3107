package io.github.bedrocksql.dialect.routine;

import com.google.common.hash.Hashing;
import com.google.common.io.BaseEncoding;
import io.github.bedrocksql.adapter.error.Refusal;
import io.github.bedrocksql.adapter.error.SqlState;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.stream.LongStream;
import org.apache.calcite.avatica.util.ByteString;
import org.apache.calcite.linq4j.function.Strict;

/**
 * What a plan's generated code calls for PostgreSQL's functions. A DATE is days and a TIMESTAMP
 * milliseconds since 1970 there, an interval milliseconds; a null gives null.
 */
public final class PostgresRoutines {
  private PostgresRoutines() {}

  /** {@code left(x, n)}: without the last -n characters if n is negative. */
  @Strict
  public static String left(String text, int length) {
    int end = length < 0 ? text.length() + length : Math.min(length, text.length());
    return text.substring(0, Math.max(end, 0));
  }

  /** {@code right(x, n)}: without the first -n characters if n is negative. */
  @Strict
  public static String right(String text, int length) {
    int start = length < 0 ? -Math.max(length, -text.length()) : text.length() - length;
    return text.substring(Math.max(start, 0));
  }

  /** {@code x >> n}. */
  @Strict
  public static long shifted(long number, int bits) {
    return number >> bits;
  }

  /** {@code quote_literal(x)}. */
  @Strict
  public static String quoted(String text) {
    String literal = "'" + text.replace("'", "''") + "'";
    return text.indexOf('\\') < 0 ? literal : "E" + literal.replace("\\", "\\\\");
  }

  /** {@code quote_ident(x)}. */
  @Strict
  public static String quotedName(String name) {
    return name.matches("[a-z_][a-z0-9_$]*") ? name : '"' + name.replace("\"", "\"\"") + '"';
  }

  /** {@code to_hex(x)}. */
  @Strict
  public static String hexadecimal(long number) {
    return Long.toHexString(number);
  }

  /** {@code gcd(a, b)}. */
  @Strict
  public static long divisor(long one, long other) {
    return BigInteger.valueOf(one).gcd(BigInteger.valueOf(other)).longValueExact();
  }

  /** {@code lcm(a, b)}. */
  @Strict
  public static long multiple(long one, long other) {
    return one == 0 || other == 0
        ? 0
        : Math.abs(Math.multiplyExact(one / divisor(one, other), other));
  }

  /** {@code factorial(n)}, of at most 38 digits. */
  @Strict
  public static BigDecimal factorial(long number) {
    if (number < 0 || number > 33) {
      throw new Refusal(
          SqlState.NUMBER_OUT_OF_RANGE.exception("factorial takes a number from 0 to 33"));
    }
    return LongStream.rangeClosed(2, number)
        .mapToObj(BigDecimal::valueOf)
        .reduce(BigDecimal.ONE, BigDecimal::multiply);
  }

  /** {@code sha256(x)}. */
  @Strict
  public static ByteString hash(String text) {
    return new ByteString(Hashing.sha256().hashString(text, StandardCharsets.UTF_8).asBytes());
  }

  /** {@code encode(bytes, format)}: hex or base64. */
  @Strict
  public static String encoded(ByteString bytes, String format) {
    return encoding(format).encode(bytes.getBytes());
  }

  /** {@code decode(text, format)}: hex or base64. */
  @Strict
  public static ByteString decoded(String text, String format) {
    try {
      return new ByteString(encoding(format).decode(text));
    } catch (IllegalArgumentException e) {
      throw new Refusal(
          SqlState.INVALID_PARAMETER.exception("'" + text + "' is not " + format + "-encoded", e));
    }
  }

  private static BaseEncoding encoding(String format) {
    return switch (format.toLowerCase(Locale.ROOT)) {
      case "hex" -> BaseEncoding.base16().lowerCase().ignoreCase();
      case "base64" -> BaseEncoding.base64();
      default ->
          throw new Refusal(
              SqlState.INVALID_PARAMETER.exception("unrecognized encoding: \"" + format + "\""));
    };
  }

  /** {@code x::boolean} of a text: true, yes, on, 1, t, y, tr and the like. */
  @Strict
  public static boolean truth(String text) {
    String word = text.strip().toLowerCase(Locale.ROOT);
    boolean isTrue = begins("true", 1, word) || begins("yes", 1, word) || begins("on", 2, word);
    boolean isFalse = begins("false", 1, word) || begins("no", 1, word) || begins("off", 2, word);
    if (isTrue || word.equals("1")) {
      return true;
    }
    if (isFalse || word.equals("0")) {
      return false;
    }
    throw new Refusal(
        SqlState.INVALID_TEXT.exception("invalid input syntax for type boolean: \"" + text + "\""));
  }

  private static boolean begins(String word, int least, String text) {
    return text.length() >= least && word.startsWith(text);
  }

  /** {@code make_date(year, month, day)}. */
  @Strict
  public static int date(int year, int month, int day) {
    try {
      return Math.toIntExact(LocalDate.of(year, month, day).toEpochDay());
    } catch (DateTimeException e) {
      throw new Refusal(SqlState.DATETIME_OUT_OF_RANGE.exception(e.getMessage(), e));
    }
  }

  /** {@code make_timestamp(year, month, day, hour, minute, second)}. */
  @Strict
  public static long time(int year, int month, int day, int hour, int minute, BigDecimal second) {
    try {
      return LocalDateTime.of(year, month, day, hour, minute)
              .toInstant(ZoneOffset.UTC)
              .toEpochMilli()
          + second.movePointRight(3).longValue();
    } catch (DateTimeException e) {
      throw new Refusal(SqlState.DATETIME_OUT_OF_RANGE.exception(e.getMessage(), e));
    }
  }

  /** {@code date_bin(stride, t, origin)}: the start of the stride, counted from origin. */
  @Strict
  public static long bin(BigDecimal seconds, long time, long origin) {
    long stride = seconds.movePointRight(3).longValue();
    if (stride <= 0) {
      throw new Refusal(
          SqlState.INVALID_PARAMETER.exception("date_bin takes a stride greater than 0"));
    }
    return origin + Math.floorDiv(time - origin, stride) * stride;
  }

  /** {@code width_bucket(x, low, high, count)}. */
  @Strict
  public static int bucket(BigDecimal value, BigDecimal low, BigDecimal high, int count) {
    if (count <= 0 || low.compareTo(high) == 0) {
      throw new Refusal(
          SqlState.INVALID_WIDTH_BUCKET_ARGUMENT.exception(
              "width_bucket takes two different bounds and a number of buckets greater than 0"));
    }
    double share = value.subtract(low).doubleValue() / high.subtract(low).doubleValue();
    return share < 0 ? 0 : share >= 1 ? count + 1 : (int) Math.floor(share * count) + 1;
  }
}
