package io.github.bedrocksql.adapter.scan;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.access.Unbound;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.type.SqlTypeName;

/** The values that a scan needs of an execution, each once: expressions that read no row. */
final class RunTimeValues {
  private final Map<RexNode, Integer> numbers = new LinkedHashMap<>();

  /** Returns the number of a value, a new one if it is new. */
  int number(RexNode value) {
    return numbers.computeIfAbsent(value, v -> numbers.size());
  }

  ImmutableList<RexNode> expressions() {
    return ImmutableList.copyOf(numbers.keySet());
  }

  /** Returns what is known of the values before a statement runs. */
  static Object[] planned(ImmutableList<RexNode> expressions, Function<RexNode, String> text) {
    return expressions.stream().map(value -> planned(value, text)).toArray();
  }

  private static Object planned(RexNode value, Function<RexNode, String> text) {
    if (value instanceof RexLiteral literal) {
      if (literal.isNull()) {
        return null;
      }
      SqlTypeName type = literal.getTypeName();
      if (SqlTypeName.CHAR_TYPES.contains(type)) {
        return literal.getValueAs(String.class);
      }
      if (type == SqlTypeName.TIMESTAMP) {
        return literal.getValueAs(Long.class);
      }
      if (type == SqlTypeName.DATE) {
        return literal.getValueAs(Integer.class);
      }
      if (SqlTypeName.EXACT_TYPES.contains(type)) {
        return literal.getValueAs(Long.class);
      }
    }
    return new Unbound(text.apply(value));
  }
}
