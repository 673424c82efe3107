package io.github.bedrocksql.jdbc.value;

import io.github.bedrocksql.dialect.CalciteField;
import java.lang.reflect.Method;
import java.sql.ResultSet;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.avatica.AvaticaResultSet;
import org.apache.calcite.avatica.ColumnMetaData.ArrayType;
import org.apache.calcite.avatica.ColumnMetaData.AvaticaType;
import org.apache.calcite.avatica.util.AbstractCursor.ArrayAccessor;

/**
 * An array of times as Calcite has it. Avatica makes java.sql's objects of its elements, and takes
 * the JVM's zone at start for the zone of now.
 *
 * @param component the type of its elements
 * @param elements numbers, or lists of an array's elements; with nulls
 */
record RawArray(AvaticaType component, List<?> elements) {
  private static final CalciteField ACCESSORS =
      CalciteField.of(AvaticaResultSet.class, "accessorList");
  private static final CalciteField COMPONENT =
      CalciteField.of(ArrayAccessor.class, "componentType");
  private static final CalciteField GETTER =
      CalciteField.of(ArrayAccessor.class.getSuperclass(), "getter");

  /** Returns the array of the current row; empty if its elements are not times, or it is null. */
  static Optional<RawArray> of(ResultSet rows, int column) {
    if (!(rows instanceof AvaticaResultSet avatica)) {
      return Optional.empty();
    }
    Object accessor = ((List<?>) ACCESSORS.get(avatica)).get(column - 1);
    AvaticaType component = (AvaticaType) COMPONENT.get(accessor);
    return isOfTimes(component) && value(GETTER.get(accessor)) instanceof List<?> elements
        ? Optional.of(new RawArray(component, elements))
        : Optional.empty();
  }

  private static boolean isOfTimes(AvaticaType type) {
    return type instanceof ArrayType nested
        ? isOfTimes(nested.getComponent())
        : type.id == Types.TIMESTAMP || type.id == Types.DATE || type.id == Types.TIME;
  }

  private static Object value(Object getter) {
    try {
      Method value = getter.getClass().getMethod("getObject");
      value.setAccessible(true);
      return value.invoke(getter);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e); // Another Avatica than the one in the driver's jar.
    }
  }

  /** Returns an element; for an array in the array, a {@code RawArray}. */
  Object element(int index) {
    Object element = elements.get(index);
    Object value = element instanceof Object[] row ? row[0] : element;
    return component instanceof ArrayType nested && value != null
        ? new RawArray(nested.getComponent(), (List<?>) value)
        : value;
  }
}
