package io.github.bedrocksql.jdbc;

import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.net.URL;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.Ref;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;
import java.util.Map;

/**
 * What is asked by a column's label: read by the number that the label has, or refused as by a
 * number.
 */
interface LabelledRows extends ReadOnlyRows {

  @Override
  default Array getArray(String label) throws SQLException {
    return getArray(findColumn(label));
  }

  @Override
  default InputStream getAsciiStream(String label) throws SQLException {
    return getAsciiStream(findColumn(label));
  }

  @Deprecated
  @Override
  default BigDecimal getBigDecimal(String label, int scale) throws SQLException {
    return getBigDecimal(findColumn(label), scale);
  }

  @Override
  default BigDecimal getBigDecimal(String label) throws SQLException {
    return getBigDecimal(findColumn(label));
  }

  @Override
  default InputStream getBinaryStream(String label) throws SQLException {
    return getBinaryStream(findColumn(label));
  }

  @Override
  default Blob getBlob(String label) throws SQLException {
    return getBlob(findColumn(label));
  }

  @Override
  default boolean getBoolean(String label) throws SQLException {
    return getBoolean(findColumn(label));
  }

  @Override
  default byte[] getBytes(String label) throws SQLException {
    return getBytes(findColumn(label));
  }

  @Override
  default byte getByte(String label) throws SQLException {
    return getByte(findColumn(label));
  }

  @Override
  default Reader getCharacterStream(String label) throws SQLException {
    return getCharacterStream(findColumn(label));
  }

  @Override
  default Clob getClob(String label) throws SQLException {
    return getClob(findColumn(label));
  }

  @Override
  default Date getDate(String label, Calendar calendar) throws SQLException {
    return getDate(findColumn(label), calendar);
  }

  @Override
  default Date getDate(String label) throws SQLException {
    return getDate(findColumn(label));
  }

  @Override
  default double getDouble(String label) throws SQLException {
    return getDouble(findColumn(label));
  }

  @Override
  default float getFloat(String label) throws SQLException {
    return getFloat(findColumn(label));
  }

  @Override
  default int getInt(String label) throws SQLException {
    return getInt(findColumn(label));
  }

  @Override
  default long getLong(String label) throws SQLException {
    return getLong(findColumn(label));
  }

  @Override
  default Reader getNCharacterStream(String label) throws SQLException {
    return getNCharacterStream(findColumn(label));
  }

  @Override
  default String getNString(String label) throws SQLException {
    return getNString(findColumn(label));
  }

  @Override
  default <T> T getObject(String label, Class<T> type) throws SQLException {
    return getObject(findColumn(label), type);
  }

  @Override
  default Object getObject(String label, Map<String, Class<?>> types) throws SQLException {
    return getObject(findColumn(label), types);
  }

  @Override
  default Object getObject(String label) throws SQLException {
    return getObject(findColumn(label));
  }

  @Override
  default short getShort(String label) throws SQLException {
    return getShort(findColumn(label));
  }

  @Override
  default String getString(String label) throws SQLException {
    return getString(findColumn(label));
  }

  @Override
  default Timestamp getTimestamp(String label, Calendar calendar) throws SQLException {
    return getTimestamp(findColumn(label), calendar);
  }

  @Override
  default Timestamp getTimestamp(String label) throws SQLException {
    return getTimestamp(findColumn(label));
  }

  @Override
  default Time getTime(String label, Calendar calendar) throws SQLException {
    return getTime(findColumn(label), calendar);
  }

  @Override
  default Time getTime(String label) throws SQLException {
    return getTime(findColumn(label));
  }

  @Override
  default URL getURL(String label) throws SQLException {
    return getURL(findColumn(label));
  }

  @Deprecated
  @Override
  default InputStream getUnicodeStream(String label) throws SQLException {
    return getUnicodeStream(findColumn(label));
  }

  @Override
  default void updateArray(String label, Array value) throws SQLException {
    updateArray(0, value);
  }

  @Override
  default void updateAsciiStream(String label, InputStream value, int length) throws SQLException {
    updateAsciiStream(0, value, length);
  }

  @Override
  default void updateAsciiStream(String label, InputStream value, long length) throws SQLException {
    updateAsciiStream(0, value, length);
  }

  @Override
  default void updateAsciiStream(String label, InputStream value) throws SQLException {
    updateAsciiStream(0, value);
  }

  @Override
  default void updateBigDecimal(String label, BigDecimal value) throws SQLException {
    updateBigDecimal(0, value);
  }

  @Override
  default void updateBinaryStream(String label, InputStream value, int length) throws SQLException {
    updateBinaryStream(0, value, length);
  }

  @Override
  default void updateBinaryStream(String label, InputStream value, long length)
      throws SQLException {
    updateBinaryStream(0, value, length);
  }

  @Override
  default void updateBinaryStream(String label, InputStream value) throws SQLException {
    updateBinaryStream(0, value);
  }

  @Override
  default void updateBlob(String label, InputStream value, long length) throws SQLException {
    updateBlob(0, value, length);
  }

  @Override
  default void updateBlob(String label, InputStream value) throws SQLException {
    updateBlob(0, value);
  }

  @Override
  default void updateBlob(String label, Blob value) throws SQLException {
    updateBlob(0, value);
  }

  @Override
  default void updateBoolean(String label, boolean value) throws SQLException {
    updateBoolean(0, value);
  }

  @Override
  default void updateBytes(String label, byte[] value) throws SQLException {
    updateBytes(0, value);
  }

  @Override
  default void updateByte(String label, byte value) throws SQLException {
    updateByte(0, value);
  }

  @Override
  default void updateCharacterStream(String label, Reader value, int length) throws SQLException {
    updateCharacterStream(0, value, length);
  }

  @Override
  default void updateCharacterStream(String label, Reader value, long length) throws SQLException {
    updateCharacterStream(0, value, length);
  }

  @Override
  default void updateCharacterStream(String label, Reader value) throws SQLException {
    updateCharacterStream(0, value);
  }

  @Override
  default void updateClob(String label, Reader value, long length) throws SQLException {
    updateClob(0, value, length);
  }

  @Override
  default void updateClob(String label, Reader value) throws SQLException {
    updateClob(0, value);
  }

  @Override
  default void updateClob(String label, Clob value) throws SQLException {
    updateClob(0, value);
  }

  @Override
  default void updateDate(String label, Date value) throws SQLException {
    updateDate(0, value);
  }

  @Override
  default void updateDouble(String label, double value) throws SQLException {
    updateDouble(0, value);
  }

  @Override
  default void updateFloat(String label, float value) throws SQLException {
    updateFloat(0, value);
  }

  @Override
  default void updateInt(String label, int value) throws SQLException {
    updateInt(0, value);
  }

  @Override
  default void updateLong(String label, long value) throws SQLException {
    updateLong(0, value);
  }

  @Override
  default void updateNCharacterStream(String label, Reader value, long length) throws SQLException {
    updateNCharacterStream(0, value, length);
  }

  @Override
  default void updateNCharacterStream(String label, Reader value) throws SQLException {
    updateNCharacterStream(0, value);
  }

  @Override
  default void updateNClob(String label, Reader value, long length) throws SQLException {
    updateNClob(0, value, length);
  }

  @Override
  default void updateNClob(String label, Reader value) throws SQLException {
    updateNClob(0, value);
  }

  @Override
  default void updateNClob(String label, NClob value) throws SQLException {
    updateNClob(0, value);
  }

  @Override
  default void updateNString(String label, String value) throws SQLException {
    updateNString(0, value);
  }

  @Override
  default void updateNull(String label) throws SQLException {
    updateNull(0);
  }

  @Override
  default void updateObject(String label, Object value, int scale) throws SQLException {
    updateObject(0, value, scale);
  }

  @Override
  default void updateObject(String label, Object value, SQLType type, int scale)
      throws SQLException {
    updateObject(0, value, type, scale);
  }

  @Override
  default void updateObject(String label, Object value, SQLType type) throws SQLException {
    updateObject(0, value, type);
  }

  @Override
  default void updateObject(String label, Object value) throws SQLException {
    updateObject(0, value);
  }

  @Override
  default void updateRef(String label, Ref value) throws SQLException {
    updateRef(0, value);
  }

  @Override
  default void updateRowId(String label, RowId value) throws SQLException {
    updateRowId(0, value);
  }

  @Override
  default void updateSQLXML(String label, SQLXML value) throws SQLException {
    updateSQLXML(0, value);
  }

  @Override
  default void updateShort(String label, short value) throws SQLException {
    updateShort(0, value);
  }

  @Override
  default void updateString(String label, String value) throws SQLException {
    updateString(0, value);
  }

  @Override
  default void updateTimestamp(String label, Timestamp value) throws SQLException {
    updateTimestamp(0, value);
  }

  @Override
  default void updateTime(String label, Time value) throws SQLException {
    updateTime(0, value);
  }
}
