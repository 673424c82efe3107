package io.github.bedrocksql.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bedrocksql.adapter.error.SqlState;
import io.github.bedrocksql.jdbc.value.ParameterValue;
import io.github.bedrocksql.jdbc.value.Streams;
import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.net.URL;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.Ref;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.BitSet;
import java.util.Calendar;

/**
 * A prepared statement whose parameters take any value that their type can hold.
 *
 * <p>TIMESTAMP has milliseconds: what a parameter holds below one is cut off, so {@code t < ?} with
 * a fraction of a millisecond leaves out the row at that millisecond. Calcite has no finer type.
 */
final class BedrockPreparedStatement extends BedrockStatement implements PreparedStatement {
  private static final String QUERY = "VALUES 0";

  private final PreparedStatement calcite;
  private final BitSet set = new BitSet();

  BedrockPreparedStatement(JdbcConnection connection, PreparedStatement calcite) {
    super(connection, calcite, PreparedStatement.class);
    this.calcite = calcite;
  }

  /** Returns the statement as users see it. */
  @Override
  PreparedStatement shown() {
    return (PreparedStatement) super.shown();
  }

  private void startsWithParameters() throws SQLException {
    checkOpen();
    int parameters = calcite.getParameterMetaData().getParameterCount();
    int missing = set.nextClearBit(1);
    if (missing <= parameters) {
      throw SqlState.MISSING_PARAMETER.exception("No value is set for parameter " + missing);
    }
    starts();
  }

  @Override
  public ResultSet executeQuery() throws SQLException {
    synchronized (executing) {
      startsWithParameters();
      return show(executing(() -> calcite.executeQuery()));
    }
  }

  @Override
  public boolean execute() throws SQLException {
    synchronized (executing) {
      startsWithParameters();
      return ran(executing(() -> calcite.execute()));
    }
  }

  /** Fails: a statement that writes is not prepared in the first place. */
  @Override
  public long executeLargeUpdate() throws SQLException {
    return executeLargeUpdate(QUERY);
  }

  @Override
  public int executeUpdate() throws SQLException {
    return executeUpdate(QUERY);
  }

  @Override
  public void addBatch() throws SQLException {
    addBatch(QUERY);
  }

  @Override
  public ResultSetMetaData getMetaData() throws SQLException {
    checkOpen();
    return BedrockResultSetMetaData.of(calcite.getMetaData());
  }

  @Override
  public ParameterMetaData getParameterMetaData() throws SQLException {
    checkOpen();
    return BedrockParameterMetaData.of(calcite.getParameterMetaData());
  }

  @Override
  public void clearParameters() throws SQLException {
    checkOpen();
    calcite.clearParameters();
    set.clear();
  }

  private void bind(int index, Object value, Calendar calendar) throws SQLException {
    checkOpen();
    BedrockParameterMetaData.checked(calcite.getParameterMetaData(), index);
    ParameterValue.set(calcite, index, value, calendar);
    set.set(index);
  }

  @Override
  public void setNull(int index, int sqlType) throws SQLException {
    bind(index, null, null);
  }

  @Override
  public void setNull(int index, int sqlType, String typeName) throws SQLException {
    bind(index, null, null);
  }

  @Override
  public void setObject(int index, Object value) throws SQLException {
    bind(index, value, null);
  }

  @Override
  public void setObject(int index, Object value, int sqlType) throws SQLException {
    bind(index, ParameterValue.of(value, sqlType, null), null);
  }

  /** The scale is for numbers that are written. */
  @Override
  public void setObject(int index, Object value, int sqlType, int scale) throws SQLException {
    setObject(index, value, sqlType);
  }

  @Override
  public void setObject(int index, Object value, SQLType sqlType) throws SQLException {
    setObject(index, value, sqlType.getVendorTypeNumber());
  }

  @Override
  public void setObject(int index, Object value, SQLType sqlType, int scale) throws SQLException {
    setObject(index, value, sqlType.getVendorTypeNumber());
  }

  @Override
  public void setString(int index, String value) throws SQLException {
    bind(index, value, null);
  }

  @Override
  public void setNString(int index, String value) throws SQLException {
    bind(index, value, null);
  }

  @Override
  public void setBoolean(int index, boolean value) throws SQLException {
    bind(index, value, null);
  }

  @Override
  public void setByte(int index, byte value) throws SQLException {
    bind(index, value, null);
  }

  @Override
  public void setShort(int index, short value) throws SQLException {
    bind(index, value, null);
  }

  @Override
  public void setInt(int index, int value) throws SQLException {
    bind(index, value, null);
  }

  @Override
  public void setLong(int index, long value) throws SQLException {
    bind(index, value, null);
  }

  @Override
  public void setFloat(int index, float value) throws SQLException {
    bind(index, value, null);
  }

  @Override
  public void setDouble(int index, double value) throws SQLException {
    bind(index, value, null);
  }

  @Override
  public void setBigDecimal(int index, BigDecimal value) throws SQLException {
    bind(index, value, null);
  }

  @Override
  public void setDate(int index, Date value) throws SQLException {
    bind(index, value, null);
  }

  /** The date is the one that {@code value} shows in the Calendar's zone. */
  @Override
  public void setDate(int index, Date value, Calendar calendar) throws SQLException {
    bind(index, value, calendar);
  }

  @Override
  public void setTime(int index, Time value) throws SQLException {
    bind(index, value, null);
  }

  /** The time is the one that {@code value} shows in the Calendar's zone. */
  @Override
  public void setTime(int index, Time value, Calendar calendar) throws SQLException {
    bind(index, value, calendar);
  }

  @Override
  public void setTimestamp(int index, Timestamp value) throws SQLException {
    bind(index, value, null);
  }

  /** The date and time are those that {@code value} shows in the Calendar's zone. */
  @Override
  public void setTimestamp(int index, Timestamp value, Calendar calendar) throws SQLException {
    bind(index, value, calendar);
  }

  @Override
  public void setBytes(int index, byte[] value) throws SQLException {
    bind(index, value, null);
  }

  @Override
  public void setArray(int index, Array value) throws SQLException {
    bind(index, value, null);
  }

  @Override
  public void setURL(int index, URL value) throws SQLException {
    bind(index, value, null);
  }

  @Override
  public void setClob(int index, Clob value) throws SQLException {
    bind(index, value, null);
  }

  @Override
  public void setNClob(int index, NClob value) throws SQLException {
    bind(index, value, null);
  }

  @Override
  public void setBlob(int index, Blob value) throws SQLException {
    bind(index, value, null);
  }

  @Override
  public void setCharacterStream(int index, Reader value) throws SQLException {
    bind(index, value, null);
  }

  @Override
  public void setCharacterStream(int index, Reader value, int length) throws SQLException {
    bind(index, Streams.text(value, length), null);
  }

  @Override
  public void setCharacterStream(int index, Reader value, long length) throws SQLException {
    bind(index, Streams.text(value, length), null);
  }

  @Override
  public void setNCharacterStream(int index, Reader value) throws SQLException {
    bind(index, value, null);
  }

  @Override
  public void setNCharacterStream(int index, Reader value, long length) throws SQLException {
    bind(index, Streams.text(value, length), null);
  }

  @Override
  public void setClob(int index, Reader value) throws SQLException {
    bind(index, value, null);
  }

  @Override
  public void setClob(int index, Reader value, long length) throws SQLException {
    bind(index, Streams.text(value, length), null);
  }

  @Override
  public void setNClob(int index, Reader value) throws SQLException {
    bind(index, value, null);
  }

  @Override
  public void setNClob(int index, Reader value, long length) throws SQLException {
    bind(index, Streams.text(value, length), null);
  }

  @Override
  public void setAsciiStream(int index, InputStream value) throws SQLException {
    bind(index, Streams.ascii(value), null);
  }

  @Override
  public void setAsciiStream(int index, InputStream value, int length) throws SQLException {
    setAsciiStream(index, value, (long) length);
  }

  @Override
  public void setAsciiStream(int index, InputStream value, long length) throws SQLException {
    bind(index, Streams.text(Streams.ascii(value), length), null);
  }

  /** JDBC has given this up; the bytes are UTF-8. */
  @Deprecated
  @Override
  public void setUnicodeStream(int index, InputStream value, int length) throws SQLException {
    byte[] bytes = Streams.bytes(value, length);
    bind(index, bytes == null ? null : new String(bytes, UTF_8), null);
  }

  @Override
  public void setBinaryStream(int index, InputStream value) throws SQLException {
    bind(index, value, null);
  }

  @Override
  public void setBinaryStream(int index, InputStream value, int length) throws SQLException {
    bind(index, Streams.bytes(value, length), null);
  }

  @Override
  public void setBinaryStream(int index, InputStream value, long length) throws SQLException {
    bind(index, Streams.bytes(value, length), null);
  }

  @Override
  public void setBlob(int index, InputStream value) throws SQLException {
    bind(index, value, null);
  }

  @Override
  public void setBlob(int index, InputStream value, long length) throws SQLException {
    bind(index, Streams.bytes(value, length), null);
  }

  @Override
  public void setRef(int index, Ref value) throws SQLException {
    throw noSuchType("REF");
  }

  @Override
  public void setRowId(int index, RowId value) throws SQLException {
    throw noSuchType("ROWID");
  }

  @Override
  public void setSQLXML(int index, SQLXML value) throws SQLException {
    throw noSuchType("XML");
  }

  private SQLException noSuchType(String type) throws SQLException {
    checkOpen();
    return SqlState.NOT_SUPPORTED.exception("Values of type " + type + " are not supported");
  }
}
