package io.github.bedrocksql.jdbc.metadata;

import com.google.common.collect.ImmutableList;
import java.util.Collection;

/**
 * The rows of one metadata method.
 *
 * @param shape the columns
 * @param rows in the order that JDBC asks for; each as long as the shape, its values null or as the
 *     columns' types say
 */
public record Answer(Shape shape, ImmutableList<Object[]> rows) {
  /** Returns an answer without rows, for what this database does not have. */
  public static Answer none(Shape shape) {
    return new Answer(shape, ImmutableList.of());
  }

  static Answer of(Shape shape, Collection<Object[]> rows) {
    return new Answer(shape, ImmutableList.copyOf(rows));
  }
}
