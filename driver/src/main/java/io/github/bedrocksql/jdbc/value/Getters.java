package io.github.bedrocksql.jdbc.value;

import com.google.common.collect.ImmutableMap;
import io.github.bedrocksql.adapter.error.PlainText;
import io.github.bedrocksql.adapter.error.SqlState;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.JDBCType;
import java.sql.SQLException;
import java.sql.Struct;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import javax.sql.rowset.serial.SerialBlob;
import javax.sql.rowset.serial.SerialClob;

/**
 * How a column's value is read as another type: as JDBC's table of getters says, and by no other
 * way. What does not fit fails with 22003, what cannot be read so with 22018 or 22007.
 */
public final class Getters {
  /**
   * Reads a column; {@code calendar} may be null, and is for a Timestamp, a Date and a Time only.
   */
  public interface Getter {
    Object get(RowCursor row, int column, Calendar calendar) throws SQLException;
  }

  /** For {@code getObject(column, class)}. */
  public static final ImmutableMap<Class<?>, Getter> BY_CLASS =
      ImmutableMap.<Class<?>, Getter>builder()
          .put(Object.class, (row, column, calendar) -> shown(row.value(column)))
          .put(String.class, (row, column, calendar) -> row.text(column))
          .put(Boolean.class, scalar(Types.BOOLEAN))
          .put(Byte.class, whole(Types.TINYINT))
          .put(Short.class, whole(Types.SMALLINT))
          .put(Integer.class, whole(Types.INTEGER))
          .put(Long.class, whole(Types.BIGINT))
          .put(BigInteger.class, number(number -> number.toBigInteger()))
          .put(BigDecimal.class, number(number -> number))
          .put(Double.class, approximate(Double.MAX_VALUE, Number::doubleValue))
          .put(Float.class, approximate(Float.MAX_VALUE, Number::floatValue))
          .put(Date.class, Getters::date)
          .put(Time.class, Getters::time)
          .put(Timestamp.class, dateTime(SqlTimes::timestamp))
          .put(java.util.Date.class, dateTime(SqlTimes::utilDate))
          // The columns are in UTC.
          .put(Instant.class, utc(OffsetDateTime::toInstant))
          .put(OffsetDateTime.class, utc(time -> time))
          .put(ZonedDateTime.class, utc(OffsetDateTime::toZonedDateTime))
          .put(Calendar.class, utc(time -> GregorianCalendar.from(time.toZonedDateTime())))
          .put(GregorianCalendar.class, utc(time -> GregorianCalendar.from(time.toZonedDateTime())))
          .put(LocalDateTime.class, dateTime((time, calendar) -> time))
          .put(LocalDate.class, (row, column, calendar) -> localDate(row, column))
          .put(LocalTime.class, (row, column, calendar) -> localTime(row, column))
          .put(OffsetTime.class, (row, column, calendar) -> offsetTime(row, column))
          .put(UUID.class, Getters::uuid)
          .put(byte[].class, itself(byte[].class))
          .put(Array.class, itself(Array.class))
          .put(Struct.class, itself(Struct.class))
          .put(Blob.class, (row, column, calendar) -> blob(bytes(row, column)))
          .put(Clob.class, text(text -> clob(text)))
          .put(URL.class, text(text -> url(text)))
          .put(Reader.class, text(StringReader::new))
          .buildOrThrow();

  public static final Getter ASCII_STREAM =
      text(text -> stream(text.getBytes(StandardCharsets.US_ASCII)));
  public static final Getter UTF_8_STREAM =
      text(text -> stream(text.getBytes(StandardCharsets.UTF_8)));
  public static final Getter BINARY_STREAM = (row, column, calendar) -> stream(bytes(row, column));

  private Getters() {}

  /** Makes something of a value that is not null. */
  private interface Conversion<F> {
    Object of(F value) throws SQLException;
  }

  /** A value as getObject shows it: small numbers as Integer, as JDBC maps them. */
  static Object shown(Object value) {
    if (value instanceof LocalDateTime time) {
      return SqlTimes.timestamp(time, null);
    }
    if (value instanceof LocalDate date) {
      return SqlTimes.sqlDate(date, null);
    }
    if (value instanceof LocalTime time) {
      return SqlTimes.sqlTime(time, null);
    }
    return value instanceof Byte || value instanceof Short
        ? (Object) ((Number) value).intValue()
        : value;
  }

  private static SQLException refused(RowCursor row, int column, String target) {
    return SqlState.INVALID_CAST.exception(
        "Column " + column + " is " + row.type(column).name() + ": it can't be read as " + target);
  }

  private static String nameOf(int sqlType) {
    return JDBCType.valueOf(sqlType).getName();
  }

  private static Getter itself(Class<?> type) {
    return (row, column, calendar) -> {
      Object value = row.value(column);
      if (value != null && !type.isInstance(value)) {
        throw refused(row, column, type.getSimpleName());
      }
      return value;
    };
  }

  /** The value of a number, a truth value, or a text that reads as one. */
  private static Getter scalar(int sqlType) {
    return (row, column, calendar) -> {
      Object value = row.value(column);
      boolean scalar = value instanceof Number || value instanceof Boolean;
      if (value != null && !scalar && !row.type(column).isText()) {
        throw refused(row, column, nameOf(sqlType));
      }
      return ParameterValue.of(value, sqlType, null);
    };
  }

  private static Getter number(Conversion<BigDecimal> conversion) {
    Getter decimal = scalar(Types.DECIMAL);
    return (row, column, calendar) -> {
      BigDecimal value = (BigDecimal) decimal.get(row, column, null);
      return value == null ? null : conversion.of(value);
    };
  }

  /** Cuts what is behind the point, and nothing before it. */
  private static Getter whole(int sqlType) {
    Getter decimal =
        number(number -> ParameterValue.of(number.setScale(0, RoundingMode.DOWN), sqlType, null));
    return (row, column, calendar) ->
        row.value(column) instanceof Long value
            ? ParameterValue.of(value, sqlType, null)
            : decimal.get(row, column, null);
  }

  private static Getter approximate(double largest, Function<Number, Object> conversion) {
    Getter number = scalar(Types.DOUBLE);
    return (row, column, calendar) -> {
      Number value = (Number) number.get(row, column, null);
      boolean finite =
          value != null && (value instanceof BigDecimal || Double.isFinite(value.doubleValue()));
      if (finite && Math.abs(value.doubleValue()) > largest) {
        throw SqlState.NUMBER_OUT_OF_RANGE.exception(value + " is out of range");
      }
      return value == null ? null : conversion.apply(value);
    };
  }

  /** A time, a date, or a text; nothing else has a time in it. */
  private static Object temporal(RowCursor row, int column, String target) throws SQLException {
    Object value = row.value(column);
    boolean time =
        value instanceof LocalDateTime || value instanceof LocalDate || value instanceof LocalTime;
    if (value != null && !time && !row.type(column).isText()) {
      throw refused(row, column, target);
    }
    return value;
  }

  private static Getter dateTime(BiFunction<LocalDateTime, Calendar, Object> conversion) {
    return (row, column, calendar) -> {
      Object value = temporal(row, column, "TIMESTAMP");
      LocalDateTime time = SqlTimes.dateTime(value, null);
      if (time == null && value != null) {
        throw refused(row, column, "TIMESTAMP");
      }
      return time == null ? null : conversion.apply(time, calendar);
    };
  }

  private static Getter utc(Function<OffsetDateTime, Object> conversion) {
    return dateTime((time, calendar) -> conversion.apply(time.atOffset(ZoneOffset.UTC)));
  }

  private static LocalDate localDate(RowCursor row, int column) throws SQLException {
    Object value = temporal(row, column, "DATE");
    LocalDate date = SqlTimes.date(value, null);
    if (date == null && value != null) {
      throw refused(row, column, "DATE");
    }
    return date;
  }

  private static LocalTime localTime(RowCursor row, int column) throws SQLException {
    return SqlTimes.time(temporal(row, column, "TIME"), null);
  }

  private static OffsetTime offsetTime(RowCursor row, int column) throws SQLException {
    LocalTime time = localTime(row, column);
    return time == null ? null : time.atOffset(ZoneOffset.UTC);
  }

  private static Date date(RowCursor row, int column, Calendar calendar) throws SQLException {
    LocalDate date = localDate(row, column);
    return date == null ? null : SqlTimes.sqlDate(date, calendar);
  }

  private static Time time(RowCursor row, int column, Calendar calendar) throws SQLException {
    LocalTime time = localTime(row, column);
    return time == null ? null : SqlTimes.sqlTime(time, calendar);
  }

  private static Object uuid(RowCursor row, int column, Calendar calendar) throws SQLException {
    Object value = row.value(column);
    if (value == null || value instanceof UUID) {
      return value;
    }
    try {
      return UUID.fromString(row.text(column));
    } catch (IllegalArgumentException e) {
      throw SqlState.INVALID_CAST.exception(
          "'" + PlainText.of(row.text(column)) + "' is not a UUID", e);
    }
  }

  private static byte[] bytes(RowCursor row, int column) throws SQLException {
    return (byte[]) BY_CLASS.get(byte[].class).get(row, column, null);
  }

  private static InputStream stream(byte[] bytes) {
    return bytes == null ? null : new ByteArrayInputStream(bytes);
  }

  private static Blob blob(byte[] bytes) throws SQLException {
    return bytes == null ? null : new SerialBlob(bytes);
  }

  private static Getter text(Conversion<String> conversion) {
    return (row, column, calendar) -> {
      String text = row.text(column);
      return text == null ? null : conversion.of(text);
    };
  }

  private static Clob clob(String text) throws SQLException {
    return new SerialClob(text.toCharArray());
  }

  private static URL url(String text) throws SQLException {
    try {
      return new URL(text);
    } catch (MalformedURLException e) {
      throw SqlState.INVALID_CAST.exception("'" + PlainText.of(text) + "' is not a URL", e);
    }
  }
}
