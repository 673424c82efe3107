package io.github.bedrocksql.adapter.scan;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.calcite.DataContext;
import org.apache.calcite.rex.RexNode;

/**
 * An expression whose value is told without code made of it. There is one only of what has the same
 * value whoever evaluates it: columns compared with literals and parameters, in any combination.
 */
@FunctionalInterface
public interface Interpreted {
  /**
   * Returns the value as Calcite's code has it, null for SQL's.
   *
   * @param context has the parameters
   * @param row a row of the table; null where no column is read
   */
  Object value(DataContext context, Object[] row);

  /** Returns the same as an expression of a table's row; empty if code must be made of it. */
  static Optional<Interpreted> of(RexNode expression) {
    return Optional.ofNullable(expression.accept(new Interpreter()));
  }

  /**
   * Returns what tells whether all conditions hold; empty if code must be made of one.
   *
   * @param conditions over a table's row
   */
  static Optional<Condition> all(List<RexNode> conditions) {
    List<Optional<Interpreted>> parts = conditions.stream().map(Interpreted::of).toList();
    return parts.stream().allMatch(Optional::isPresent)
        ? Optional.of(new Condition(parts.stream().map(Optional::orElseThrow).toList()))
        : Optional.empty();
  }

  /**
   * Conditions all of which must hold.
   *
   * @param parts their values are truths
   */
  record Condition(List<Interpreted> parts) {
    /** Returns whether there is nothing to check. */
    public boolean isEmpty() {
      return parts.isEmpty();
    }

    /** Returns what checks rows in an execution. */
    public Predicate<Object[]> in(DataContext context) {
      return row -> parts.stream().allMatch(part -> Boolean.TRUE.equals(part.value(context, row)));
    }
  }
}
