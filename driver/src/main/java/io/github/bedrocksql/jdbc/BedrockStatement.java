package io.github.bedrocksql.jdbc;

import io.github.bedrocksql.adapter.error.SqlState;
import io.github.bedrocksql.adapter.session.Dropped;
import io.github.bedrocksql.adapter.session.StatementControl;
import io.github.bedrocksql.dialect.text.SqlText;
import io.github.bedrocksql.jdbc.error.Guard;
import io.github.bedrocksql.jdbc.error.SqlErrors;
import java.lang.ref.Cleaner.Cleanable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A statement, and what a prepared one has in common with it. Whatever way its text comes in, it is
 * checked by {@link SqlText} first.
 */
class BedrockStatement extends ReadOnlyStatement {
  /** The longest time that Calcite, which counts milliseconds, takes. */
  private static final int MAX_TIMEOUT_SECONDS = Integer.MAX_VALUE / 1000;

  private final JdbcConnection connection;
  private final Statement calcite;
  private final OpenStatement open;
  private final Cleanable dropped;
  private final Statement shown;

  /** Held by an execution: Avatica gives two threads that execute at once the same rows. */
  final Object executing = new Object();

  private volatile boolean closing;
  private ResultSet rows;
  private boolean rowsAreWaiting;
  private boolean closeOnCompletion;
  private boolean poolable;
  private int fetchDirection = ResultSet.FETCH_FORWARD;

  BedrockStatement(JdbcConnection connection, Statement calcite) {
    this(connection, calcite, Statement.class);
  }

  /** A statement that users see as one of {@code face}, which this implements. */
  BedrockStatement(JdbcConnection connection, Statement calcite, Class<? extends Statement> face) {
    this.connection = connection;
    this.calcite = calcite;
    this.open = connection.opens(calcite);
    this.dropped = Dropped.after(this, open);
    this.shown = Guard.of(Statement.class, this, face);
    this.poolable = face == PreparedStatement.class;
  }

  /** Returns the statement as users see it. */
  Statement shown() {
    return shown;
  }

  @Override
  final void checkOpen() throws SQLException {
    connection.checkOpen();
    if (isClosed()) {
      throw SqlState.OBJECT_CLOSED.exception("The statement is closed");
    }
  }

  @Override
  public Connection getConnection() throws SQLException {
    checkOpen();
    return connection.shown();
  }

  /** Prepares for an execution; rows of an earlier one end. */
  void starts() throws SQLException {
    checkOpen();
    rows = null;
    rowsAreWaiting = false;
    AtomicBoolean canceled = open.lowered();
    if (closing) {
      open.stop();
      throw SqlState.OBJECT_CLOSED.exception("The statement is closed");
    }
    open.executes(
        connection.statementStarts(canceled, Duration.ofSeconds(calcite.getQueryTimeout())));
  }

  /** Ends what another thread executes or reads: Calcite would let it go on, and wait for it. */
  @Override
  public void close() throws SQLException {
    closing = true;
    try {
      open.close();
    } finally {
      dropped.clean();
    }
  }

  @Override
  public boolean isClosed() throws SQLException {
    return closing || calcite.isClosed();
  }

  /** Past Avatica, which would wait until the plan is made. */
  @Override
  public void cancel() throws SQLException {
    checkOpen();
    open.stop();
  }

  /**
   * Executes the statement. What Avatica says when it is stopped on the way is of its insides: that
   * it was stopped is said instead.
   */
  <T> T executing(StatementControl.Work<T> work) throws SQLException {
    StatementControl own = open.execution();
    try {
      return own.during(work);
    } catch (SQLException | RuntimeException e) {
      if (isOfAvatica(SqlErrors.translate(e))) {
        own.check();
      }
      throw e;
    }
  }

  private static boolean isOfAvatica(SQLException failure) {
    return SqlState.UNEXPECTED.isOf(failure) || SqlState.OBJECT_CLOSED.isOf(failure);
  }

  /** Called when the user closes rows; those of an earlier execution end without it. */
  void rowsClosed(ResultSet closed) throws SQLException {
    if (closeOnCompletion && closed == rows) {
      close();
    }
  }

  /** Returns rows of an execution as users see them. */
  ResultSet show(ResultSet result) throws SQLException {
    rows = BedrockResultSet.wrap(this, open.execution(), result);
    rowsAreWaiting = false;
    return rows;
  }

  /** Called after an execution, whose rows, if any, getResultSet will show. */
  boolean ran(boolean gaveRows) {
    rowsAreWaiting = gaveRows;
    return gaveRows;
  }

  @Override
  public ResultSet executeQuery(String sql) throws SQLException {
    checkOpen();
    String query = SqlText.query(sql);
    synchronized (executing) {
      starts();
      return show(executing(() -> calcite.executeQuery(query)));
    }
  }

  @Override
  public boolean execute(String sql) throws SQLException {
    checkOpen();
    String query = SqlText.query(sql);
    synchronized (executing) {
      starts();
      return ran(executing(() -> calcite.execute(query)));
    }
  }

  @Override
  public boolean execute(String sql, int autoGeneratedKeys) throws SQLException {
    return execute(sql);
  }

  @Override
  public boolean execute(String sql, int[] columnIndexes) throws SQLException {
    return execute(sql);
  }

  @Override
  public boolean execute(String sql, String[] columnNames) throws SQLException {
    return execute(sql);
  }

  @Override
  public ResultSet getResultSet() throws SQLException {
    checkOpen();
    return rowsAreWaiting ? show(calcite.getResultSet()) : rows;
  }

  @Override
  public boolean getMoreResults() throws SQLException {
    return getMoreResults(CLOSE_CURRENT_RESULT);
  }

  /** There is one result, and no further one. */
  @Override
  public boolean getMoreResults(int current) throws SQLException {
    switch (current) {
      case KEEP_CURRENT_RESULT -> checkOpen();
      case CLOSE_CURRENT_RESULT, CLOSE_ALL_RESULTS -> {
        ResultSet ended = getResultSet();
        rows = null;
        if (ended != null) {
          ended.close();
        }
      }
      default -> throw invalid(current, "way to treat the current result");
    }
    return false;
  }

  @Override
  public long getLargeUpdateCount() throws SQLException {
    checkOpen();
    return calcite.getLargeUpdateCount();
  }

  /** No row is ever written, so there are no keys. */
  @Override
  public ResultSet getGeneratedKeys() throws SQLException {
    checkOpen();
    return BedrockResultSet.wrap(this, MemoryRows.none());
  }

  @Override
  public void closeOnCompletion() throws SQLException {
    checkOpen();
    closeOnCompletion = true;
  }

  @Override
  public boolean isCloseOnCompletion() throws SQLException {
    checkOpen();
    return closeOnCompletion;
  }

  @Override
  public boolean isPoolable() throws SQLException {
    checkOpen();
    return poolable;
  }

  @Override
  public void setPoolable(boolean poolable) throws SQLException {
    checkOpen();
    this.poolable = poolable;
  }

  /** Escapes are part of the language that the parser reads: there is nothing to turn off. */
  @Override
  public void setEscapeProcessing(boolean enable) throws SQLException {
    checkOpen();
  }

  /** Does nothing, as JDBC has it where a row can't be written by its cursor's name. */
  @Override
  public void setCursorName(String name) throws SQLException {
    checkOpen();
  }

  @Override
  public int getResultSetType() throws SQLException {
    checkOpen();
    return calcite.getResultSetType();
  }

  @Override
  public int getResultSetConcurrency() throws SQLException {
    checkOpen();
    return calcite.getResultSetConcurrency();
  }

  @Override
  public int getResultSetHoldability() throws SQLException {
    checkOpen();
    return calcite.getResultSetHoldability();
  }

  @Override
  public SQLWarning getWarnings() throws SQLException {
    checkOpen();
    return calcite.getWarnings();
  }

  @Override
  public void clearWarnings() throws SQLException {
    checkOpen();
    calcite.clearWarnings();
  }

  @Override
  public int getFetchDirection() throws SQLException {
    checkOpen();
    return fetchDirection;
  }

  /** A hint, which is ignored. */
  @Override
  public void setFetchDirection(int direction) throws SQLException {
    checkOpen();
    fetchDirection =
        switch (direction) {
          case ResultSet.FETCH_FORWARD, ResultSet.FETCH_REVERSE, ResultSet.FETCH_UNKNOWN ->
              direction;
          default -> throw invalid(direction, "fetch direction");
        };
  }

  @Override
  public int getFetchSize() throws SQLException {
    checkOpen();
    return calcite.getFetchSize();
  }

  /** A hint, which is ignored: pages are as large as the API makes them. */
  @Override
  public void setFetchSize(int size) throws SQLException {
    checkOpen();
    calcite.setFetchSize(notNegative(size, "fetch size"));
  }

  @Override
  public int getMaxRows() throws SQLException {
    checkOpen();
    return calcite.getMaxRows();
  }

  @Override
  public long getLargeMaxRows() throws SQLException {
    checkOpen();
    return calcite.getLargeMaxRows();
  }

  @Override
  public void setMaxRows(int max) throws SQLException {
    setLargeMaxRows(max);
  }

  @Override
  public void setLargeMaxRows(long max) throws SQLException {
    checkOpen();
    notNegative(max, "number of rows");
    calcite.setLargeMaxRows(max);
  }

  @Override
  public int getMaxFieldSize() throws SQLException {
    checkOpen();
    return calcite.getMaxFieldSize();
  }

  @Override
  public void setMaxFieldSize(int max) throws SQLException {
    checkOpen();
    if (notNegative(max, "field size") > 0) {
      throw SqlState.NOT_SUPPORTED.exception("A maximum field size is not supported");
    }
  }

  @Override
  public int getQueryTimeout() throws SQLException {
    checkOpen();
    return calcite.getQueryTimeout();
  }

  @Override
  public void setQueryTimeout(int seconds) throws SQLException {
    checkOpen();
    calcite.setQueryTimeout(Math.min(notNegative(seconds, "query timeout"), MAX_TIMEOUT_SECONDS));
  }

  @Override
  public boolean isWrapperFor(Class<?> face) throws SQLException {
    return face.isInstance(this) || calcite.isWrapperFor(face);
  }

  @Override
  public <T> T unwrap(Class<T> face) throws SQLException {
    return face.isInstance(this) ? face.cast(this) : calcite.unwrap(face);
  }

  private static int notNegative(int value, String what) throws SQLException {
    notNegative((long) value, what);
    return value;
  }

  private static void notNegative(long value, String what) throws SQLException {
    if (value < 0) {
      throw invalid(value, what);
    }
  }

  private static SQLException invalid(long value, String what) {
    return SqlState.INVALID_PARAMETER.exception(value + " is not a valid " + what);
  }
}
