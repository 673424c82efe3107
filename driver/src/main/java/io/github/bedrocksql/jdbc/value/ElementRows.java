package io.github.bedrocksql.jdbc.value;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.apache.calcite.avatica.ColumnMetaData;

/**
 * Makes an array's elements rows: a result set is not a value, so whoever reads arrays brings it.
 */
@FunctionalInterface
public interface ElementRows {
  /** Returns the rows as users see them; the values are Calcite's, times as numbers. */
  ResultSet of(List<ColumnMetaData> columns, List<List<Object>> rows) throws SQLException;
}
