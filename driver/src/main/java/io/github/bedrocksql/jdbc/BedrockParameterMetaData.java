package io.github.bedrocksql.jdbc;

import io.github.bedrocksql.adapter.error.SqlState;
import io.github.bedrocksql.jdbc.error.Guard;
import io.github.bedrocksql.jdbc.value.ValueType;
import java.sql.ParameterMetaData;
import java.sql.SQLException;

/** What the parameters of a statement are: all go in, each may be null. */
final class BedrockParameterMetaData implements ParameterMetaData {
  private final ParameterMetaData calcite;

  private BedrockParameterMetaData(ParameterMetaData calcite) {
    this.calcite = calcite;
  }

  static ParameterMetaData of(ParameterMetaData calcite) {
    return Guard.of(ParameterMetaData.class, new BedrockParameterMetaData(calcite));
  }

  /** Throws if there is no such parameter. */
  static int checked(ParameterMetaData calcite, int index) throws SQLException {
    int parameters = calcite.getParameterCount();
    if (index < 1 || index > parameters) {
      throw SqlState.INVALID_PARAMETER.exception(
          "There is no parameter " + index + ": the statement has " + parameters);
    }
    return index;
  }

  private ValueType type(int index) throws SQLException {
    return ValueType.ofParameter(calcite, checked(calcite, index));
  }

  @Override
  public int getParameterCount() throws SQLException {
    return calcite.getParameterCount();
  }

  @Override
  public int isNullable(int index) throws SQLException {
    checked(calcite, index);
    return parameterNullable;
  }

  @Override
  public boolean isSigned(int index) throws SQLException {
    return type(index).isNumber();
  }

  @Override
  public int getPrecision(int index) throws SQLException {
    return type(index).precision();
  }

  @Override
  public int getScale(int index) throws SQLException {
    return type(index).scale();
  }

  @Override
  public int getParameterType(int index) throws SQLException {
    return type(index).id();
  }

  @Override
  public String getParameterTypeName(int index) throws SQLException {
    return type(index).name();
  }

  @Override
  public String getParameterClassName(int index) throws SQLException {
    return type(index).javaClass().getName();
  }

  @Override
  public int getParameterMode(int index) throws SQLException {
    checked(calcite, index);
    return parameterModeIn;
  }

  @Override
  public <T> T unwrap(Class<T> face) throws SQLException {
    if (!face.isInstance(this)) {
      throw SqlState.INVALID_PARAMETER.exception("The parameters do not wrap " + face.getName());
    }
    return face.cast(this);
  }

  @Override
  public boolean isWrapperFor(Class<?> face) {
    return face.isInstance(this);
  }
}
