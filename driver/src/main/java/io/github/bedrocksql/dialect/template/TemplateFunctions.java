package io.github.bedrocksql.dialect.template;

import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import com.google.common.cache.LoadingCache;
import io.github.bedrocksql.adapter.error.Refusal;
import io.github.bedrocksql.adapter.error.SqlState;
import io.github.bedrocksql.dialect.time.IntervalFormat;
import io.github.bedrocksql.dialect.time.TimeFunctions;
import java.math.BigDecimal;
import java.time.DateTimeException;
import org.apache.calcite.linq4j.function.Deterministic;
import org.apache.calcite.linq4j.function.Strict;

/**
 * What a plan's generated code calls for {@code to_char}, {@code to_timestamp} and {@code to_date}:
 * a TIMESTAMP is milliseconds since 1970 there, a DATE days, UTC. A plan has one, for all of its
 * rows and executions. A null gives null.
 */
@Deterministic
public final class TemplateFunctions {
  private static final int TEMPLATES = 100;
  private static final double MILLIS = 1000;

  private final LoadingCache<String, NumberTemplate> numbers =
      CacheBuilder.newBuilder().maximumSize(TEMPLATES).build(CacheLoader.from(NumberTemplate::of));

  private final LoadingCache<String, TimeTemplate> templates =
      CacheBuilder.newBuilder().maximumSize(TEMPLATES).build(CacheLoader.from(TimeTemplate::of));

  /** Writes a number as a template says. */
  @Strict
  public String number(BigDecimal number, String template) {
    return numbers.getUnchecked(template).written(number);
  }

  /** Reads a number as a template says. */
  @Strict
  public BigDecimal readNumber(String text, String template) {
    return numbers.getUnchecked(template).read(text);
  }

  /** Writes an interval as a template says: its days, and the time that is left. */
  @Strict
  public String interval(long millis, String template) {
    return IntervalFormat.written(millis, template);
  }

  /** Writes a time as a template says. */
  @Strict
  public String written(long millis, String template) {
    return new TimeFormat(TimeFunctions.dateTime(millis)).written(templates.getUnchecked(template));
  }

  /** Reads a time as a template says. */
  @Strict
  public long time(String text, String template) {
    try {
      return TimeFunctions.millis(read(text, template).time());
    } catch (DateTimeException e) {
      throw refused(text, template, e);
    }
  }

  /** Reads a date as a template says. */
  @Strict
  public int date(String text, String template) {
    try {
      return Math.toIntExact(read(text, template).time().toLocalDate().toEpochDay());
    } catch (DateTimeException e) {
      throw refused(text, template, e);
    }
  }

  private ReadFields read(String text, String template) {
    return TimeReader.read(text, templates.getUnchecked(template));
  }

  private static Refusal refused(String text, String template, DateTimeException why) {
    return new Refusal(
        SqlState.INVALID_DATETIME.exception(
            "'%s' does not match '%s': ".formatted(text, template) + why.getMessage(), why));
  }

  /** Returns the time that is so many seconds after 1970 began, to the millisecond. */
  @Strict
  public static long ofEpoch(double seconds) {
    double millis = seconds * MILLIS;
    if (!(Math.abs(millis) < Long.MAX_VALUE)) {
      throw new Refusal(
          SqlState.DATETIME_OUT_OF_RANGE.exception(
              "TO_TIMESTAMP: " + seconds + " seconds are out of range"));
    }
    return Math.round(millis);
  }
}
