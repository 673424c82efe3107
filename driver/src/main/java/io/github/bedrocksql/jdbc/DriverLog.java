package io.github.bedrocksql.jdbc;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The loggers of the driver and of the libraries in its jar, all below one. They belong to the JVM:
 * a level set is every connection's.
 */
final class DriverLog {
  /**
   * The one above the others; held here, for java.util.logging forgets loggers that nobody holds.
   */
  static final Logger LOGGER = Logger.getLogger("io.github.bedrocksql");

  private static final ImmutableMap<String, Level> LEVELS =
      ImmutableMap.of(
          "OFF", Level.OFF,
          "ERROR", Level.SEVERE,
          "WARN", Level.WARNING,
          "INFO", Level.INFO,
          "DEBUG", Level.FINE,
          "TRACE", Level.FINEST);

  /** Those of the jar that would show what is sent, session tokens and signatures with it. */
  private static final ImmutableList<Logger> OF_SECRETS =
      ImmutableList.of(
          Logger.getLogger("io.github.bedrocksql.shaded.org.apache.hc.client5.http.headers"),
          Logger.getLogger("io.github.bedrocksql.shaded.org.apache.hc.client5.http.wire"),
          Logger.getLogger("io.github.bedrocksql.shaded.software.amazon.awssdk.auth"),
          Logger.getLogger("io.github.bedrocksql.shaded.software.amazon.awssdk.http.auth"),
          // Refusals as the server words them: AWS repeats what was to be signed.
          Logger.getLogger("io.github.bedrocksql.shaded.software.amazon.awssdk.request"),
          Logger.getLogger("io.github.bedrocksql.shaded.software.amazon.awssdk.retries"));

  static {
    // What goes wrong is in the SQLException, and a call that is cut off is a stack trace to the
    // SDK and everyday to us. An application that wants more has set a level already, or sets one.
    if (LOGGER.getLevel() == null) {
      LOGGER.setLevel(Level.OFF);
    }
    keepSecrets();
  }

  private DriverLog() {}

  /**
   * Lets a level of {@code logLevel} and those above it through. Never lowers one: a connection of
   * a pool must not silence what another was opened to tell.
   */
  static synchronized void raiseTo(String name) {
    Level wanted = LEVELS.get(name);
    if (wanted.intValue() < LOGGER.getLevel().intValue()) {
      LOGGER.setLevel(wanted);
    }
    keepSecrets();
  }

  /** Below INFO the loggers of secrets tell no more; one that an application has set stays so. */
  private static void keepSecrets() {
    if (LOGGER.getLevel().intValue() < Level.INFO.intValue()) {
      OF_SECRETS.stream()
          .filter(logger -> logger.getLevel() == null)
          .forEach(logger -> logger.setLevel(Level.INFO));
    }
  }
}
