package io.github.bedrocksql.jdbc;

import io.github.bedrocksql.adapter.error.SqlState;
import io.github.bedrocksql.adapter.session.StatementControl;
import io.github.bedrocksql.dialect.text.SqlText;
import io.github.bedrocksql.jdbc.error.Guard;
import io.github.bedrocksql.jdbc.error.SqlErrors;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A statement, and what a prepared one has in common with it. Whatever way its text comes in, it is
 * checked by {@link SqlText} first.
 */
final class BedrockStatement extends ReadOnlyStatement {
  /** The longest time that Calcite, which counts milliseconds, takes. */
  private static final int MAX_TIMEOUT_SECONDS = Integer.MAX_VALUE / 1000;

  private final JdbcConnection connection;
  private final Statement shown;

  /** Held by an execution: Avatica gives two threads that execute at once the same rows. */
  final Object executing = new Object();

  private volatile AtomicBoolean canceled;
  private volatile boolean closing;
  private volatile StatementControl execution;
  private ResultSet rows;
  private boolean rowsAreWaiting;
  private boolean closeOnCompletion;
  private boolean poolable;
  private int fetchDirection = ResultSet.FETCH_FORWARD;

  BedrockStatement(JdbcConnection connection, Statement calcite) {
    super(connection, calcite);
    this.connection = connection;
    this.shown = Guard.of(Statement.class, this);
  }

  /** What {@code prepared} has in common with other statements. */
  BedrockStatement(
      JdbcConnection connection, PreparedStatement calcite, BedrockPreparedStatement prepared) {
    super(connection, calcite);
    this.connection = connection;
    this.shown = Guard.over(this, PreparedStatement.class, prepared);
    this.poolable = true;
  }

  /** Returns the statement as users see it. */
  Statement shown() {
    return shown;
  }

  @Override
  protected void checkOpen() throws SQLException {
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

  /** Is told that the statement is about to run; rows of an earlier execution end. */
  void starts() throws SQLException {
    checkOpen();
    rows = null;
    rowsAreWaiting = false;
    canceled = Cancellation.flag(getDelegate());
    // A cancel is for the execution under way: one of an earlier, or of none, is over.
    canceled.set(false);
    if (closing) {
      stop();
      throw SqlState.OBJECT_CLOSED.exception("The statement is closed");
    }
    execution =
        connection.statementStarts(canceled, Duration.ofSeconds(getDelegate().getQueryTimeout()));
  }

  /**
   * Ends what another thread executes or reads: Calcite would let it go on, and wait for it. DBCP
   * closes a statement that nobody holds any longer.
   */
  @Override
  public void close() throws SQLException {
    closing = true;
    stop();
    super.close();
  }

  /** Past Avatica, which would wait until the plan is made. */
  @Override
  public void cancel() throws SQLException {
    checkOpen();
    stop();
  }

  private void stop() {
    if (canceled != null) {
      canceled.set(true);
    }
    if (execution != null) {
      execution.abandon();
    }
  }

  /**
   * Executes the statement. What Avatica says when it is stopped on the way is of its insides: that
   * it was stopped is said instead.
   */
  <T> T executing(StatementControl.Work<T> work) throws SQLException {
    StatementControl own = execution;
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

  /** Is told that the user closed the rows; those of an earlier execution end without it. */
  void rowsClosed(ResultSet closed) throws SQLException {
    if (closeOnCompletion && closed == rows) {
      close();
    }
  }

  /** Returns rows of an execution as users see them. */
  ResultSet show(ResultSet calcite) throws SQLException {
    rows = BedrockResultSet.wrap(this, execution, calcite);
    rowsAreWaiting = false;
    return rows;
  }

  /** Is told whether an execution gave rows, which getResultSet will show. */
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
      return show(executing(() -> getDelegate().executeQuery(query)));
    }
  }

  @Override
  public boolean execute(String sql) throws SQLException {
    checkOpen();
    String query = SqlText.query(sql);
    synchronized (executing) {
      starts();
      return ran(executing(() -> getDelegate().execute(query)));
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
    return rowsAreWaiting ? show(getDelegate().getResultSet()) : rows;
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
  public int getFetchDirection() throws SQLException {
    checkOpen();
    return fetchDirection;
  }

  /** A hint, which nothing is made of. */
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

  /** A hint, which nothing is made of: pages are as large as the API gives them. */
  @Override
  public void setFetchSize(int size) throws SQLException {
    checkOpen();
    getDelegate().setFetchSize(notNegative(size, "fetch size"));
  }

  @Override
  public void setMaxRows(int max) throws SQLException {
    setLargeMaxRows(max);
  }

  @Override
  public void setLargeMaxRows(long max) throws SQLException {
    checkOpen();
    notNegative(max, "number of rows");
    getDelegate().setLargeMaxRows(max);
  }

  @Override
  public void setMaxFieldSize(int max) throws SQLException {
    checkOpen();
    if (notNegative(max, "field size") > 0) {
      throw SqlState.NOT_SUPPORTED.exception("Values are never cut to a field size");
    }
  }

  @Override
  public void setQueryTimeout(int seconds) throws SQLException {
    checkOpen();
    getDelegate()
        .setQueryTimeout(Math.min(notNegative(seconds, "query timeout"), MAX_TIMEOUT_SECONDS));
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
