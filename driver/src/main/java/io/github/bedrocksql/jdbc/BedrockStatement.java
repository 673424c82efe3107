package io.github.bedrocksql.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.apache.commons.dbcp2.DelegatingStatement;

/** A statement whose failures, unchecked ones too, are SQLExceptions with a SQLState. */
final class BedrockStatement extends DelegatingStatement {
  BedrockStatement(BedrockConnection connection, Statement calcite) {
    super(connection, calcite);
  }

  @Override
  public ResultSet executeQuery(String sql) throws SQLException {
    checkOpen();
    try {
      return BedrockResultSet.wrap(this, getDelegate().executeQuery(SqlText.query(sql)));
    } catch (SQLException | RuntimeException | Error e) {
      throw SqlErrors.translate(e);
    }
  }

  @Override
  public boolean execute(String sql) throws SQLException {
    checkOpen();
    try {
      return getDelegate().execute(SqlText.query(sql));
    } catch (SQLException | RuntimeException | Error e) {
      throw SqlErrors.translate(e);
    }
  }

  @Override
  public ResultSet getResultSet() throws SQLException {
    checkOpen();
    try {
      ResultSet rows = getDelegate().getResultSet();
      return rows == null ? null : BedrockResultSet.wrap(this, rows);
    } catch (SQLException | RuntimeException e) {
      throw SqlErrors.translate(e);
    }
  }
}
