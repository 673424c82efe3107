package io.github.bedrocksql.dialect;

import io.github.bedrocksql.dialect.function.ArrayFunctions;
import io.github.bedrocksql.dialect.function.DialectFunctions;
import io.github.bedrocksql.dialect.function.JsonFunctions;
import io.github.bedrocksql.dialect.function.PostgresFunctions;
import io.github.bedrocksql.dialect.function.RoundedNumbers;
import io.github.bedrocksql.dialect.function.StandardFunctions;
import io.github.bedrocksql.dialect.function.StatisticalFunctions;
import java.util.Properties;
import org.apache.calcite.config.CalciteConnectionConfig;
import org.apache.calcite.config.CalciteConnectionConfigImpl;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.util.SqlOperatorTables;
import org.apache.calcite.sql.validate.SqlConformance;
import org.apache.calcite.sql.validate.SqlDelegatingConformance;

/** What the dialect is set to: the same for every connection. */
public final class Dialect {
  /** Settings that have no property: Calcite reads them from a statement's context. */
  static final CalciteConnectionConfig CONFIG =
      new CalciteConnectionConfigImpl(properties()) {
        @Override
        public SqlConformance conformance() {
          return new SqlDelegatingConformance(super.conformance()) {
            /** A sum that overflows fails, else a wrong number would come out. */
            @Override
            public boolean checkedArithmetic() {
              return true;
            }
          };
        }
      };

  /** Every function there is. */
  static final SqlOperatorTable OPERATORS =
      SqlOperatorTables.chain(
          DialectFunctions.TABLE,
          PostgresFunctions.TABLE,
          JsonFunctions.TABLE,
          ArrayFunctions.TABLE,
          StatisticalFunctions.TABLE,
          SqlOperatorTables.of(RoundedNumbers.FUNCTIONS),
          StandardFunctions.of(CONFIG.fun(SqlOperatorTable.class, SqlStdOperatorTable.instance())));

  private Dialect() {}

  /** Returns the properties of Calcite's connection. */
  public static Properties properties() {
    Properties properties = new Properties();
    // TIMESTAMP is UTC whatever the JVM's zone.
    properties.setProperty("timeZone", "UTC");
    properties.setProperty("caseSensitive", "false");
    properties.setProperty("unquotedCasing", "UNCHANGED");
    properties.setProperty("quotedCasing", "UNCHANGED");
    properties.setProperty("quoting", "DOUBLE_QUOTE");
    // What people and tools write: GROUP BY 1 or an alias, LIMIT 1, 2, and the like. BABEL would
    // also take a column that is not grouped by, and show the value of any row.
    properties.setProperty("conformance", "LENIENT");
    properties.setProperty("fun", "standard,postgresql");
    // There are none; looking for them leaves an object in the thread that would keep Calcite's
    // classes when the driver goes.
    properties.setProperty("materializationsEnabled", "false");
    return properties;
  }
}
