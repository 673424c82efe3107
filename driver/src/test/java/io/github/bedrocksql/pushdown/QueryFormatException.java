package io.github.bedrocksql.pushdown;

/** A mistake in a {@code .queries} file; the message begins with file and line. */
public final class QueryFormatException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  QueryFormatException(String place, String message) {
    super(place + ": " + message);
  }
}
