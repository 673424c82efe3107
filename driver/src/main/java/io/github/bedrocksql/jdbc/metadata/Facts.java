package io.github.bedrocksql.jdbc.metadata;

import io.github.bedrocksql.adapter.error.SqlState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Properties;

/**
 * What DatabaseMetaData answers in one word, whatever it is asked with: the lines of {@code
 * database.properties}, by the method's name. A test tries what a line says wherever it can be
 * tried.
 */
public final class Facts implements InvocationHandler {
  private static final Properties FACTS = read();

  private Facts() {}

  /** Returns metadata that answers from the facts; a method without one is not supported, 0A000. */
  public static DatabaseMetaData metaData() {
    return (DatabaseMetaData)
        Proxy.newProxyInstance(
            Facts.class.getClassLoader(), new Class<?>[] {DatabaseMetaData.class}, new Facts());
  }

  private static Properties read() {
    try (InputStream in = Facts.class.getResourceAsStream("database.properties")) {
      Properties facts = new Properties();
      facts.load(in);
      return facts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws SQLException {
    String fact = FACTS.getProperty(method.getName());
    if (fact == null) {
      throw SqlState.NOT_SUPPORTED.exception(method.getName() + " is not supported");
    }
    Class<?> type = method.getReturnType();
    if (type == boolean.class) {
      return Boolean.valueOf(fact);
    }
    if (type == int.class) {
      return Integer.valueOf(fact);
    }
    return type == long.class ? (Object) Long.valueOf(fact) : fact;
  }
}
