package io.github.bedrocksql.adapter.execute;

import io.github.bedrocksql.adapter.table.Identifier;
import java.sql.SQLException;

/** Each row twice: first identified by its ARN, then by its name. */
final class IdentifiedRows implements Rows {
  private final Rows rows;
  private final Identifier keys;
  private Row named;

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
  public Row next() throws SQLException {
    if (named != null) {
      Row second = named;
      named = null;
      return second;
    }
    Row row = rows.next();
    if (row != null) {
      named = row.copy();
      int identifier = keys.identifierColumn().orElseThrow();
      named.values()[identifier] = row.value(keys.otherColumn().orElseThrow());
      row.values()[identifier] = row.value(keys.arnColumn());
    }
    return row;
  }
}
