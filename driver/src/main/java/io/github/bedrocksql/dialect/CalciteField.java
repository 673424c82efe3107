package io.github.bedrocksql.dialect;

import java.lang.reflect.Field;

/** A field of Calcite's that no method of its class leads to. */
public final class CalciteField {
  private final Field field;

  private CalciteField(Field field) {
    this.field = field;
  }

  /**
   * Returns a field.
   *
   * @throws IllegalStateException if there is none: this Calcite is not the one that the driver was
   *     built with
   */
  public static CalciteField of(Class<?> type, String name) {
    try {
      Field field = type.getDeclaredField(name);
      field.setAccessible(true);
      return new CalciteField(field);
    } catch (NoSuchFieldException e) {
      throw otherCalcite(e);
    }
  }

  /** Returns the value in an object; {@code null} for a static field. */
  public Object get(Object object) {
    try {
      return field.get(object);
    } catch (IllegalAccessException e) {
      throw otherCalcite(e);
    }
  }

  /** Sets the value in an object. */
  public void set(Object object, Object value) {
    try {
      field.set(object, value);
    } catch (IllegalAccessException e) {
      throw otherCalcite(e);
    }
  }

  private static IllegalStateException otherCalcite(ReflectiveOperationException cause) {
    return new IllegalStateException(
        "The Calcite on the class path is not the one that the driver was built with", cause);
  }
}
