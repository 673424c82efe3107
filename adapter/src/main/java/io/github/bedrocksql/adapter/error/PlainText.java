package io.github.bedrocksql.adapter.error;

import java.util.regex.Pattern;

/**
 * Text of a server or of a user in a message. Messages end in terminals and logs: what they quote
 * must not move the cursor, start a line of its own or turn the words around it.
 */
public final class PlainText {
  /** C0, DEL and C1; the two line separators; what embeds or overrides a direction of writing. */
  private static final String UNSAFE = "\\x00-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069";

  private static final Pattern ANY = Pattern.compile("[" + UNSAFE + "]");

  /** With the blanks around them; written so that no text takes longer than its length. */
  private static final Pattern RUN =
      Pattern.compile("(?<! ) *+[" + UNSAFE + "][ " + UNSAFE + "]*+");

  private PlainText() {}

  /** Returns the text in one line, with a blank for each run of such characters. */
  public static String of(String text) {
    return RUN.matcher(text).replaceAll(" ").strip();
  }

  /** Returns whether a text has no such character. */
  public static boolean isPlain(String text) {
    return !ANY.matcher(text).find();
  }
}
