package io.github.bedrocksql.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The driver's version, as the build wrote it into the jar. */
record DriverVersions(String text, int major, int minor) {
  static final DriverVersions CURRENT = read();

  private static DriverVersions read() {
    try (InputStream in = DriverVersions.class.getResourceAsStream("driver.properties")) {
      Properties properties = new Properties();
      properties.load(in);
      String text = properties.getProperty("version");
      String[] parts = text.split("[.-]", 3);
      return new DriverVersions(text, Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
