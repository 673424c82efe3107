package io.github.bedrocksql.adapter.execute;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.config.Target;
import io.github.bedrocksql.adapter.error.SqlState;
import io.github.bedrocksql.adapter.table.TableDefinition;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of several lists: one that has moved from a list to the next meanwhile is given once.
 * Where the lists alone tell a column, one that is in two of them is in each, whatever was asked.
 */
final class DistinctRows implements Rows {
  private final Rows rows;
  private final TableDefinition table;
  private final Target target;
  private final ImmutableList<Integer> told;
  private final Map<Object, Object> given = new HashMap<>();

  DistinctRows(Rows rows, TableDefinition table, Target target) {
    this.rows = rows;
    this.table = table;
    this.target = target;
    this.told =
        table.capability().equal().keySet().stream()
            .filter(table.capability()::isTold)
            .collect(ImmutableList.toImmutableList());
  }

  /** Throws 08P01 if the server does not heed a parameter that alone tells a column. */
  @Override
  public Row next() throws SQLException {
    Row row = rows.next();
    while (row != null && isGiven(row)) {
      row = rows.next();
    }
    return row;
  }

  private boolean isGiven(Row row) throws SQLException {
    List<Object> values = values(row, told);
    Object before = given.putIfAbsent(values(row, table.primaryKey()), values);
    if (before != null && !before.equals(values)) {
      throw unheeded();
    }
    return before != null;
  }

  private static List<Object> values(Row row, List<Integer> columns) {
    return columns.stream().map(row::value).toList();
  }

  private SQLException unheeded() {
    String parameters =
        told.stream()
            .map(column -> table.capability().equal().get(column).parameter())
            .collect(joining(", "));
    String columns = told.stream().map(table.columnNames()::get).collect(joining(", "));
    return SqlState.PROTOCOL_VIOLATION.exception(
        "%s in %s returned the same row for different values of %s, so %s.%s is not known"
            .formatted(table.list().name(), target.region(), parameters, table.name(), columns),
        null);
  }
}
