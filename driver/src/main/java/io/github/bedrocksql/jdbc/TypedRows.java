package io.github.bedrocksql.jdbc;

import io.github.bedrocksql.jdbc.value.Getters;
import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.net.URL;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;
import java.util.Map;

/** JDBC's getters, each of which reads a column as the class that it returns. */
interface TypedRows extends ForwardRows {
  /**
   * Reads a column of the current row; null is null, for a primitive type too.
   *
   * @param calendar may be null
   */
  Object read(Getters.Getter getter, int column, Calendar calendar) throws SQLException;

  private <T> T read(Class<T> type, int column, Calendar calendar) throws SQLException {
    return type.cast(read(Getters.BY_CLASS.get(type), column, calendar));
  }

  @Override
  default String getString(int column) throws SQLException {
    return read(String.class, column, null);
  }

  @Override
  default String getNString(int column) throws SQLException {
    return read(String.class, column, null);
  }

  @Override
  default BigDecimal getBigDecimal(int column) throws SQLException {
    return read(BigDecimal.class, column, null);
  }

  @Override
  default Date getDate(int column) throws SQLException {
    return read(Date.class, column, null);
  }

  @Override
  default Time getTime(int column) throws SQLException {
    return read(Time.class, column, null);
  }

  @Override
  default Timestamp getTimestamp(int column) throws SQLException {
    return read(Timestamp.class, column, null);
  }

  @Override
  default byte[] getBytes(int column) throws SQLException {
    return read(byte[].class, column, null);
  }

  @Override
  default Array getArray(int column) throws SQLException {
    return read(Array.class, column, null);
  }

  @Override
  default Blob getBlob(int column) throws SQLException {
    return read(Blob.class, column, null);
  }

  @Override
  default Clob getClob(int column) throws SQLException {
    return read(Clob.class, column, null);
  }

  @Override
  default URL getURL(int column) throws SQLException {
    return read(URL.class, column, null);
  }

  @Override
  default Reader getCharacterStream(int column) throws SQLException {
    return read(Reader.class, column, null);
  }

  @Override
  default Reader getNCharacterStream(int column) throws SQLException {
    return read(Reader.class, column, null);
  }

  @Override
  default Object getObject(int column) throws SQLException {
    return read(Object.class, column, null);
  }

  @Override
  default boolean getBoolean(int column) throws SQLException {
    Boolean value = read(Boolean.class, column, null);
    return value == null ? false : value;
  }

  @Override
  default byte getByte(int column) throws SQLException {
    Byte value = read(Byte.class, column, null);
    return value == null ? 0 : value;
  }

  @Override
  default short getShort(int column) throws SQLException {
    Short value = read(Short.class, column, null);
    return value == null ? 0 : value;
  }

  @Override
  default int getInt(int column) throws SQLException {
    Integer value = read(Integer.class, column, null);
    return value == null ? 0 : value;
  }

  @Override
  default long getLong(int column) throws SQLException {
    Long value = read(Long.class, column, null);
    return value == null ? 0 : value;
  }

  @Override
  default float getFloat(int column) throws SQLException {
    Float value = read(Float.class, column, null);
    return value == null ? 0 : value;
  }

  @Override
  default double getDouble(int column) throws SQLException {
    Double value = read(Double.class, column, null);
    return value == null ? 0 : value;
  }

  @Override
  default Date getDate(int column, Calendar calendar) throws SQLException {
    return read(Date.class, column, calendar);
  }

  @Override
  default Time getTime(int column, Calendar calendar) throws SQLException {
    return read(Time.class, column, calendar);
  }

  @Override
  default Timestamp getTimestamp(int column, Calendar calendar) throws SQLException {
    return read(Timestamp.class, column, calendar);
  }

  /** The scale, which JDBC has given up, is not looked at. */
  @Deprecated
  @Override
  default BigDecimal getBigDecimal(int column, int scale) throws SQLException {
    return getBigDecimal(column);
  }

  /** There are no user-defined types, which a map would name. */
  @Override
  default Object getObject(int column, Map<String, Class<?>> types) throws SQLException {
    return getObject(column);
  }

  @Override
  default InputStream getAsciiStream(int column) throws SQLException {
    return (InputStream) read(Getters.ASCII_STREAM, column, null);
  }

  @Deprecated
  @Override
  default InputStream getUnicodeStream(int column) throws SQLException {
    return (InputStream) read(Getters.UTF_8_STREAM, column, null);
  }

  @Override
  default InputStream getBinaryStream(int column) throws SQLException {
    return (InputStream) read(Getters.BINARY_STREAM, column, null);
  }
}
