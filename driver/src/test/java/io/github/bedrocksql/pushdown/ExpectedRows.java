package io.github.bedrocksql.pushdown;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * The rows of a result.
 *
 * @param count how many; -1 if that does not matter
 * @param ordered whether {@code values} are in order
 * @param values a row each, columns between bars; empty if only the count matters
 */
record ExpectedRows(int count, boolean ordered, ImmutableList<String> values) {
  private static final String IN_ORDER = " in order";

  static ExpectedRows parse(Directive directive) {
    boolean ordered = directive.argument().endsWith(IN_ORDER);
    String number =
        ordered
            ? directive.argument().substring(0, directive.argument().length() - IN_ORDER.length())
            : directive.argument();
    if (number.equals("any") && directive.block().isEmpty()) {
      return new ExpectedRows(-1, false, ImmutableList.of());
    }
    if (!number.matches("[0-9]{1,7}")) {
      throw directive.error("expected 'rows <count>', 'rows <count> in order' or 'rows any'");
    }
    int count = Integer.parseInt(number);
    if (!directive.block().isEmpty() && directive.block().size() != count) {
      throw directive.error(count + " rows are said and " + directive.block().size() + " shown");
    }
    if (ordered && directive.block().isEmpty()) {
      throw directive.error("rows in order must be shown");
    }
    return new ExpectedRows(count, ordered, directive.block());
  }

  /** Returns what is wrong with these rows, "" if nothing is. */
  String mismatch(List<String> actual) {
    if (count >= 0 && actual.size() != count) {
      return "expected " + count + " rows, got " + actual.size() + sample(actual);
    }
    boolean same = values.isEmpty() || arranged(values).equals(arranged(actual));
    return same ? "" : "expected rows\n  " + String.join("\n  ", values) + "\ngot" + sample(actual);
  }

  private List<String> arranged(List<String> rows) {
    return ordered ? rows : rows.stream().sorted().toList();
  }

  private static String sample(List<String> rows) {
    return rows.stream().limit(20).map(row -> "\n  " + row).reduce("", String::concat);
  }
}
