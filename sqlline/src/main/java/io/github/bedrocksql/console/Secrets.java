package io.github.bedrocksql.console;

import java.util.regex.Pattern;

/** The secrets of a connection in a line of text. */
final class Secrets {
  private static final String ASSIGNMENT =
      "((?:secretAccessKey|sessionToken|bearerToken|\\w*password)\\s*=)";

  /** A property that is secret, or a command that takes user and password after a URL. */
  private static final Pattern TYPED =
      Pattern.compile(
          ASSIGNMENT + "|^\\s*!\\s*\\w+\\s+\\S*jdbc:\\S+\\s+\\S", Pattern.CASE_INSENSITIVE);

  /** A property of a URL, whose value ends with the next or with the line. */
  private static final Pattern OF_URL =
      Pattern.compile(ASSIGNMENT + "[^;\\n]*", Pattern.CASE_INSENSITIVE);

  private Secrets() {}

  /** Returns whether a line that was typed holds one. */
  static boolean areIn(String line) {
    return TYPED.matcher(line).find();
  }

  /** Returns a line with those of a URL in it masked. */
  static String masked(String line) {
    return line.contains("jdbc:") ? OF_URL.matcher(line).replaceAll("$1***") : line;
  }
}
