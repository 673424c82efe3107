package io.github.bedrocksql.jar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Driver;
import java.util.ServiceLoader;

/** The jar that users get, in a class loader that sees the JDK and nothing else. */
final class DriverJar implements AutoCloseable {
  /** Where the build has put it. */
  static final Path PATH = Path.of(System.getProperty("driver.jar"));

  private final URLClassLoader loader;

  private DriverJar(URLClassLoader loader) {
    this.loader = loader;
  }

  static DriverJar alone() {
    try {
      URL[] path = {PATH.toUri().toURL()};
      return new DriverJar(new URLClassLoader(path, ClassLoader.getPlatformClassLoader()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the one driver that the jar offers. */
  Driver driver() {
    return ServiceLoader.load(Driver.class, loader).findFirst().orElseThrow();
  }

  Class<?> load(String name) throws ClassNotFoundException {
    return loader.loadClass(name);
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }
}
