package io.github.bedrocksql.console;

import java.io.Flushable;
import java.io.IOException;
import java.io.Writer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Consumer;

/** Prints results, the same rows in batch mode and in the interactive console. */
final class ResultPrinter {
  private static final int ROWS_BETWEEN_FLUSHES = 1000;

  private final Writer out;
  private final boolean toTerminal;
  private final Consumer<String> notes;

  /**
   * Makes a printer.
   *
   * @param out where rows go; flushed now and then, and at the end of a result
   * @param toTerminal whether {@code out} ends in a terminal
   * @param notes takes what there is to say beside the rows
   */
  ResultPrinter(Writer out, boolean toTerminal, Consumer<String> notes) {
    this.out = out;
    this.toTerminal = toTerminal;
    this.notes = notes;
  }

  /**
   * Prints a result and returns the number of its rows. A table that is wider than the screen is
   * printed with a line for each value: cutting it would lose data.
   */
  long print(ResultSet result, Format format, int screenWidth) throws SQLException, IOException {
    RowWriter rows =
        format == Format.TABLE && screenWidth < Integer.MAX_VALUE
            ? new FittingWriter(out, screenWidth, notes)
            : format.writer(out, toTerminal);
    return copy(result, rows, out);
  }

  /**
   * Writes a result and returns the number of its rows.
   *
   * @param out flushed now and then, and at the end
   */
  static long copy(ResultSet result, RowWriter rows, Flushable out)
      throws SQLException, IOException {
    ResultReader reader = new ResultReader(result);
    boolean complete = false;
    try {
      rows.begin(reader.columns());
      long count = 0;
      while (result.next()) {
        rows.row(reader.row());
        if (++count % ROWS_BETWEEN_FLUSHES == 0) {
          out.flush();
        }
      }
      rows.end();
      complete = true;
      return count;
    } finally {
      if (!complete) {
        rows.abandon();
      }
      out.flush();
    }
  }
}
