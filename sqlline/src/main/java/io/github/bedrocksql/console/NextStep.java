package io.github.bedrocksql.console;

import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What somebody at the console can do about a failure, beyond what the driver says of it. */
final class NextStep {
  /** What bin/bedrock-sql hands on to Java. */
  static final String JAVA_OPTIONS = "BEDROCK_SQL_JAVA_OPTS";

  private static final String OUT_OF_MEMORY = "53200";
  private static final String ACCESS_DENIED = "42501";
  private static final Pattern ACTION = Pattern.compile("\\b(?:bedrock|sts):[A-Z]\\w+");
  private static final String MORE_MEMORY =
      "stream the rows with --format csv, or start the console with more heap: "
          + JAVA_OPTIONS
          + "=-Xmx4g";

  private NextStep() {}

  /**
   * Returns the failure as it is shown: what the JVM throws in the console's own code, too, is told
   * by an SQLState and by what helps.
   */
  static Throwable shown(Throwable failure) {
    if (failure instanceof OutOfMemoryError) {
      return new SQLException(
          "The console ran out of memory. Add a LIMIT or a condition, " + MORE_MEMORY,
          OUT_OF_MEMORY,
          failure);
    }
    return failure;
  }

  /** Returns a line to print after a failure of the driver's. */
  static Optional<String> after(Throwable failure) {
    if (!(failure instanceof SQLException sql) || sql.getSQLState() == null) {
      return Optional.empty();
    }
    return switch (sql.getSQLState()) {
      case OUT_OF_MEMORY -> Optional.of("In the console: " + MORE_MEMORY);
      case ACCESS_DENIED -> statement(String.valueOf(sql.getMessage()));
      default -> Optional.empty();
    };
  }

  /** The part of a policy that allows the action that a message names. */
  private static Optional<String> statement(String message) {
    Matcher action = ACTION.matcher(message);
    return action.find()
        ? Optional.of(
            "Add to the policy of the user or role: {\"Effect\": \"Allow\", \"Action\": \""
                + action.group()
                + "\", \"Resource\": \"*\"}")
        : Optional.empty();
  }
}
