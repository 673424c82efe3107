package io.github.bedrocksql.jar;

import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;

/**
 * With {@code -Ddriver.under.test=jar}, DriverManager gives connections of the self-contained jar
 * to tests that know nothing of it. Found by JUnit's service loader.
 */
public final class JarDriverExtension implements BeforeAllCallback {
  private static final Namespace NAMESPACE = Namespace.create(JarDriverExtension.class);
  private static final boolean JAR = "jar".equals(System.getProperty("driver.under.test"));

  /** The drivers as they are for the rest of the JVM; JUnit closes it at the end. */
  private record Registered(DriverJar jar) implements AutoCloseable {
    @Override
    public void close() throws Exception {
      jar.close();
    }
  }

  /** For the service loader. */
  public JarDriverExtension() {}

  @Override
  public void beforeAll(ExtensionContext context) {
    if (JAR) {
      context
          .getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
          .getOrComputeIfAbsent(Registered.class, key -> replaceDriver(), Registered.class);
    }
  }

  private static Registered replaceDriver() {
    try {
      List<Driver> drivers = DriverManager.drivers().toList();
      for (Driver driver : drivers) {
        if (driver.acceptsURL("jdbc:bedrock:")) {
          DriverManager.deregisterDriver(driver);
        }
      }
      DriverJar jar = DriverJar.alone();
      DriverManager.registerDriver(new ForwardingDriver(jar.driver()));
      return new Registered(jar);
    } catch (SQLException e) {
      throw new IllegalStateException("The jar's driver can't be registered", e);
    }
  }
}
