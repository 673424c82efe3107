package io.github.bedrocksql.jdbc;

import com.google.common.collect.ImmutableList;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.TimeZone;
import org.apache.calcite.avatica.AvaticaResultSet;
import org.apache.calcite.avatica.AvaticaResultSetMetaData;
import org.apache.calcite.avatica.AvaticaStatement;
import org.apache.calcite.avatica.ColumnMetaData;
import org.apache.calcite.avatica.Meta;
import org.apache.calcite.avatica.QueryState;
import org.apache.calcite.avatica.util.Cursor;
import org.apache.calcite.avatica.util.ListIteratorCursor;

/** Calcite's rows that come from no query. */
final class MemoryRows {
  private MemoryRows() {}

  /** Rows of values as Calcite has them: times as numbers. */
  static ResultSet of(List<ColumnMetaData> columns, List<List<Object>> rows) throws SQLException {
    return of(null, columns, Meta.CursorFactory.LIST, new ListIteratorCursor(rows.iterator()));
  }

  /**
   * Rows of a cursor.
   *
   * @param statement notified when they are closed; null for none
   * @param form of the cursor's rows
   */
  static ResultSet of(
      AvaticaStatement statement,
      List<ColumnMetaData> columns,
      Meta.CursorFactory form,
      Cursor cursor)
      throws SQLException {
    Meta.Signature signature =
        Meta.Signature.create(columns, "", ImmutableList.of(), form, Meta.StatementType.SELECT);
    return new AvaticaResultSet(
            statement,
            new QueryState(""),
            signature,
            new AvaticaResultSetMetaData(statement, null, signature),
            TimeZone.getTimeZone("UTC"),
            Meta.Frame.EMPTY)
        .execute2(cursor, columns);
  }

  /** No row, and no column. */
  static ResultSet none() throws SQLException {
    return of(ImmutableList.of(), ImmutableList.of());
  }
}
