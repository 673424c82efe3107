package io.github.bedrocksql.differential;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.differential.Column.ColumnType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A column or an expression.
 *
 * @param column its type, whether it can be null, and whose values to compare it with
 */
record Term(Fragment sql, Column column) {
  ColumnType type() {
    return column.type();
  }

  String kind() {
    return column.kind();
  }

  /** Returns an expression over this one that has values alike. */
  Term as(Fragment expression) {
    return new Term(expression, column);
  }

  /** Returns an expression over this one that has other values. */
  Term as(Fragment expression, ColumnType type) {
    return new Term(expression, new Column(column.name(), type, column.nullable(), kindOf(type)));
  }

  /** Returns a kind of columns whose values are of a type. */
  static String kindOf(ColumnType type) {
    return switch (type) {
      case TEXT -> "job_name";
      case TIME -> "creation_time";
      case LONG -> "duration_seconds";
      case DOUBLE -> "training_metrics_training_loss";
      case BOOL -> "instruct_supported";
    };
  }

  /** Returns each once: sorting by what is selected twice is ambiguous to some. */
  static ImmutableList<Term> distinct(List<Term> terms) {
    Map<String, Term> distinct = new LinkedHashMap<>();
    terms.forEach(term -> distinct.putIfAbsent(term.sql().bedrock(), term));
    return ImmutableList.copyOf(distinct.values());
  }
}
