package io.github.bedrocksql.console;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A plan as people read it: the API calls first, then what is done with the rows, as a tree. */
record PlanTree(List<Node> nodes) {
  private static final Pattern LINE = Pattern.compile("( *)(\\w+)(?:\\((.*)\\))?");
  private static final Pattern ATTRIBUTE = Pattern.compile("([\\w#.]+)=\\[");

  /**
   * An operator.
   *
   * @param depth how many stand above it
   * @param name without where it comes from
   * @param attributes in their order, each {@code name=value}
   */
  record Node(int depth, String name, List<String[]> attributes) {
    Optional<String> attribute(String wanted) {
      return attributes.stream().filter(a -> a[0].equals(wanted)).map(a -> a[1]).findFirst();
    }

    String table() {
      String path = attribute("table").orElse("").replaceAll("[\\[\\]]", "");
      return path.substring(path.lastIndexOf(' ') + 1);
    }

    String title() {
      StringBuilder title = new StringBuilder(name);
      attribute("table").ifPresent(path -> title.append(' ').append(table()));
      for (String[] attribute : attributes) {
        if (!List.of("table", "calls", "estimate").contains(attribute[0])) {
          title.append("  ").append(attribute[0]).append(": ").append(bare(attribute[1]));
        }
      }
      return title.toString();
    }

    private static String bare(String value) {
      return value.startsWith("[") && value.endsWith("]")
          ? value.substring(1, value.length() - 1)
          : value;
    }
  }

  PlanTree {
    nodes = List.copyOf(nodes);
  }

  /** Reads a plan. */
  static PlanTree of(String plan) {
    List<Node> nodes = new ArrayList<>();
    for (String line : plan.lines().toList()) {
      Matcher matcher = LINE.matcher(line);
      if (matcher.matches()) {
        String name = matcher.group(2).replaceFirst("^(?:Bedrock)?Enumerable", "");
        List<String[]> attributes =
            matcher.group(3) == null ? List.of() : attributes(matcher.group(3));
        nodes.add(new Node(matcher.group(1).length() / 2, name, attributes));
      }
    }
    return new PlanTree(nodes);
  }

  /** Values have brackets in them, balanced. */
  private static List<String[]> attributes(String text) {
    List<String[]> attributes = new ArrayList<>();
    Matcher start = ATTRIBUTE.matcher(text);
    int at = 0;
    while (start.find(at)) {
      int depth = 1;
      int end = start.end();
      while (end < text.length() && depth > 0) {
        char c = text.charAt(end++);
        depth += c == '[' ? 1 : c == ']' ? -1 : 0;
      }
      attributes.add(
          new String[] {start.group(1), text.substring(start.end(), end - (depth == 0 ? 1 : 0))});
      at = end;
    }
    return attributes;
  }

  /** Returns the lines. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("API calls");
    List<Node> scans = nodes.stream().filter(node -> node.attribute("calls").isPresent()).toList();
    if (scans.isEmpty()) {
      lines.add("  none");
    }
    for (Node scan : scans) {
      lines.add("  " + scan.table() + ": " + scan.attribute("calls").orElseThrow());
      scan.attribute("estimate").ifPresent(estimate -> lines.add("    about " + estimate));
    }
    lines.add("Plan");
    addTree(lines);
    return lines;
  }

  private void addTree(List<String> lines) {
    Deque<Boolean> last = new ArrayDeque<>();
    for (int i = 0; i < nodes.size(); i++) {
      Node node = nodes.get(i);
      while (last.size() > node.depth()) {
        last.removeLast();
      }
      last.addLast(isLast(i));
      StringBuilder line = new StringBuilder("  ");
      int level = 0;
      for (boolean end : last) {
        if (level > 0) {
          boolean own = level == node.depth();
          line.append(own ? (end ? "└─ " : "├─ ") : (end ? "   " : "│  "));
        }
        level++;
      }
      lines.add(line.append(node.title()).toString());
    }
  }

  private boolean isLast(int index) {
    for (int i = index + 1;
        i < nodes.size() && nodes.get(i).depth() >= nodes.get(index).depth();
        i++) {
      if (nodes.get(i).depth() == nodes.get(index).depth()) {
        return false;
      }
    }
    return true;
  }
}
