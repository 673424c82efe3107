package io.github.bedrocksql.jdbc.error;

import java.lang.ref.Reference;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.SQLClientInfoException;
import java.sql.Wrapper;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Lets nothing but SQLExceptions with a SQLState out of a JDBC object. Calcite throws unchecked
 * from many of the methods that JDBC declares, and a new release may do so from others: the guard
 * is on the interface, so that none is forgotten.
 */
public final class Guard implements InvocationHandler {
  private final Object guarded;
  private final Object others;

  private Guard(Object guarded, Object others) {
    this.guarded = guarded;
    this.others = others;
  }

  /** Returns {@code guarded} as users see it: of that type, and of the further ones. */
  public static <T> T of(Class<T> face, T guarded, Class<?>... further) {
    Set<Class<?>> faces = new LinkedHashSet<>(Arrays.asList(further));
    faces.add(face);
    return proxy(face, faces.toArray(new Class<?>[0]), new Guard(guarded, null));
  }

  /**
   * Returns an object whose methods are those that {@code guarded} declares, which need not have
   * the type, and for all others those of {@code others}.
   */
  public static <T> T over(Class<T> face, Object guarded, T others) {
    return proxy(face, new Class<?>[] {face}, new Guard(guarded, others));
  }

  private static <T> T proxy(Class<T> face, Class<?>[] faces, Guard guard) {
    return face.cast(Proxy.newProxyInstance(Guard.class.getClassLoader(), faces, guard));
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
      return call(method, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof SQLClientInfoException declared) {
        throw declared; // The only one that setClientInfo may throw.
      }
      throw SqlErrors.translate(e.getCause());
    } finally {
      // A statement that nobody holds is closed: not while it is executed.
      Reference.reachabilityFence(this);
    }
  }

  private Object call(Method method, Object[] arguments)
      throws InvocationTargetException, IllegalAccessException {
    if (method.getDeclaringClass().isInstance(guarded)) {
      return method.invoke(guarded, arguments);
    }
    for (Method declared : guarded.getClass().getDeclaredMethods()) {
      if (declared.getName().equals(method.getName())
          && Arrays.equals(declared.getParameterTypes(), method.getParameterTypes())) {
        declared.setAccessible(true);
        return declared.invoke(guarded, arguments);
      }
    }
    return method.invoke(others, arguments);
  }
}
