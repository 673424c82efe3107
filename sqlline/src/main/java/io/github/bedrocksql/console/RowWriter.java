package io.github.bedrocksql.console;

import java.io.IOException;
import java.util.List;

/**
 * Writes one result: {@link #begin} once, {@link #row} for each row, {@link #end} once if all rows
 * were read.
 *
 * <p>A value is null, a String, a Number, a Boolean or a List of these. A result that fails half
 * way gets no {@code end}: what was written must not look complete.
 */
interface RowWriter {
  void begin(List<Column> columns) throws IOException;

  void row(List<?> values) throws IOException;

  void end() throws IOException;

  /** Instead of {@link #end} where not all rows could be read: what comes next starts a line. */
  default void abandon() throws IOException {}
}
