package io.github.bedrocksql.console;

/** The command line makes no sense; the message says why, in one line. */
final class UsageException extends Exception {
  private static final long serialVersionUID = 1;

  UsageException(String message) {
    super(message);
  }
}
