package io.github.bedrocksql.dialect.validate;

import java.sql.ParameterMetaData;
import java.sql.SQLException;
import java.util.List;
import org.apache.calcite.avatica.AvaticaParameter;

/** Which values a parameter takes beyond those of its type, by what it is used for. */
public enum ParameterUse {
  /** Any: it takes what its type can hold. */
  VALUE,

  /**
   * Compared with numbers, which may be whole: it takes any number, as a literal in its place would
   * be. The plan has it as DECIMAL for an exact type, as DOUBLE for an approximate one.
   */
  COMPARED,

  /** How many rows are taken or skipped: there are never more than an INTEGER can say. */
  ROW_COUNT;

  /** Returns the name of the parameter with this index, from 0, by which a plan is told. */
  String parameterName(int index) {
    return "?" + index + " " + name();
  }

  /**
   * Writes what a plan's parameters are used for where the driver can read it: as their class, for
   * which Calcite has nothing but Object.
   */
  public static void publish(List<AvaticaParameter> parameters) {
    parameters.replaceAll(
        p ->
            new AvaticaParameter(
                p.signed,
                p.precision,
                p.scale,
                p.parameterType,
                p.typeName,
                p.name.substring(p.name.indexOf(' ') + 1),
                p.name));
  }

  /**
   * Returns what a parameter is used for.
   *
   * @param index from 1
   */
  public static ParameterUse of(ParameterMetaData calcite, int index) throws SQLException {
    return valueOf(calcite.getParameterClassName(index));
  }
}
