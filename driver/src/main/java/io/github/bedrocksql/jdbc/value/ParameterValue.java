package io.github.bedrocksql.jdbc.value;

import com.google.common.collect.ImmutableSet;
import io.github.bedrocksql.adapter.error.PlainText;
import io.github.bedrocksql.adapter.error.SqlState;
import io.github.bedrocksql.dialect.validate.ParameterUse;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URL;
import java.sql.Array;
import java.sql.JDBCType;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Calendar;
import java.util.Locale;
import java.util.UUID;

/**
 * Values of parameters. Calcite takes a value as it comes and fails where it is used, with a
 * ClassCastException: here it is made one of the parameter's own type first, or refused.
 */
public final class ParameterValue {

  /** Stands for infinity beside exact numbers, none of which has as many digits. */
  private static final BigDecimal BEYOND_ALL = new BigDecimal("1E+1000");

  /** What is written as its toString says. */
  private static final ImmutableSet<Class<?>> TEXTS =
      ImmutableSet.of(
          CharSequence.class,
          Character.class,
          Number.class,
          Boolean.class,
          Enum.class,
          UUID.class,
          URI.class,
          URL.class);

  private ParameterValue() {}

  /**
   * Sets a parameter; {@code calendar} may be null, and is for a Timestamp, a Date and a Time only.
   */
  public static void set(PreparedStatement calcite, int index, Object value, Calendar calendar)
      throws SQLException {
    ParameterMetaData parameters = calcite.getParameterMetaData();
    int type = parameters.getParameterType(index);
    Object own =
        switch (ParameterUse.of(parameters, index)) {
          case VALUE -> of(value, type, calendar);
          case COMPARED -> compared(value, type, calendar);
          case ROW_COUNT -> rowCount(value);
        };
    if (own == null) {
      calcite.setNull(index, type);
    } else if (own instanceof Array array) {
      calcite.setObject(index, SqlArray.ofCalcite(array));
    } else {
      // Times as numbers: past Avatica's conversion, which takes the JVM's zone at start for the
      // zone of now.
      calcite.setObject(index, SqlTimes.number(own));
    }
  }

  /**
   * Returns the number that a parameter is compared as: a BigDecimal for an exact type, a Double
   * for an approximate one. A number need not be one of the type, as a literal need not; a text
   * must be.
   */
  private static Object compared(Object value, int type, Calendar calendar) throws SQLException {
    Object own = value instanceof Number ? value : of(value, type, calendar);
    if (own == null) {
      return null;
    }
    if (type == Types.REAL && own instanceof BigDecimal decimal) {
      // Compared as a REAL, as the literal 0.1 is; 0.1E0 is not.
      return (double) decimal.floatValue();
    }
    if (type == Types.REAL || type == Types.FLOAT || type == Types.DOUBLE) {
      return ((Number) own).doubleValue();
    }
    boolean infinite = isFloating(own) && Double.isInfinite(((Number) own).doubleValue());
    return infinite ? BEYOND_ALL.multiply(sign(own)) : number(own);
  }

  private static boolean isFloating(Object value) {
    return value instanceof Double || value instanceof Float;
  }

  private static BigDecimal sign(Object infinity) {
    return BigDecimal.valueOf(Math.signum(((Number) infinity).doubleValue()));
  }

  /** No result has more rows than that. */
  private static Object rowCount(Object value) throws SQLException {
    Object rows = of(value, Types.BIGINT, null);
    return rows instanceof Long count
        ? (Object) (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, count))
        : rows;
  }

  /**
   * Returns a value as one of a SQL type: a LocalDateTime for TIMESTAMP, a LocalDate for DATE, a
   * LocalTime for TIME, a Number, Boolean or String for theirs; any other type's value as it is.
   *
   * @throws SQLException with SQLState 22007 or 22018 if it can't be one
   */
  public static Object of(Object value, int sqlType, Calendar calendar) throws SQLException {
    if (value == null) {
      return null;
    }
    Object read = Streams.read(value);
    Object converted =
        switch (sqlType) {
          case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> SqlTimes.dateTime(read, calendar);
          case Types.DATE -> SqlTimes.date(read, calendar);
          case Types.TIME, Types.TIME_WITH_TIMEZONE -> SqlTimes.time(read, calendar);
          case Types.CHAR,
              Types.VARCHAR,
              Types.LONGVARCHAR,
              Types.NCHAR,
              Types.NVARCHAR,
              Types.LONGNVARCHAR,
              Types.CLOB,
              Types.NCLOB,
              Types.DATALINK ->
              text(read, calendar);
          case Types.BOOLEAN, Types.BIT -> truth(read);
          case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> whole(read, sqlType);
          case Types.DECIMAL, Types.NUMERIC -> number(read);
          case Types.REAL, Types.FLOAT, Types.DOUBLE -> approximate(read);
          case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB ->
              read instanceof byte[] ? read : null;
          case Types.ARRAY -> read instanceof Array ? read : null;
          default -> read;
        };
    if (converted == null) {
      throw refused(read, sqlType, null);
    }
    return converted;
  }

  private static String text(Object value, Calendar calendar) throws SQLException {
    return TEXTS.stream().anyMatch(type -> type.isInstance(value))
        ? value.toString()
        : SqlTimes.text(value, calendar);
  }

  private static Boolean truth(Object value) {
    if (value instanceof Boolean truth) {
      return truth;
    }
    if (value instanceof Number number) {
      return number.doubleValue() != 0;
    }
    return switch (value.toString().strip().toLowerCase(Locale.ROOT)) {
      case "true", "t", "yes", "y", "on", "1" -> Boolean.TRUE;
      case "false", "f", "no", "n", "off", "0" -> Boolean.FALSE;
      default -> null;
    };
  }

  /** Calcite would cut a fraction off, and a number that is too large down to its low bits. */
  private static Number whole(Object value, int sqlType) throws SQLException {
    boolean itself = value instanceof Long || value instanceof Integer;
    BigDecimal number = itself ? null : number(value);
    if (!itself && number == null) {
      return null;
    }
    try {
      long whole = itself ? ((Number) value).longValue() : number.longValueExact();
      int bits =
          switch (sqlType) {
            case Types.TINYINT -> Byte.SIZE;
            case Types.SMALLINT -> Short.SIZE;
            case Types.INTEGER -> Integer.SIZE;
            default -> Long.SIZE;
          };
      if (whole >> (bits - 1) != 0 && whole >> (bits - 1) != -1) {
        throw SqlState.NUMBER_OUT_OF_RANGE.exception(
            whole + " is out of range for " + JDBCType.valueOf(sqlType).getName());
      }
      return ofSize(whole, sqlType);
    } catch (ArithmeticException e) {
      // Not in plain digits: 1E999999999 would have too many.
      throw SqlState.NUMBER_OUT_OF_RANGE.exception(
          number
              + " is not a valid "
              + JDBCType.valueOf(sqlType).getName()
              + "; to calculate with a fraction, write CAST(? AS DECIMAL(19, 4))",
          e);
    }
  }

  /** The class that Calcite's code expects of each type: it casts, and converts nothing. */
  private static Number ofSize(long whole, int sqlType) {
    return switch (sqlType) {
      case Types.TINYINT -> (byte) whole;
      case Types.SMALLINT -> (short) whole;
      case Types.INTEGER -> (int) whole;
      default -> whole;
    };
  }

  private static Object approximate(Object value) throws SQLException {
    return value instanceof Double || value instanceof Float ? value : number(value);
  }

  private static BigDecimal number(Object value) throws SQLException {
    if (value instanceof Boolean truth) {
      return truth ? BigDecimal.ONE : BigDecimal.ZERO;
    }
    if (!(value instanceof Number || value instanceof String)) {
      return null;
    }
    if (isFloating(value) && !Double.isFinite(((Number) value).doubleValue())) {
      throw SqlState.NUMBER_OUT_OF_RANGE.exception(value + " is not an exact number");
    }
    try {
      return new BigDecimal(value.toString().strip());
    } catch (NumberFormatException e) {
      throw refused(value, Types.NUMERIC, e);
    }
  }

  private static SQLException refused(Object value, int sqlType, Throwable cause) {
    String type = JDBCType.valueOf(sqlType).getName();
    String shown =
        value instanceof String text
            ? "'" + PlainText.of(text) + "'"
            : value.getClass().getSimpleName();
    return SqlState.INVALID_CAST.exception(shown + " can't be converted to " + type, cause);
  }
}
