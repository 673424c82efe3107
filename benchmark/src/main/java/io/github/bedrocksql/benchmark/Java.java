package io.github.bedrocksql.benchmark;

import java.nio.file.Path;

/** The Java that runs this. */
final class Java {
  static final String PATH = Path.of(System.getProperty("java.home"), "bin", "java").toString();
  static final String CLASS_PATH = System.getProperty("java.class.path");

  private Java() {}
}
