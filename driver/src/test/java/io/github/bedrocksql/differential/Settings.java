package io.github.bedrocksql.differential;

import java.util.OptionalInt;

/** What a run is asked for by system properties. */
final class Settings {
  private static final long DEFAULT_SEED = 20_260_101;
  private static final int DEFAULT_QUERIES = 300;

  /** One seed for the JVM, a random one too. */
  static final long SEED = seed(System.getProperty("differential.seed"));

  static {
    System.out.println("Differential tests: -Ddifferential.seed=" + SEED);
  }

  private Settings() {}

  private static long seed(String property) {
    if (property == null || property.isBlank()) {
      return DEFAULT_SEED;
    }
    return property.equals("random") ? System.nanoTime() & 0x7FFF_FFFFL : Long.parseLong(property);
  }

  /** Returns how many queries a run of full length makes. */
  static int queries() {
    return Integer.getInteger("differential.queries", DEFAULT_QUERIES);
  }

  /** Returns the number of the only query to run. */
  static OptionalInt only() {
    Integer only = Integer.getInteger("differential.only");
    return only == null ? OptionalInt.empty() : OptionalInt.of(only);
  }
}
