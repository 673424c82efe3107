package io.github.bedrocksql.console;

import io.github.bedrocksql.console.Command.Outcome;
import java.io.IOException;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Commands that show tables and columns. */
final class CatalogCommands {
  static final List<Command> ALL =
      List.of(
          Command.of(
              List.of("\\dt", "show tables", "!tables"),
              "",
              "the tables; so does \\d alone",
              (argument, shell) -> tables(shell)),
          Command.of(
              List.of("\\d", "describe", "desc", "!describe", "\\d+"),
              "TABLE",
              "its columns, and which operation fills them",
              CatalogCommands::describe));

  private CatalogCommands() {}

  private static Outcome tables(Shell shell) throws SQLException, IOException {
    List<List<String>> tables = new ArrayList<>();
    try (ResultSet rows = allTables(shell)) {
      while (rows.next()) {
        tables.add(List.of(rows.getString("TABLE_NAME"), rows.getString("REMARKS")));
      }
    }
    TextPage.table(shell.screen(), List.of("table", "remark"), tables);
    return Outcome.DONE;
  }

  private static ResultSet allTables(Shell shell) throws SQLException {
    return shell
        .connection()
        .getMetaData()
        .getTables(null, null, "%", new String[] {"TABLE", "SYSTEM TABLE", "VIEW"});
  }

  private static Outcome describe(String argument, Shell shell) throws SQLException, IOException {
    if (argument.isEmpty()) {
      return tables(shell);
    }
    String asked = argument.replace("\"", "");
    String table = asked.substring(asked.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    DatabaseMetaData metaData = shell.connection().getMetaData();
    List<List<String>> columns = new ArrayList<>();
    Map<String, String> keys = keys(metaData, table);
    Set<String> details = DetailColumns.of(shell, table);
    try (ResultSet rows = metaData.getColumns(null, null, table.replace("_", "\\_"), null)) {
      while (rows.next()) {
        String name = rows.getString("COLUMN_NAME");
        columns.add(
            List.of(
                name,
                rows.getString("TYPE_NAME"),
                keys.getOrDefault(name, ""),
                details.contains(name)
                    ? "Get"
                    : DetailColumns.isListed(table, metaData) ? "List" : "",
                rows.getString("REMARKS")));
      }
    }
    if (columns.isEmpty()) {
      shell.diagnostics().error("there is no table '" + asked + "'; \\dt lists the tables");
      return Outcome.FAILED;
    }
    TextPage.table(shell.screen(), List.of("column", "type", "key", "from", "remark"), columns);
    return Outcome.DONE;
  }

  private static Map<String, String> keys(DatabaseMetaData metaData, String table)
      throws SQLException {
    Map<String, String> keys = new HashMap<>();
    try (ResultSet rows = metaData.getImportedKeys(null, null, table)) {
      while (rows.next()) {
        keys.put(rows.getString("FKCOLUMN_NAME"), "to " + rows.getString("PKTABLE_NAME"));
      }
    }
    try (ResultSet rows = metaData.getPrimaryKeys(null, null, table)) {
      while (rows.next()) {
        keys.merge(rows.getString("COLUMN_NAME"), "primary", (to, primary) -> primary + ", " + to);
      }
    }
    return keys;
  }
}
