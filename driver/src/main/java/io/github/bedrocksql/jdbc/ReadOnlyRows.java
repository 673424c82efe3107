package io.github.bedrocksql.jdbc;

import io.github.bedrocksql.adapter.error.SqlState;
import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.Ref;
import java.sql.ResultSet;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;

/** What writes by a column's number, or writes the row: refused. */
interface ReadOnlyRows extends ResultSet {
  /**
   * Fails if the rows are closed.
   *
   * @throws SQLException with SQLState HY010
   */
  void checkOpen() throws SQLException;

  private SQLException readOnly() throws SQLException {
    checkOpen();
    return SqlState.NOT_SUPPORTED.exception("Rows can't be written: Bedrock SQL is read-only");
  }

  @Override
  default void updateArray(int column, Array value) throws SQLException {
    throw readOnly();
  }

  @Override
  default void updateAsciiStream(int column, InputStream value, int length) throws SQLException {
    throw readOnly();
  }

  @Override
  default void updateAsciiStream(int column, InputStream value, long length) throws SQLException {
    throw readOnly();
  }

  @Override
  default void updateAsciiStream(int column, InputStream value) throws SQLException {
    throw readOnly();
  }

  @Override
  default void updateBigDecimal(int column, BigDecimal value) throws SQLException {
    throw readOnly();
  }

  @Override
  default void updateBinaryStream(int column, InputStream value, int length) throws SQLException {
    throw readOnly();
  }

  @Override
  default void updateBinaryStream(int column, InputStream value, long length) throws SQLException {
    throw readOnly();
  }

  @Override
  default void updateBinaryStream(int column, InputStream value) throws SQLException {
    throw readOnly();
  }

  @Override
  default void updateBlob(int column, InputStream value, long length) throws SQLException {
    throw readOnly();
  }

  @Override
  default void updateBlob(int column, InputStream value) throws SQLException {
    throw readOnly();
  }

  @Override
  default void updateBlob(int column, Blob value) throws SQLException {
    throw readOnly();
  }

  @Override
  default void updateBoolean(int column, boolean value) throws SQLException {
    throw readOnly();
  }

  @Override
  default void updateBytes(int column, byte[] value) throws SQLException {
    throw readOnly();
  }

  @Override
  default void updateByte(int column, byte value) throws SQLException {
    throw readOnly();
  }

  @Override
  default void updateCharacterStream(int column, Reader value, int length) throws SQLException {
    throw readOnly();
  }

  @Override
  default void updateCharacterStream(int column, Reader value, long length) throws SQLException {
    throw readOnly();
  }

  @Override
  default void updateCharacterStream(int column, Reader value) throws SQLException {
    throw readOnly();
  }

  @Override
  default void updateClob(int column, Reader value, long length) throws SQLException {
    throw readOnly();
  }

  @Override
  default void updateClob(int column, Reader value) throws SQLException {
    throw readOnly();
  }

  @Override
  default void updateClob(int column, Clob value) throws SQLException {
    throw readOnly();
  }

  @Override
  default void updateDate(int column, Date value) throws SQLException {
    throw readOnly();
  }

  @Override
  default void updateDouble(int column, double value) throws SQLException {
    throw readOnly();
  }

  @Override
  default void updateFloat(int column, float value) throws SQLException {
    throw readOnly();
  }

  @Override
  default void updateInt(int column, int value) throws SQLException {
    throw readOnly();
  }

  @Override
  default void updateLong(int column, long value) throws SQLException {
    throw readOnly();
  }

  @Override
  default void updateNCharacterStream(int column, Reader value, long length) throws SQLException {
    throw readOnly();
  }

  @Override
  default void updateNCharacterStream(int column, Reader value) throws SQLException {
    throw readOnly();
  }

  @Override
  default void updateNClob(int column, Reader value, long length) throws SQLException {
    throw readOnly();
  }

  @Override
  default void updateNClob(int column, Reader value) throws SQLException {
    throw readOnly();
  }

  @Override
  default void updateNClob(int column, NClob value) throws SQLException {
    throw readOnly();
  }

  @Override
  default void updateNString(int column, String value) throws SQLException {
    throw readOnly();
  }

  @Override
  default void updateNull(int column) throws SQLException {
    throw readOnly();
  }

  @Override
  default void updateObject(int column, Object value, int scale) throws SQLException {
    throw readOnly();
  }

  @Override
  default void updateObject(int column, Object value, SQLType type, int scale) throws SQLException {
    throw readOnly();
  }

  @Override
  default void updateObject(int column, Object value, SQLType type) throws SQLException {
    throw readOnly();
  }

  @Override
  default void updateObject(int column, Object value) throws SQLException {
    throw readOnly();
  }

  @Override
  default void updateRef(int column, Ref value) throws SQLException {
    throw readOnly();
  }

  @Override
  default void updateRowId(int column, RowId value) throws SQLException {
    throw readOnly();
  }

  @Override
  default void updateSQLXML(int column, SQLXML value) throws SQLException {
    throw readOnly();
  }

  @Override
  default void updateShort(int column, short value) throws SQLException {
    throw readOnly();
  }

  @Override
  default void updateString(int column, String value) throws SQLException {
    throw readOnly();
  }

  @Override
  default void updateTimestamp(int column, Timestamp value) throws SQLException {
    throw readOnly();
  }

  @Override
  default void updateTime(int column, Time value) throws SQLException {
    throw readOnly();
  }

  @Override
  default void cancelRowUpdates() throws SQLException {
    throw readOnly();
  }

  @Override
  default void deleteRow() throws SQLException {
    throw readOnly();
  }

  @Override
  default String getCursorName() throws SQLException {
    throw readOnly();
  }

  @Override
  default void insertRow() throws SQLException {
    throw readOnly();
  }

  @Override
  default void moveToCurrentRow() throws SQLException {
    throw readOnly();
  }

  @Override
  default void moveToInsertRow() throws SQLException {
    throw readOnly();
  }

  @Override
  default void refreshRow() throws SQLException {
    throw readOnly();
  }

  @Override
  default boolean rowDeleted() throws SQLException {
    checkOpen();
    return false;
  }

  @Override
  default boolean rowInserted() throws SQLException {
    checkOpen();
    return false;
  }

  @Override
  default boolean rowUpdated() throws SQLException {
    checkOpen();
    return false;
  }

  @Override
  default void updateRow() throws SQLException {
    throw readOnly();
  }
}
