package io.github.bedrocksql.console;

/** A line of text, with what is not as it was in inverse video. */
final class Changes {
  private static final String INVERSE = "\u001b[7m";
  private static final String NORMAL = "\u001b[27m";

  private Changes() {}

  static String shown(String line, String before) {
    StringBuilder shown = new StringBuilder();
    boolean inverse = false;
    for (int i = 0; i < line.length(); i++) {
      boolean changed = i >= before.length() || line.charAt(i) != before.charAt(i);
      if (changed != inverse) {
        shown.append(changed ? INVERSE : NORMAL);
        inverse = changed;
      }
      shown.append(line.charAt(i));
    }
    return inverse ? shown.append(NORMAL).toString() : shown.toString();
  }
}
