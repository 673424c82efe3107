package io.github.bedrocksql.jdbc;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.runtime.ObjectMethods;

/** Makes the driver's classes ready to be unloaded, once it is deregistered. */
final class Unloading {
  private Unloading() {}

  /**
   * Has the JDK forget the records that it last made methods for, which may be ours: up to JDK 17
   * it keeps their classes and those of their components until there are others (JDK-8078641).
   */
  static void prepare() {
    make("equals", MethodType.methodType(boolean.class, String.class, Object.class));
    make("hashCode", MethodType.methodType(int.class, String.class));
    make("toString", MethodType.methodType(String.class, String.class));
  }

  /** As if String were a record of one String: the JDK may keep that. */
  private static void make(String method, MethodType type) {
    MethodHandle component = MethodHandles.identity(String.class);
    try {
      ObjectMethods.bootstrap(
          MethodHandles.lookup(), method, type, String.class, "value", component);
    } catch (Throwable e) {
      throw new IllegalStateException("The JDK can't make " + method, e);
    }
  }
}
