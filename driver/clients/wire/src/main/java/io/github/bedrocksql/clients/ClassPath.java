package io.github.bedrocksql.clients;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** What a client's class path holds. */
public final class ClassPath {
  private ClassPath() {}

  /**
   * Returns where the driver's class was loaded from.
   *
   * @throws ClassNotFoundException if there is no driver
   */
  public static Path ofDriver() throws ClassNotFoundException, URISyntaxException {
    return Path.of(
        Class.forName(Wire.DRIVER).getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  /** Returns whether a class can be found under this very name. */
  public static boolean holds(String className) {
    return ClassPath.class.getClassLoader().getResource(className.replace('.', '/') + ".class")
        != null;
  }
}
