package io.github.bedrocksql.dialect.time;

import com.google.common.collect.ImmutableSet;
import io.github.bedrocksql.adapter.error.Refusal;
import io.github.bedrocksql.adapter.error.SqlState;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.apache.calcite.avatica.util.DateTimeUtils;
import org.apache.calcite.avatica.util.TimeUnitRange;
import org.apache.calcite.linq4j.function.Strict;

/**
 * What a plan's generated code calls for {@code age(a, b)}, of times in milliseconds since 1970.
 */
public final class AgeFunctions {
  private static final int MONTHS_OF_QUARTER = 3;
  private static final int MONTHS_OF_YEAR = 12;

  /** The fields that PostgreSQL knows of an interval. */
  public static final ImmutableSet<TimeUnitRange> FIELDS =
      ImmutableSet.of(
          TimeUnitRange.MILLENNIUM,
          TimeUnitRange.CENTURY,
          TimeUnitRange.DECADE,
          TimeUnitRange.YEAR,
          TimeUnitRange.QUARTER,
          TimeUnitRange.MONTH,
          TimeUnitRange.DAY,
          TimeUnitRange.HOUR,
          TimeUnitRange.MINUTE,
          TimeUnitRange.SECOND,
          TimeUnitRange.MILLISECOND,
          TimeUnitRange.EPOCH);

  private AgeFunctions() {}

  /** The years, months, days and the time from one time to another, as text. */
  @Strict
  public static String age(long to, long from) {
    return Age.of(to, from).toString();
  }

  /** {@code date_trunc(field, age(a, b))}, as text. */
  @Strict
  public static String truncated(String field, long to, long from) {
    return Age.of(to, from).truncated(TimeFunctions.fieldOf(field)).toString();
  }

  /** {@code extract(field from age(a, b))} of a field that is whole. */
  @Strict
  public static long field(String field, long to, long from) {
    return Age.of(to, from).field(TimeUnitRange.valueOf(field));
  }

  /** {@code extract(field from age(a, b))} of a field with a fraction. */
  @Strict
  public static BigDecimal fraction(String field, long to, long from) {
    return Age.of(to, from).fraction(TimeUnitRange.valueOf(field));
  }

  /** An age by PostgreSQL's calendar; the parts are those of its length. */
  private record Age(boolean negative, long months, long days, long millis) {
    static Age of(long to, long from) {
      LocalDateTime earlier = TimeFunctions.dateTime(Math.min(to, from));
      LocalDateTime later = TimeFunctions.dateTime(Math.max(to, from));
      long millis = ChronoUnit.MILLIS.between(earlier.toLocalTime(), later.toLocalTime());
      long days = (long) later.getDayOfMonth() - earlier.getDayOfMonth();
      if (millis < 0) {
        millis += DateTimeUtils.MILLIS_PER_DAY;
        days--;
      }
      long months =
          12L * (later.getYear() - earlier.getYear())
              + later.getMonthValue()
              - earlier.getMonthValue();
      if (days < 0) {
        days += earlier.toLocalDate().lengthOfMonth();
        months--;
      }
      return new Age(to < from, months, days, millis);
    }

    Age truncated(TimeFunctions.Field field) {
      return switch (field) {
        case MICROSECONDS, MILLISECONDS -> this;
        case SECOND -> toThe(DateTimeUtils.MILLIS_PER_SECOND);
        case MINUTE -> toThe(DateTimeUtils.MILLIS_PER_MINUTE);
        case HOUR -> toThe(DateTimeUtils.MILLIS_PER_HOUR);
        case DAY -> new Age(negative, months, days, 0);
        case WEEK ->
            throw new Refusal(
                SqlState.NOT_SUPPORTED.exception(
                    "date_trunc('week', age(…)) has no meaning: months are not whole weeks"));
        case MONTH -> toMonths(1);
        case QUARTER -> toMonths(MONTHS_OF_QUARTER);
        case YEAR -> toMonths(MONTHS_OF_YEAR);
        case DECADE -> toMonths(10 * MONTHS_OF_YEAR);
        case CENTURY -> toMonths(100 * MONTHS_OF_YEAR);
        case MILLENNIUM -> toMonths(1000 * MONTHS_OF_YEAR);
      };
    }

    long field(TimeUnitRange field) {
      long years = months / MONTHS_OF_YEAR;
      long length =
          switch (field) {
            case MILLENNIUM -> years / 1000;
            case CENTURY -> years / 100;
            case DECADE -> years / 10;
            case YEAR -> years;
            case MONTH -> months % MONTHS_OF_YEAR;
            case DAY -> days;
            case HOUR -> millis / DateTimeUtils.MILLIS_PER_HOUR;
            case MINUTE -> millis % DateTimeUtils.MILLIS_PER_HOUR / DateTimeUtils.MILLIS_PER_MINUTE;
            case QUARTER -> signed(months % MONTHS_OF_YEAR) / MONTHS_OF_QUARTER + 1;
            default -> throw new IllegalArgumentException(field.name());
          };
      return field == TimeUnitRange.QUARTER ? length : signed(length);
    }

    BigDecimal fraction(TimeUnitRange field) {
      long ofMinute = millis % DateTimeUtils.MILLIS_PER_MINUTE;
      return switch (field) {
        case SECOND -> BigDecimal.valueOf(signed(ofMinute), TimeText.PRECISION);
        case MILLISECOND -> BigDecimal.valueOf(signed(ofMinute));
        case EPOCH ->
            BigDecimal.valueOf(signed(seconds()))
                .add(
                    BigDecimal.valueOf(
                        signed(days * DateTimeUtils.MILLIS_PER_DAY + millis), TimeText.PRECISION));
        default -> throw new IllegalArgumentException(field.name());
      };
    }

    private long seconds() {
      return months / MONTHS_OF_YEAR * IntervalText.SECONDS_OF_YEAR
          + months % MONTHS_OF_YEAR * IntervalText.SECONDS_OF_MONTH;
    }

    private long signed(long length) {
      return negative ? -length : length;
    }

    private Age toThe(long unit) {
      return new Age(negative, months, days, millis / unit * unit);
    }

    private Age toMonths(int count) {
      return new Age(negative, months / count * count, 0, 0);
    }

    @Override
    public String toString() {
      return IntervalFormat.of(negative, months, days, millis);
    }
  }
}
