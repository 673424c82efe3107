package io.github.bedrocksql.differential;

import java.sql.Connection;
import java.sql.SQLException;

/** The tables in PostgreSQL, as a person who knows it would create them. */
final class PostgresTables {
  private PostgresTables() {}

  /** A time is an instant, as ours are, and a list is JSON. */
  private static String type(Column column) {
    return switch (column.type()) {
      case TEXT -> column.name().endsWith("_ids") ? "jsonb" : "text";
      case TIME -> "timestamptz(3)";
      case LONG -> "bigint";
      case DOUBLE -> "double precision";
      case BOOL -> "boolean";
    };
  }

  static void load(Connection connection, ShownRows shown) throws SQLException {
    ReferenceTables.load(connection, shown, PostgresTables::type);
  }
}
