package io.github.bedrocksql.jdbc;

import com.google.common.collect.ImmutableList;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.TimeZone;
import org.apache.calcite.avatica.AvaticaResultSet;
import org.apache.calcite.avatica.AvaticaResultSetMetaData;
import org.apache.calcite.avatica.ColumnMetaData;
import org.apache.calcite.avatica.Meta;
import org.apache.calcite.avatica.QueryState;
import org.apache.calcite.avatica.util.ListIteratorCursor;

/** Calcite's rows that come from no query. */
final class MemoryRows {
  private MemoryRows() {}

  /** Rows of values as Calcite has them: times as numbers. */
  static ResultSet of(List<ColumnMetaData> columns, List<List<Object>> rows) throws SQLException {
    Meta.Signature signature =
        Meta.Signature.create(
            columns, "", ImmutableList.of(), Meta.CursorFactory.LIST, Meta.StatementType.SELECT);
    return new AvaticaResultSet(
            null,
            new QueryState(""),
            signature,
            new AvaticaResultSetMetaData(null, null, signature),
            TimeZone.getTimeZone("UTC"),
            Meta.Frame.EMPTY)
        .execute2(new ListIteratorCursor(rows.iterator()), columns);
  }

  /** No row, and no column. */
  static ResultSet none() throws SQLException {
    return of(ImmutableList.of(), ImmutableList.of());
  }
}
