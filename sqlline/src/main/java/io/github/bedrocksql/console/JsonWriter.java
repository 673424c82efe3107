package io.github.bedrocksql.console;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One JSON array (RFC 8259) of an object for each row, a line each. */
final class JsonWriter implements RowWriter {
  private final Appendable out;
  private List<String> keys = List.of();
  private boolean started;

  JsonWriter(Appendable out) {
    this.out = out;
  }

  @Override
  public void begin(List<Column> columns) {
    // Objects with one name twice are read differently by different parsers: number the repeats.
    Set<String> taken = new HashSet<>();
    keys = columns.stream().map(column -> string(unused(column.label(), taken)) + ":").toList();
  }

  @Override
  public void row(List<?> values) throws IOException {
    out.append(started ? ",\n" : "[\n").append('{');
    started = true;
    for (int i = 0; i < keys.size(); i++) {
      out.append(i == 0 ? "" : ",").append(keys.get(i)).append(json(values.get(i)));
    }
    out.append('}');
  }

  @Override
  public void end() throws IOException {
    out.append(started ? "\n]\n" : "[]\n");
  }

  /** Leaves the array open, for it is not complete. */
  @Override
  public void abandon() throws IOException {
    if (started) {
      out.append('\n');
    }
  }

  static String json(Object value) {
    if (value == null || value instanceof Boolean) {
      return String.valueOf(value);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(JsonWriter::json).collect(Collectors.joining(",", "[", "]"));
    }
    // JSON has no NaN and no Infinity.
    boolean finite =
        !(value instanceof Double d && !Double.isFinite(d))
            && !(value instanceof Float f && !Float.isFinite(f));
    return value instanceof Number && finite ? value.toString() : string(value.toString());
  }

  private static String unused(String label, Set<String> taken) {
    String name = label;
    for (int n = 2; !taken.add(name); n++) {
      name = label + "_" + n;
    }
    return name;
  }

  private static String string(String text) {
    StringBuilder json = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      appendEscaped(json, text, i);
    }
    return json.append('"').toString();
  }

  private static void appendEscaped(StringBuilder json, String text, int index) {
    char c = text.charAt(index);
    switch (c) {
      case '"' -> json.append("\\\"");
      case '\\' -> json.append("\\\\");
      case '\n' -> json.append("\\n");
      case '\r' -> json.append("\\r");
      case '\t' -> json.append("\\t");
      default -> {
        // A lone surrogate has no UTF-8 form. What a terminal would obey means the same escaped.
        boolean unsafe = TerminalText.isUnsafe(c) && !Character.isSurrogate(c);
        if (unsafe || isLoneSurrogate(text, index)) {
          json.append(String.format("\\u%04x", (int) c));
        } else {
          json.append(c);
        }
      }
    }
  }

  private static boolean isLoneSurrogate(String text, int index) {
    char c = text.charAt(index);
    if (Character.isHighSurrogate(c)) {
      return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
    }
    return Character.isLowSurrogate(c)
        && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
  }
}
