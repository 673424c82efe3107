package io.github.bedrocksql.jdbc.value;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Date;
import java.sql.ParameterMetaData;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Struct;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The type of a column or parameter, as JDBC counts its sizes: in characters, fractions of seconds
 * too.
 *
 * @param id one of {@link Types}
 * @param fullName as Calcite writes it, with sizes of elements
 * @param digits the declared length, number of digits, or digits of a fraction of a second; not
 *     above 0: none is declared
 * @param decimals the digits behind the point
 */
public record ValueType(int id, String fullName, int digits, int decimals) {
  /** The length of what may have any, as tools know it from other databases. */
  static final int UNBOUNDED = Integer.MAX_VALUE;

  private static final Pattern SIZE = Pattern.compile("\\([^()]*\\)");
  private static final int LENGTH_OF_DATE = 10;
  private static final int LENGTH_OF_TIME = 8;

  public static ValueType ofColumn(ResultSetMetaData calcite, int column) throws SQLException {
    return new ValueType(
        calcite.getColumnType(column),
        calcite.getColumnTypeName(column),
        calcite.getPrecision(column),
        calcite.getScale(column));
  }

  public static ValueType ofParameter(ParameterMetaData calcite, int index) throws SQLException {
    return new ValueType(
        calcite.getParameterType(index),
        calcite.getParameterTypeName(index),
        calcite.getPrecision(index),
        calcite.getScale(index));
  }

  boolean isInterval() {
    return id == Types.OTHER && fullName.startsWith("INTERVAL");
  }

  /** Whether it is an interval of months, not of days and less. */
  boolean isOfMonths() {
    return isInterval() && (fullName.contains("YEAR") || fullName.contains("MONTH"));
  }

  boolean isTime() {
    return id == Types.DATE || id == Types.TIME || id == Types.TIMESTAMP;
  }

  public boolean isText() {
    return id == Types.CHAR || id == Types.VARCHAR;
  }

  public boolean isNumber() {
    return switch (id) {
      case Types.TINYINT,
          Types.SMALLINT,
          Types.INTEGER,
          Types.BIGINT,
          Types.REAL,
          Types.FLOAT,
          Types.DOUBLE,
          Types.DECIMAL,
          Types.NUMERIC ->
          true;
      default -> false;
    };
  }

  /** The name without sizes. */
  public String name() {
    if (fullName.endsWith(" MAP")) {
      return "MAP";
    }
    return SIZE.matcher(fullName).replaceAll("").replace('_', ' ');
  }

  public int precision() {
    return switch (id) {
      case Types.BOOLEAN -> 1;
      case Types.DATE -> LENGTH_OF_DATE;
      case Types.TIME -> LENGTH_OF_TIME + fraction();
      case Types.TIMESTAMP -> LENGTH_OF_DATE + 1 + LENGTH_OF_TIME + fraction();
      case Types.NULL -> 0;
      default -> digits > 0 ? digits : UNBOUNDED;
    };
  }

  public int scale() {
    return switch (id) {
      case Types.TIME, Types.TIMESTAMP -> Math.max(digits, 0);
      default -> decimals;
    };
  }

  /** The point and the digits behind it. */
  private int fraction() {
    return digits > 0 ? digits + 1 : 0;
  }

  /** The length of the longest value as text: a number's with its sign. */
  public int displaySize() {
    return switch (id) {
      case Types.BOOLEAN -> "false".length();
      case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> precision() + 1;
      case Types.REAL -> "-1.1754944E-38".length();
      case Types.FLOAT, Types.DOUBLE -> "-2.2250738585072014E-308".length();
      case Types.DECIMAL, Types.NUMERIC -> precision() + (decimals > 0 ? 2 : 1);
      case Types.BINARY, Types.VARBINARY -> (int) Math.min(UNBOUNDED, 2L * precision());
      case Types.NULL -> "null".length();
      default -> precision();
    };
  }

  /** The class of what getObject returns. */
  public Class<?> javaClass() {
    return switch (id) {
      case Types.CHAR, Types.VARCHAR -> String.class;
      case Types.BOOLEAN -> Boolean.class;
      case Types.TINYINT, Types.SMALLINT, Types.INTEGER -> Integer.class;
      case Types.BIGINT -> Long.class;
      case Types.REAL -> Float.class;
      case Types.FLOAT, Types.DOUBLE -> Double.class;
      case Types.DECIMAL, Types.NUMERIC -> BigDecimal.class;
      case Types.DATE -> Date.class;
      case Types.TIME -> Time.class;
      case Types.TIMESTAMP -> Timestamp.class;
      case Types.BINARY, Types.VARBINARY -> byte[].class;
      case Types.ARRAY -> Array.class;
      case Types.STRUCT -> Struct.class;
      default -> otherClass();
    };
  }

  private Class<?> otherClass() {
    return switch (name()) {
      case "UUID" -> UUID.class;
      case "MAP" -> Map.class;
      default -> isInterval() ? String.class : Object.class;
    };
  }
}
