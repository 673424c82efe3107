package io.github.bedrocksql.differential;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Values in one form, whichever class a driver gives them. */
final class Normal {
  private Normal() {}

  /** Returns the rows of a query; its times are points in time seen in UTC. */
  static List<List<Object>> rows(PreparedStatement statement) throws SQLException {
    try (ResultSet result = statement.executeQuery()) {
      int columns = result.getMetaData().getColumnCount();
      ImmutableList.Builder<List<Object>> rows = ImmutableList.builder();
      while (result.next()) {
        List<Object> row = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          row.add(of(value(result, i)));
        }
        rows.add(Collections.unmodifiableList(row));
      }
      return rows.build();
    }
  }

  private static Object value(ResultSet result, int column) throws SQLException {
    boolean time = result.getMetaData().getColumnType(column) == Types.TIMESTAMP;
    boolean h2 = time && result.getClass().getName().startsWith("org.h2.");
    // H2 would turn a Timestamp to the JVM's zone.
    return h2 ? result.getObject(column, LocalDateTime.class) : result.getObject(column);
  }

  static Object of(Object value) {
    if (value instanceof Number number) {
      BigDecimal plain = new BigDecimal(number.toString());
      return plain.signum() == 0 ? BigDecimal.ZERO : plain.stripTrailingZeros();
    }
    if (value instanceof Date date) {
      return date.toLocalDate();
    }
    Instant instant = instant(value);
    return instant == null ? value : LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  /** Returns the point in time that a value is, else null. */
  static Instant instant(Object value) {
    if (value instanceof Timestamp time) {
      return time.toInstant();
    }
    if (value instanceof Instant time) {
      return time;
    }
    if (value instanceof OffsetDateTime time) {
      return time.toInstant();
    }
    if (value instanceof ZonedDateTime time) {
      return time.toInstant();
    }
    return value instanceof LocalDateTime time ? time.toInstant(ZoneOffset.UTC) : null;
  }
}
