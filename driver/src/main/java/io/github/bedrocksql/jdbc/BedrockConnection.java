package io.github.bedrocksql.jdbc;

import io.github.bedrocksql.adapter.BedrockSchema;
import io.github.bedrocksql.adapter.config.BedrockConfig;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.apache.calcite.jdbc.CalciteConnection;
import org.apache.commons.dbcp2.DelegatingConnection;

/**
 * A connection: Calcite's, whose failures pass through {@link SqlErrors}, and the schema with its
 * API session, closed together.
 */
final class BedrockConnection extends DelegatingConnection<Connection> {
  private final BedrockSchema schema;

  private BedrockConnection(Connection calcite, BedrockSchema schema) {
    super(calcite);
    this.schema = schema;
  }

  static BedrockConnection open(BedrockConfig config) throws SQLException {
    CalciteConnection calcite = CalciteConnections.open();
    BedrockSchema schema = new BedrockSchema(config);
    try {
      calcite.getRootSchema().add(BedrockSchema.NAME, schema);
      calcite.setSchema(BedrockSchema.NAME);
      // There are no transactions; Calcite's own commit throws unchecked.
      calcite.setAutoCommit(true);
      return new BedrockConnection(calcite, schema);
    } catch (SQLException | RuntimeException e) {
      schema.close();
      calcite.close();
      throw e;
    }
  }

  @Override
  protected void handleException(SQLException e) throws SQLException {
    throw SqlErrors.translate(e);
  }

  /** Makes {@link #handleException} reachable for statements and result sets. */
  SQLException translated(Throwable failure) {
    return SqlErrors.translate(failure);
  }

  @Override
  public Statement createStatement() throws SQLException {
    return wrapped(() -> new BedrockStatement(this, getDelegateInternal().createStatement()));
  }

  @Override
  public Statement createStatement(int type, int concurrency) throws SQLException {
    return wrapped(
        () -> new BedrockStatement(this, getDelegateInternal().createStatement(type, concurrency)));
  }

  @Override
  public Statement createStatement(int type, int concurrency, int holdability) throws SQLException {
    return wrapped(
        () ->
            new BedrockStatement(
                this, getDelegateInternal().createStatement(type, concurrency, holdability)));
  }

  @Override
  public PreparedStatement prepareStatement(String sql) throws SQLException {
    return wrapped(
        () ->
            new BedrockPreparedStatement(
                this, getDelegateInternal().prepareStatement(SqlText.query(sql))));
  }

  @Override
  public PreparedStatement prepareStatement(String sql, int type, int concurrency)
      throws SQLException {
    return wrapped(
        () ->
            new BedrockPreparedStatement(
                this,
                getDelegateInternal().prepareStatement(SqlText.query(sql), type, concurrency)));
  }

  @Override
  public PreparedStatement prepareStatement(String sql, int type, int concurrency, int holdability)
      throws SQLException {
    return wrapped(
        () ->
            new BedrockPreparedStatement(
                this,
                getDelegateInternal()
                    .prepareStatement(SqlText.query(sql), type, concurrency, holdability)));
  }

  /** Makes a statement. */
  private interface Maker<T> {
    T make() throws SQLException;
  }

  private <T> T wrapped(Maker<T> maker) throws SQLException {
    checkOpen();
    try {
      return maker.make();
    } catch (SQLException | RuntimeException | Error e) {
      throw SqlErrors.translate(e);
    }
  }

  @Override
  public void close() throws SQLException {
    try {
      super.close();
    } finally {
      schema.close();
    }
  }
}
