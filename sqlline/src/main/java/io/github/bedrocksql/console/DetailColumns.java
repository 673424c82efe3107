package io.github.bedrocksql.console;

import java.io.IOException;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The columns of a table that only Get fills. */
final class DetailColumns {
  private static final Pattern HYDRATED = Pattern.compile("hydrates=\\[\\[([^]]*)]]");
  private static final Pattern NAME = Pattern.compile("[a-z_0-9]+");

  private DetailColumns() {}

  /** Returns them, as the plan of a query of all columns tells them; it makes no call. */
  static Set<String> of(Shell shell, String table) throws SQLException, IOException {
    if (!NAME.matcher(table).matches() || !isListed(table, shell.connection().getMetaData())) {
      return Set.of();
    }
    String plan =
        shell
            .runner()
            .run(
                shell.connection(),
                "EXPLAIN PLAN FOR SELECT * FROM \"" + table + '"',
                (statement, result, waiting) -> PlanText.read(result));
    Set<String> columns = new LinkedHashSet<>();
    Matcher hydrated = HYDRATED.matcher(plan);
    while (hydrated.find()) {
      columns.addAll(Set.of(hydrated.group(1).split(", ")));
    }
    return columns;
  }

  /** Returns whether a table's rows come of the API. */
  static boolean isListed(String table, DatabaseMetaData metaData) throws SQLException {
    try (ResultSet rows =
        metaData.getTables(null, null, table.replace("_", "\\_"), new String[] {"TABLE"})) {
      return rows.next();
    }
  }
}
