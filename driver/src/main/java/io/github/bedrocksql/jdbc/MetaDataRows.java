package io.github.bedrocksql.jdbc;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.bedrocksql.jdbc.metadata.Answer;
import io.github.bedrocksql.jdbc.metadata.Shape;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.JDBCType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.apache.calcite.avatica.AvaticaStatement;
import org.apache.calcite.avatica.ColumnMetaData;
import org.apache.calcite.avatica.ColumnMetaData.Rep;
import org.apache.calcite.avatica.Meta;
import org.apache.calcite.avatica.MetaImpl;
import org.apache.calcite.avatica.util.ArrayIteratorCursor;

/** Makes a ResultSet of an answer of metadata: Avatica's, past the planner and its statements. */
final class MetaDataRows {
  private static final ImmutableMap<JDBCType, Rep> REPRESENTATIONS =
      ImmutableMap.of(
          JDBCType.VARCHAR, Rep.STRING,
          JDBCType.SMALLINT, Rep.SHORT,
          JDBCType.INTEGER, Rep.INTEGER,
          JDBCType.BIGINT, Rep.LONG,
          JDBCType.BOOLEAN, Rep.BOOLEAN);

  private MetaDataRows() {}

  /** Returns the rows; a statement of {@code calcite} is open until they are closed. */
  static ResultSet of(Connection calcite, Answer answer) throws SQLException {
    AvaticaStatement statement =
        CalciteConnections.statement(calcite).unwrap(AvaticaStatement.class);
    statement.closeOnCompletion();
    return MemoryRows.of(
        statement,
        columns(answer.shape()),
        Meta.CursorFactory.ARRAY,
        new ArrayIteratorCursor(answer.rows().iterator()));
  }

  private static List<ColumnMetaData> columns(Shape shape) {
    ImmutableList.Builder<ColumnMetaData> columns = ImmutableList.builder();
    for (int i = 0; i < shape.fields().size(); i++) {
      Shape.Field field = shape.fields().get(i);
      ColumnMetaData.AvaticaType type =
          ColumnMetaData.scalar(
              field.type().getVendorTypeNumber(),
              field.type().getName(),
              REPRESENTATIONS.get(field.type()));
      columns.add(
          MetaImpl.columnMetaData(
              field.label(),
              i,
              type,
              field.nullable() ? DatabaseMetaData.columnNullable : DatabaseMetaData.columnNoNulls));
    }
    return columns.build();
  }
}
