package io.github.bedrocksql.jdbc;

import com.google.common.base.Strings;
import io.github.bedrocksql.dialect.tree.ColumnLabels;
import io.github.bedrocksql.jdbc.error.Guard;
import io.github.bedrocksql.jdbc.value.RowCursor;
import io.github.bedrocksql.jdbc.value.ValueType;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;

/** What the columns of a result are. Good after the result set is closed. */
final class BedrockResultSetMetaData implements ResultSetMetaData {
  private final ResultSetMetaData calcite;

  private BedrockResultSetMetaData(ResultSetMetaData calcite) {
    this.calcite = calcite;
  }

  static ResultSetMetaData of(ResultSetMetaData calcite) {
    return Guard.of(ResultSetMetaData.class, new BedrockResultSetMetaData(calcite));
  }

  private int checked(int column) throws SQLException {
    if (column < 1 || column > getColumnCount()) {
      throw RowCursor.noColumn(column, getColumnCount());
    }
    return column;
  }

  private ValueType type(int column) throws SQLException {
    return ValueType.ofColumn(calcite, checked(column));
  }

  @Override
  public int getColumnCount() throws SQLException {
    return calcite.getColumnCount();
  }

  @Override
  public String getColumnLabel(int column) throws SQLException {
    return ColumnLabels.shown(calcite.getColumnLabel(checked(column)));
  }

  /** The name of the table's column, where the result's column is one; else the label. */
  @Override
  public String getColumnName(int column) throws SQLException {
    return ColumnLabels.shown(calcite.getColumnName(checked(column)));
  }

  @Override
  public String getTableName(int column) throws SQLException {
    return Strings.nullToEmpty(calcite.getTableName(checked(column)));
  }

  @Override
  public String getSchemaName(int column) throws SQLException {
    return Strings.nullToEmpty(calcite.getSchemaName(checked(column)));
  }

  /** There are no catalogs. */
  @Override
  public String getCatalogName(int column) throws SQLException {
    checked(column);
    return "";
  }

  @Override
  public int getColumnType(int column) throws SQLException {
    return type(column).id();
  }

  @Override
  public String getColumnTypeName(int column) throws SQLException {
    return type(column).name();
  }

  @Override
  public String getColumnClassName(int column) throws SQLException {
    return type(column).javaClass().getName();
  }

  @Override
  public int getPrecision(int column) throws SQLException {
    return type(column).precision();
  }

  @Override
  public int getScale(int column) throws SQLException {
    return type(column).scale();
  }

  @Override
  public int getColumnDisplaySize(int column) throws SQLException {
    return type(column).displaySize();
  }

  @Override
  public int isNullable(int column) throws SQLException {
    return calcite.isNullable(checked(column));
  }

  @Override
  public boolean isSigned(int column) throws SQLException {
    return type(column).isNumber();
  }

  @Override
  public boolean isCaseSensitive(int column) throws SQLException {
    return type(column).isText();
  }

  @Override
  public boolean isSearchable(int column) throws SQLException {
    checked(column);
    return true;
  }

  @Override
  public boolean isCurrency(int column) throws SQLException {
    checked(column);
    return false;
  }

  @Override
  public boolean isAutoIncrement(int column) throws SQLException {
    checked(column);
    return false;
  }

  @Override
  public boolean isReadOnly(int column) throws SQLException {
    checked(column);
    return true;
  }

  @Override
  public boolean isWritable(int column) throws SQLException {
    checked(column);
    return false;
  }

  @Override
  public boolean isDefinitelyWritable(int column) throws SQLException {
    return isWritable(column);
  }

  @Override
  public <T> T unwrap(Class<T> face) throws SQLException {
    return face.isInstance(this) ? face.cast(this) : calcite.unwrap(face);
  }

  @Override
  public boolean isWrapperFor(Class<?> face) throws SQLException {
    return face.isInstance(this) || calcite.isWrapperFor(face);
  }
}
