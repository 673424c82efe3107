package io.github.bedrocksql.jdbc.value;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.error.SqlState;
import io.github.bedrocksql.jdbc.error.Guard;
import java.sql.Array;
import java.sql.DatabaseMetaData;
import java.sql.JDBCType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.calcite.avatica.ColumnMetaData;
import org.apache.calcite.avatica.ColumnMetaData.Rep;
import org.apache.calcite.avatica.MetaImpl;
import org.apache.calcite.avatica.util.ByteString;

/** An array's elements, taken from the row: good until it is freed, whatever is closed. */
public final class SqlArray implements Array {
  private final ValueType type;
  private final String text;
  private final ElementRows rows;

  /** In their type's own terms, as {@link RowCursor#value} has them; null once freed. */
  private Object[] elements;

  private SqlArray(ValueType type, String text, ElementRows rows, Object[] elements) {
    this.type = type;
    this.text = text;
    this.rows = rows;
    this.elements = elements;
  }

  /** Returns an array of Calcite's, which fails once its row is gone; null for null. */
  static Array of(Array calcite, ElementRows rows) throws SQLException {
    if (calcite == null) {
      return null;
    }
    ValueType type = new ValueType(calcite.getBaseType(), calcite.getBaseTypeName(), 0, 0);
    Object[] elements =
        type.id() == Types.ARRAY ? nested(calcite, rows) : elements(calcite.getArray());
    return Guard.of(Array.class, new SqlArray(type, calcite.toString(), rows, elements));
  }

  /** Those that Calcite's array fails to give as an array, and gives as rows of one column. */
  private static Object[] nested(Array calcite, ElementRows nested) throws SQLException {
    List<Object> elements = new ArrayList<>();
    try (ResultSet rows = calcite.getResultSet()) {
      while (rows.next()) {
        Object element = of(rows.getArray(1), nested);
        elements.add(rows.wasNull() ? null : element);
      }
    }
    return elements.toArray();
  }

  /** Returns an array of dates, times or timestamps, or of such arrays. */
  static Array ofTimes(RawArray raw, ElementRows rows) {
    int id = raw.component().id;
    Object[] elements = new Object[raw.elements().size()];
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < elements.length; i++) {
      Object element = raw.element(i);
      if (element instanceof RawArray nested) {
        elements[i] = ofTimes(nested, rows);
        texts.add(elements[i].toString());
      } else {
        elements[i] =
            element == null ? null : SqlTimes.ofNumber(((Number) element).longValue(), id);
        texts.add(element == null ? "null" : SqlTimes.text(((Number) element).longValue(), id));
      }
    }
    ValueType type = new ValueType(id, raw.component().getName(), 0, 0);
    String text = "[" + String.join(", ", texts) + "]";
    return Guard.of(Array.class, new SqlArray(type, text, rows, elements));
  }

  /** The elements of an array, which may be of a primitive type. */
  private static Object[] elements(Object values) {
    Object[] elements = new Object[java.lang.reflect.Array.getLength(values)];
    for (int i = 0; i < elements.length; i++) {
      Object element = java.lang.reflect.Array.get(values, i);
      elements[i] = element instanceof ByteString bytes ? bytes.getBytes() : element;
    }
    return elements;
  }

  /**
   * Returns an array of the user's elements.
   *
   * @throws SQLException with SQLState 22023 if there is no such type, 22018 and the like if an
   *     element is not of it
   */
  public static Array of(String typeName, Object[] values, ElementRows rows) throws SQLException {
    int id = typeOf(typeName);
    Object[] elements = new Object[values == null ? 0 : values.length];
    for (int i = 0; i < elements.length; i++) {
      elements[i] = ParameterValue.of(values[i], id, null);
    }
    ValueType type = new ValueType(id, typeName.toUpperCase(Locale.ROOT), 0, 0);
    return Guard.of(Array.class, new SqlArray(type, Arrays.toString(elements), rows, elements));
  }

  /** Returns the elements of any driver's array as Calcite takes them for a parameter. */
  static List<Object> ofCalcite(Array array) throws SQLException {
    List<Object> elements = new ArrayList<>();
    for (Object element : (Object[]) array.getArray()) {
      elements.add(SqlTimes.number(ParameterValue.of(element, array.getBaseType(), null)));
    }
    return elements;
  }

  private static int typeOf(String name) throws SQLException {
    try {
      return JDBCType.valueOf(String.valueOf(name).toUpperCase(Locale.ROOT)).getVendorTypeNumber();
    } catch (IllegalArgumentException e) {
      throw SqlState.INVALID_PARAMETER.exception(
          "'" + name + "' is not a type for an array's elements", e);
    }
  }

  @Override
  public String getBaseTypeName() throws SQLException {
    elements();
    return type.name();
  }

  @Override
  public int getBaseType() throws SQLException {
    elements();
    return type.id();
  }

  private Object[] elements() throws SQLException {
    if (elements == null) {
      throw SqlState.OBJECT_CLOSED.exception("The array has been freed");
    }
    return elements;
  }

  /** The elements from {@code index} on, the first of which is 1, at most {@code count}. */
  private Object[] slice(long index, int count) throws SQLException {
    if (index < 1 || index > elements().length + 1L || count < 0) {
      throw SqlState.INVALID_PARAMETER.exception(
          count
              + " elements from "
              + index
              + " on are out of range: the array has "
              + elements.length);
    }
    int from = (int) index - 1;
    return Arrays.copyOfRange(elements, from, Math.min(elements.length, from + count));
  }

  @Override
  public Object getArray() throws SQLException {
    return getArray(1, elements().length);
  }

  @Override
  public Object getArray(long index, int count) throws SQLException {
    Object[] slice = slice(index, count);
    Object[] shown = (Object[]) java.lang.reflect.Array.newInstance(type.javaClass(), slice.length);
    for (int i = 0; i < slice.length; i++) {
      shown[i] = Getters.shown(slice[i]);
    }
    return shown;
  }

  /** There are no user-defined types, which a map would name. */
  @Override
  public Object getArray(Map<String, Class<?>> map) throws SQLException {
    return getArray();
  }

  @Override
  public Object getArray(long index, int count, Map<String, Class<?>> map) throws SQLException {
    return getArray(index, count);
  }

  @Override
  public ResultSet getResultSet() throws SQLException {
    return getResultSet(1, elements().length);
  }

  @Override
  public ResultSet getResultSet(long index, int count) throws SQLException {
    Object[] slice = slice(index, count);
    List<List<Object>> numbered = new ArrayList<>();
    for (int i = 0; i < slice.length; i++) {
      numbered.add(Arrays.asList((int) index + i, SqlTimes.number(slice[i])));
    }
    ImmutableList<ColumnMetaData> columns =
        ImmutableList.of(
            MetaImpl.columnMetaData(
                "INDEX",
                0,
                ColumnMetaData.scalar(Types.INTEGER, "INTEGER", Rep.INTEGER),
                DatabaseMetaData.columnNullable),
            MetaImpl.columnMetaData("VALUE", 1, elementType(), DatabaseMetaData.columnNullable));
    return rows.of(columns, numbered);
  }

  @Override
  public ResultSet getResultSet(Map<String, Class<?>> map) throws SQLException {
    return getResultSet();
  }

  @Override
  public ResultSet getResultSet(long index, int count, Map<String, Class<?>> map)
      throws SQLException {
    return getResultSet(index, count);
  }

  private ColumnMetaData.AvaticaType elementType() {
    if (type.isNumber()) {
      return ColumnMetaData.scalar(type.id(), type.name(), Rep.NUMBER);
    }
    return switch (type.id()) {
      case Types.CHAR, Types.VARCHAR ->
          ColumnMetaData.scalar(Types.VARCHAR, type.name(), Rep.STRING);
      case Types.BOOLEAN -> ColumnMetaData.scalar(type.id(), type.name(), Rep.BOOLEAN);
      case Types.DATE, Types.TIME, Types.TIMESTAMP ->
          ColumnMetaData.scalar(type.id(), type.name(), Rep.NUMBER);
      default -> ColumnMetaData.scalar(Types.JAVA_OBJECT, type.name(), Rep.OBJECT);
    };
  }

  @Override
  public void free() {
    elements = null;
  }

  @Override
  public String toString() {
    return text;
  }
}
