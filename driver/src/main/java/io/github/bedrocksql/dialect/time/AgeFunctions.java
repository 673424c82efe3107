package io.github.bedrocksql.dialect.time;

import io.github.bedrocksql.adapter.error.Refusal;
import io.github.bedrocksql.adapter.error.SqlState;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.apache.calcite.avatica.util.DateTimeUtils;
import org.apache.calcite.linq4j.function.Strict;

/**
 * What a plan's generated code calls for {@code age(a, b)}, of times in milliseconds since 1970.
 */
public final class AgeFunctions {
  private static final int MONTHS_OF_QUARTER = 3;
  private static final int MONTHS_OF_YEAR = 12;

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
