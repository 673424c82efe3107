package io.github.bedrocksql.console;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.WCWidth;

/** Text on its way to a terminal: what it must not contain, and how wide it is. */
final class TerminalText {
  private static final String BREAKS = " ,;:/-_.";

  private TerminalText() {}

  /** A value as people read it, harmless, a line of it each; there is one at least. */
  static List<String> lines(Object value) {
    if (value == null) {
      return List.of("NULL");
    }
    String text = plain(value);
    if (text.indexOf('\n') < 0) {
      return List.of(visible(text));
    }
    List<String> lines = text.stripTrailing().lines().map(TerminalText::visible).toList();
    return lines.isEmpty() ? List.of("") : lines;
  }

  /** A value as text, exactly. */
  static String plain(Object value) {
    if (value instanceof BigDecimal decimal) {
      return decimal.toPlainString();
    }
    if (value instanceof List<?> list) {
      return JsonWriter.json(list);
    }
    return value.toString();
  }

  /**
   * Shows control characters instead of sending them: a job's name must not be able to clear the
   * screen, retitle the window or reverse the direction of the text around it.
   */
  static String visible(String text) {
    if (text.codePoints().noneMatch(TerminalText::isUnsafe)) {
      return text;
    }
    StringBuilder shown = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(c -> appendVisible(shown, c));
    return shown.toString();
  }

  /** The terminal columns that a text without control characters takes. */
  static int width(String text) {
    return text.codePoints().map(c -> Math.max(0, WCWidth.wcwidth(c))).sum();
  }

  /** Returns a line as lines of a width at most, broken behind a blank or a sign if one is near. */
  static List<String> wrapped(String line, int width) {
    if (width(line) <= width) {
      return List.of(line);
    }
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (start < line.length()) {
      int end = end(line, start, width);
      lines.add(line.substring(start, end).stripTrailing());
      start = end;
      while (start < line.length() && line.charAt(start) == ' ') {
        start++;
      }
    }
    return lines;
  }

  /** Returns a line that is not wider than that, with a sign where its rest was. */
  static String shortened(String line, int width) {
    return width(line) <= width ? line : line.substring(0, reach(line, 0, width - 1)) + "…";
  }

  /** How far a line that starts there gets; one character at least. */
  private static int reach(String line, int start, int width) {
    int end = start;
    int taken = 0;
    while (end < line.length()) {
      int c = line.codePointAt(end);
      taken += Math.max(0, WCWidth.wcwidth(c));
      if (taken > width && end > start) {
        break;
      }
      end += Character.charCount(c);
    }
    return end;
  }

  /** Where a line that starts there ends: at its width, or at a sign in its last third. */
  private static int end(String line, int start, int width) {
    int end = reach(line, start, width);
    if (end == line.length()) {
      return end;
    }
    for (int i = end; i > start + (end - start) * 2 / 3; i--) {
      if (BREAKS.indexOf(line.charAt(i - 1)) >= 0) {
        return i;
      }
    }
    return end;
  }

  /** Whether a terminal would obey a character, or can't show it. */
  static boolean isUnsafe(int c) {
    return Character.isISOControl(c)
        || c == 0x2028
        || c == 0x2029
        || (c >= 0x202a && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069)
        || Character.getType(c) == Character.SURROGATE;
  }

  private static void appendVisible(StringBuilder shown, int c) {
    switch (c) {
      case '\n' -> shown.append("\\n");
      case '\r' -> shown.append("\\r");
      case '\t' -> shown.append("\\t");
      default -> {
        if (!isUnsafe(c)) {
          shown.appendCodePoint(c);
        } else {
          shown.append(c < 0x100 ? String.format("\\x%02x", c) : String.format("\\u%04x", c));
        }
      }
    }
  }
}
