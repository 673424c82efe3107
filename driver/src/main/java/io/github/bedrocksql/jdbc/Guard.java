package io.github.bedrocksql.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.SQLClientInfoException;
import java.sql.Wrapper;
import java.util.stream.Stream;

/**
 * Lets nothing but SQLExceptions with a SQLState out of a JDBC object. Calcite throws unchecked
 * from many of the methods that JDBC declares, and a new release may do so from others: the guard
 * is on the interface, so that none is forgotten.
 */
final class Guard implements InvocationHandler {
  private final Object guarded;

  private Guard(Object guarded) {
    this.guarded = guarded;
  }

  /** Returns {@code guarded} as users see it: of that type, and of the further ones. */
  static <T> T of(Class<T> face, T guarded, Class<?>... further) {
    Class<?>[] faces = Stream.concat(Stream.of(face), Stream.of(further)).toArray(Class<?>[]::new);
    return face.cast(
        Proxy.newProxyInstance(Guard.class.getClassLoader(), faces, new Guard(guarded)));
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    if (method.getDeclaringClass() == Object.class && method.getName().equals("equals")) {
      return proxy == arguments[0];
    }
    if (method.getDeclaringClass() == Wrapper.class
        && arguments[0] instanceof Class<?> wanted
        && wanted.isInstance(proxy)) {
      // What is inside would not be guarded.
      return method.getReturnType() == boolean.class ? true : proxy;
    }
    try {
      return method.invoke(guarded, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof SQLClientInfoException declared) {
        throw declared; // The only one that setClientInfo may throw.
      }
      throw SqlErrors.translate(e.getCause());
    }
  }
}
