package io.github.bedrocksql.differential;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Values in one form, whichever class a driver gives them. */
final class Normal {
  private Normal() {}

  /** Reads a TIMESTAMP as its date and time in UTC. */
  interface Times {
    LocalDateTime read(ResultSet row, int column, int number) throws SQLException;
  }

  /** Returns the rows of a query. */
  static List<List<Object>> rows(PreparedStatement statement, Times times) throws SQLException {
    try (ResultSet result = statement.executeQuery()) {
      int columns = result.getMetaData().getColumnCount();
      ImmutableList.Builder<List<Object>> rows = ImmutableList.builder();
      int number = 0;
      while (result.next()) {
        List<Object> row = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          boolean time = result.getMetaData().getColumnType(i) == Types.TIMESTAMP;
          row.add(time ? times.read(result, i, number + i) : of(result.getObject(i)));
        }
        rows.add(Collections.unmodifiableList(row));
        number++;
      }
      return rows.build();
    }
  }

  private static Object of(Object value) {
    if (value instanceof Number number) {
      BigDecimal plain = new BigDecimal(number.toString());
      return plain.signum() == 0 ? BigDecimal.ZERO : plain.stripTrailingZeros();
    }
    return value instanceof Date date ? date.toLocalDate() : value;
  }
}
