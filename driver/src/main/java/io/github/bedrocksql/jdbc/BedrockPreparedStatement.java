package io.github.bedrocksql.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.apache.commons.dbcp2.DelegatingPreparedStatement;

/** A prepared statement whose failures are SQLExceptions and whose parameters may be java.time. */
final class BedrockPreparedStatement extends DelegatingPreparedStatement {
  BedrockPreparedStatement(BedrockConnection connection, PreparedStatement calcite) {
    super(connection, calcite);
  }

  private PreparedStatement calcite() {
    return (PreparedStatement) getDelegate();
  }

  @Override
  public ResultSet executeQuery() throws SQLException {
    checkOpen();
    try {
      return BedrockResultSet.wrap(this, calcite().executeQuery());
    } catch (SQLException | RuntimeException | Error e) {
      throw SqlErrors.translate(e);
    }
  }

  @Override
  public boolean execute() throws SQLException {
    checkOpen();
    try {
      return calcite().execute();
    } catch (SQLException | RuntimeException | Error e) {
      throw SqlErrors.translate(e);
    }
  }

  @Override
  public ResultSet getResultSet() throws SQLException {
    checkOpen();
    try {
      ResultSet rows = calcite().getResultSet();
      return rows == null ? null : BedrockResultSet.wrap(this, rows);
    } catch (SQLException | RuntimeException e) {
      throw SqlErrors.translate(e);
    }
  }

  /**
   * Sets a point in time. For a TIMESTAMP, which is UTC, its milliseconds go in as they are:
   * Avatica's way round takes the JVM's zone at start for the zone of now.
   */
  @Override
  public void setTimestamp(int index, Timestamp value) throws SQLException {
    checkOpen();
    try {
      if (value != null
          && calcite().getParameterMetaData().getParameterType(index) == Types.TIMESTAMP) {
        calcite().setLong(index, value.getTime());
      } else {
        calcite().setTimestamp(index, value);
      }
    } catch (SQLException | RuntimeException e) {
      throw SqlErrors.translate(e);
    }
  }

  @Override
  public void setObject(int index, Object value) throws SQLException {
    Instant instant = instant(value);
    if (instant != null) {
      setTimestamp(index, Timestamp.from(instant));
    } else {
      super.setObject(index, value);
    }
  }

  /** A point in time; a LocalDateTime is read in UTC, the connection's zone. */
  private static Instant instant(Object value) {
    if (value instanceof Timestamp timestamp) {
      return timestamp.toInstant();
    }
    if (value instanceof Instant instant) {
      return instant;
    }
    if (value instanceof OffsetDateTime time) {
      return time.toInstant();
    }
    if (value instanceof ZonedDateTime time) {
      return time.toInstant();
    }
    return value instanceof LocalDateTime time ? time.toInstant(ZoneOffset.UTC) : null;
  }
}
