package io.github.bedrocksql.dialect.aggregate;

import com.google.common.collect.Ordering;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.apache.calcite.sql.type.SqlTypeName;

/** How the engine's values compare. */
final class Values {
  /** Of values that are not null; within arrays and rows, null is the largest. */
  static final Comparator<Object> NATURAL = Values::compare;

  private static final Ordering<Iterable<Object>> ELEMENTS =
      Ordering.from(NATURAL).nullsLast().lexicographical();

  private Values() {}

  private static int compare(Object one, Object other) {
    if (one instanceof Number a
        && other instanceof Number b
        && !a.getClass().equals(b.getClass())) {
      return decimal(a).compareTo(decimal(b));
    }
    if (one instanceof Comparable<?>) {
      @SuppressWarnings("unchecked")
      Comparable<Object> comparable = (Comparable<Object>) one;
      return comparable.compareTo(other);
    }
    return ELEMENTS.compare(elements(one), elements(other));
  }

  @SuppressWarnings("unchecked")
  private static List<Object> elements(Object value) {
    return value instanceof Object[] array ? Arrays.asList(array) : (List<Object>) value;
  }

  /** Returns what is equal where SQL's values are: a row is an array to Java. */
  static Object hashable(Object value) {
    if (value instanceof BigDecimal number) {
      return number.stripTrailingZeros();
    }
    return value instanceof Object[] row
        ? Collections.unmodifiableList(
            Arrays.asList(Arrays.stream(row).map(Values::hashable).toArray()))
        : value;
  }

  static BigDecimal decimal(Number number) {
    return number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
  }

  /** Returns a number as the class that the engine has for a type. */
  static Object as(Number number, SqlTypeName type) {
    return switch (type) {
      case TINYINT -> Byte.valueOf(decimal(number).byteValueExact());
      case SMALLINT -> Short.valueOf(decimal(number).shortValueExact());
      case INTEGER, DATE, TIME, INTERVAL_YEAR, INTERVAL_YEAR_MONTH, INTERVAL_MONTH ->
          number instanceof Integer ? number : (Object) decimal(number).intValueExact();
      case DOUBLE, FLOAT -> number.doubleValue();
      case REAL -> number.floatValue();
      case DECIMAL -> decimal(number);
      default -> number.longValue();
    };
  }
}
