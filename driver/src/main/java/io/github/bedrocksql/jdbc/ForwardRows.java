package io.github.bedrocksql.jdbc;

import io.github.bedrocksql.adapter.error.SqlState;
import java.sql.NClob;
import java.sql.Ref;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLXML;

/** What goes back or jumps, and getters of types that no column has: refused. */
interface ForwardRows extends LabelledRows {
  private SQLException forwardOnly() throws SQLException {
    checkOpen();
    return SqlState.NOT_SUPPORTED.exception("Rows can be read forward only, each once");
  }

  private SQLException noSuchType() throws SQLException {
    checkOpen();
    return SqlState.NOT_SUPPORTED.exception("No column has this type");
  }

  @Override
  default boolean absolute(int column) throws SQLException {
    throw forwardOnly();
  }

  @Override
  default void afterLast() throws SQLException {
    throw forwardOnly();
  }

  @Override
  default void beforeFirst() throws SQLException {
    throw forwardOnly();
  }

  @Override
  default boolean first() throws SQLException {
    throw forwardOnly();
  }

  @Override
  default boolean last() throws SQLException {
    throw forwardOnly();
  }

  @Override
  default boolean previous() throws SQLException {
    throw forwardOnly();
  }

  @Override
  default boolean relative(int column) throws SQLException {
    throw forwardOnly();
  }

  @Override
  default NClob getNClob(int column) throws SQLException {
    throw noSuchType();
  }

  @Override
  default NClob getNClob(String label) throws SQLException {
    throw noSuchType();
  }

  @Override
  default Ref getRef(int column) throws SQLException {
    throw noSuchType();
  }

  @Override
  default Ref getRef(String label) throws SQLException {
    throw noSuchType();
  }

  @Override
  default RowId getRowId(int column) throws SQLException {
    throw noSuchType();
  }

  @Override
  default RowId getRowId(String label) throws SQLException {
    throw noSuchType();
  }

  @Override
  default SQLXML getSQLXML(int column) throws SQLException {
    throw noSuchType();
  }

  @Override
  default SQLXML getSQLXML(String label) throws SQLException {
    throw noSuchType();
  }
}
