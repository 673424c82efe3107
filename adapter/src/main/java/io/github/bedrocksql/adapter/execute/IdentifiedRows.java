package io.github.bedrocksql.adapter.execute;

import io.github.bedrocksql.adapter.table.Identifier;
import java.sql.SQLException;

/** Each row twice: first identified by its ARN, then by its name. */
final class IdentifiedRows implements Rows {
  private final Rows rows;
  private final Identifier keys;
  private Object[] named;

  private IdentifiedRows(Rows rows, Identifier keys) {
    this.rows = rows;
    this.keys = keys;
  }

  /** Returns the rows as a request wants them identified. */
  static Rows of(Rows rows, ScanRequest request) {
    return request.plan().bothIdentifiers()
        ? new IdentifiedRows(rows, request.table().identifier())
        : rows;
  }

  @Override
  public Object[] next() throws SQLException {
    if (named != null) {
      Object[] second = named;
      named = null;
      return second;
    }
    Object[] row = rows.next();
    if (row != null) {
      named = row.clone();
      int identifier = keys.identifierColumn().orElseThrow();
      named[identifier] = row[keys.otherColumn().orElseThrow()];
      row[identifier] = row[keys.arnColumn()];
    }
    return row;
  }
}
