package io.github.bedrocksql.jdbc;

import java.math.BigDecimal;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.BitSet;
import java.util.Calendar;
import org.apache.commons.dbcp2.DelegatingPreparedStatement;

/**
 * A prepared statement whose parameters take any value that their type can hold.
 *
 * <p>TIMESTAMP has milliseconds: what a parameter holds below one is cut off, so {@code t < ?} with
 * a fraction of a millisecond leaves out the row at that millisecond. Calcite has no finer type.
 */
final class BedrockPreparedStatement extends DelegatingPreparedStatement {
  private static final String QUERY = "VALUES 0";

  private final JdbcConnection connection;
  private final PreparedStatement shown;
  private final BitSet set = new BitSet();
  private boolean batched;

  BedrockPreparedStatement(JdbcConnection connection, PreparedStatement calcite) {
    super(connection, calcite);
    this.connection = connection;
    this.shown = Guard.of(PreparedStatement.class, this);
  }

  /** Returns the statement as users see it. */
  PreparedStatement shown() {
    return shown;
  }

  private PreparedStatement calcite() {
    return (PreparedStatement) getDelegate();
  }

  @Override
  protected void checkOpen() throws SQLException {
    connection.checkOpen();
    if (isClosed()) {
      throw new SQLException("The statement is closed", SqlErrors.CLOSED);
    }
  }

  /** Also closed when Calcite closed it, on completion. */
  @Override
  public boolean isClosed() throws SQLException {
    return super.isClosed() || getDelegate().isClosed();
  }

  @Override
  public Connection getConnection() throws SQLException {
    checkOpen();
    return connection.shown();
  }

  private void prepareExecution() throws SQLException {
    checkOpen();
    int parameters = calcite().getParameterMetaData().getParameterCount();
    int missing = set.nextClearBit(1);
    if (missing <= parameters) {
      throw new SQLException("No value is set for parameter " + missing, "07001");
    }
    Cancellation.reset(getDelegate());
    connection.statementStarts();
  }

  @Override
  public ResultSet executeQuery() throws SQLException {
    prepareExecution();
    return BedrockResultSet.wrap(shown, calcite().executeQuery());
  }

  @Override
  public boolean execute() throws SQLException {
    prepareExecution();
    return calcite().execute();
  }

  @Override
  public ResultSet getResultSet() throws SQLException {
    checkOpen();
    ResultSet rows = calcite().getResultSet();
    return rows == null ? null : BedrockResultSet.wrap(shown, rows);
  }

  /** Fails: a statement that writes is not prepared in the first place. */
  @Override
  public long executeLargeUpdate() throws SQLException {
    checkOpen();
    throw SqlText.noUpdate(QUERY);
  }

  @Override
  public int executeUpdate() throws SQLException {
    return (int) executeLargeUpdate();
  }

  @Override
  public void addBatch() throws SQLException {
    checkOpen();
    batched = true;
  }

  @Override
  public void clearBatch() throws SQLException {
    checkOpen();
    batched = false;
  }

  @Override
  public long[] executeLargeBatch() throws SQLException {
    checkOpen();
    if (!batched) {
      return new long[0];
    }
    batched = false;
    SQLException refusal = SqlText.noUpdate(QUERY);
    throw new BatchUpdateException(
        refusal.getMessage(), refusal.getSQLState(), new int[0], refusal);
  }

  @Override
  public int[] executeBatch() throws SQLException {
    return new int[executeLargeBatch().length];
  }

  @Override
  public void clearParameters() throws SQLException {
    checkOpen();
    calcite().clearParameters();
    set.clear();
  }

  private void bind(int index, Object value, Calendar calendar) throws SQLException {
    checkOpen();
    checkIndex(index);
    ParameterValue.set(calcite(), index, value, calendar);
    set.set(index);
  }

  private void checkIndex(int index) throws SQLException {
    int parameters = calcite().getParameterMetaData().getParameterCount();
    if (index < 1 || index > parameters) {
      throw new SQLException(
          "There is no parameter " + index + ": the statement has " + parameters, "22023");
    }
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

  /** The Calendar changes nothing: a TIMESTAMP is the point in time that {@code value} is. */
  @Override
  public void setTimestamp(int index, Timestamp value, Calendar calendar) throws SQLException {
    bind(index, value, null);
  }
}
