package io.github.bedrocksql.adapter.scan;

import io.github.bedrocksql.adapter.session.PlanPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.function.Predicate1;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;

/**
 * An expression whose value is told without code made of it. There is one only of what has the same
 * value whoever evaluates it: columns compared with literals and parameters and tested by them, in
 * any combination.
 */
@FunctionalInterface
public interface Interpreted {
  /** A method of Java takes no more code than some thousands are. */
  int MOST_AS_CODE = 500;

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

  /** Returns whether expressions may be too long to be code. */
  static boolean isLong(List<RexNode> expressions) {
    return RexUtil.nodeCount(expressions) > MOST_AS_CODE;
  }

  /**
   * Returns what gives the values of expressions that read no row; empty if code must be made of
   * one.
   */
  static Optional<Values> values(List<RexNode> expressions) {
    return each(expressions).map(Values::new);
  }

  private static Optional<List<Interpreted>> each(List<RexNode> expressions) {
    List<Interpreted> parts = new ArrayList<>(expressions.size());
    for (RexNode expression : expressions) {
      Optional<Interpreted> part = of(expression);
      if (part.isEmpty()) {
        return Optional.empty();
      }
      parts.add(part.get());
    }
    return Optional.of(parts);
  }

  /**
   * Returns what tells whether all conditions hold; empty if code must be made of one.
   *
   * @param conditions over a table's row
   */
  static Optional<Condition> all(List<RexNode> conditions) {
    return each(conditions).map(Condition::new);
  }

  /** Values that an execution has. */
  record Values(List<Interpreted> parts) implements PlanPart {
    /** Returns them, in their order. */
    public Object[] in(DataContext context) {
      Object[] values = new Object[parts.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = parts.get(i).value(context, null);
      }
      return values;
    }
  }

  /**
   * Conditions all of which must hold.
   *
   * @param parts their values are truths
   */
  record Condition(List<Interpreted> parts) implements PlanPart {
    /** Returns whether there is nothing to check. */
    public boolean isEmpty() {
      return parts.isEmpty();
    }

    /** Returns what checks rows in an execution. */
    public Predicate1<Object[]> in(DataContext context) {
      return row -> holds(context, row);
    }

    /** A stream for each row would take as long as a comparison. */
    private boolean holds(DataContext context, Object[] row) {
      for (Interpreted part : parts) {
        if (!Boolean.TRUE.equals(part.value(context, row))) {
          return false;
        }
      }
      return true;
    }
  }
}
