package io.github.bedrocksql.adapter.execute;

import com.google.common.primitives.Ints;
import io.github.bedrocksql.adapter.session.InFlightCalls;
import java.sql.SQLException;
import org.apache.calcite.linq4j.Enumerator;

/** The rows of a scan as Calcite reads them: offset, limit, and only the columns asked for. */
final class ScanCursor implements Enumerator<Object> {
  private final Rows rows;
  private final InFlightCalls calls;
  private final int[] projects;
  private long skip;
  private long left;
  private Object current;

  /** Reads nothing yet; {@code skip} rows are left out first. */
  ScanCursor(Rows rows, InFlightCalls calls, ScanRequest request, long skip) {
    this.rows = rows;
    this.calls = calls;
    this.projects = Ints.toArray(request.plan().projects());
    this.skip = skip;
    this.left = request.fetch();
  }

  @Override
  public Object current() {
    return current;
  }

  @Override
  public boolean moveNext() {
    try {
      return advance();
    } catch (SQLException | RuntimeException | Error e) {
      // When the first moveNext fails, Calcite never calls close: neither here nor beside.
      left = 0;
      throw Sneaky.rethrow(calls.fail(e));
    }
  }

  private boolean advance() throws SQLException {
    while (left > 0) {
      calls.checkRow(); // Rows that are there already need no wait, which would check.
      Row row = rows.next();
      if (row == null) {
        break;
      }
      if (skip > 0) {
        skip--;
        continue;
      }
      left--;
      current = project(row);
      return true;
    }
    close();
    return false;
  }

  /** A row of one column is the value itself: so Calcite lays out rows of one column. */
  private Object project(Row row) {
    if (projects.length == 1) {
      return row.value(projects[0]);
    }
    Object[] projected = new Object[projects.length];
    for (int i = 0; i < projects.length; i++) {
      projected[i] = row.value(projects[i]);
    }
    return projected;
  }

  @Override
  public void reset() {
    throw new UnsupportedOperationException("a scan can be read once");
  }

  @Override
  public void close() {
    left = 0;
    calls.close();
  }
}
