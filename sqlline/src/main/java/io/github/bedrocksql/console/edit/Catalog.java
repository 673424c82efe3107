package io.github.bedrocksql.console.edit;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The names of one connection, each read from its metadata when it is first asked for. */
public final class Catalog {
  /** Of statuses, a remark tells them: {@code How far the job is: InProgress or Failed}. */
  private static final Pattern VALUES =
      Pattern.compile(": ((?:[A-Z]\\w*(?:, | or |, or )?)+)(?:$|[;.])");

  private final DatabaseMetaData metaData;
  private final Map<String, Map<String, String>> columns = new HashMap<>();
  private Map<String, String> tables;
  private List<String> functions;

  private Catalog(DatabaseMetaData metaData) {
    this.metaData = metaData;
  }

  /** Returns the catalog of a connection. */
  public static Catalog of(Connection connection) throws SQLException {
    return new Catalog(connection.getMetaData());
  }

  /** Returns the tables by name, each with its remark. */
  Map<String, String> tables() throws SQLException {
    if (tables == null) {
      Map<String, String> read = new LinkedHashMap<>();
      try (ResultSet rows =
          metaData.getTables(null, null, "%", new String[] {"TABLE", "SYSTEM TABLE"})) {
        while (rows.next()) {
          read.put(rows.getString("TABLE_NAME"), rows.getString("REMARKS"));
        }
      }
      tables = read;
    }
    return tables;
  }

  /** Returns a table's columns by name, each with its remark; none if there is no such table. */
  Map<String, String> columns(String table) throws SQLException {
    String name = table.toLowerCase(Locale.ROOT);
    if (!columns.containsKey(name)) {
      Map<String, String> read = new LinkedHashMap<>();
      try (ResultSet rows = metaData.getColumns(null, null, name.replace("_", "\\_"), null)) {
        while (rows.next()) {
          read.put(rows.getString("COLUMN_NAME"), rows.getString("REMARKS"));
        }
      }
      columns.put(name, read);
    }
    return columns.get(name);
  }

  /** Returns the names of the functions, in lower case. */
  List<String> functions() throws SQLException {
    if (functions == null) {
      TreeSet<String> names = new TreeSet<>();
      try (ResultSet rows = metaData.getFunctions(null, null, "%")) {
        while (rows.next()) {
          names.add(rows.getString("FUNCTION_NAME").toLowerCase(Locale.ROOT));
        }
      }
      functions = new ArrayList<>(names);
    }
    return functions;
  }

  /** Returns the values that a column's remark says it can have; none if it says nothing. */
  List<String> values(String table, String column) throws SQLException {
    Matcher said = VALUES.matcher(columns(table).getOrDefault(column.toLowerCase(Locale.ROOT), ""));
    return said.find() ? Stream.of(said.group(1).split(", or |, | or ")).toList() : List.of();
  }
}
