package io.github.bedrocksql.dialect.function;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.SqlSyntax;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.validate.SqlNameMatcher;

/** Calcite's operators, some of them replaced by this dialect's. */
public final class StandardFunctions {
  private StandardFunctions() {}

  /** Returns a table's operators, but for what this dialect has another of. */
  public static SqlOperatorTable of(SqlOperatorTable table) {
    List<SqlFunction> ours =
        List.of(
            new OtherRowFunction(SqlStdOperatorTable.LAG),
            new OtherRowFunction(SqlStdOperatorTable.LEAD),
            new OtherRowFunction(SqlStdOperatorTable.NTH_VALUE),
            IntervalAggregates.SUM,
            IntervalAggregates.AVG);
    return new SqlOperatorTable() {
      @Override
      public void lookupOperatorOverloads(
          SqlIdentifier name,
          SqlFunctionCategory category,
          SqlSyntax syntax,
          List<SqlOperator> overloads,
          SqlNameMatcher names) {
        List<SqlOperator> found = new ArrayList<>();
        table.lookupOperatorOverloads(name, category, syntax, found, names);
        found.stream()
            .filter(operator -> !StatisticalFunctions.include(operator))
            .forEach(operator -> overloads.add(replaced(operator)));
      }

      @Override
      public List<SqlOperator> getOperatorList() {
        return table.getOperatorList().stream()
            .filter(operator -> !StatisticalFunctions.include(operator))
            .map(this::replaced)
            .toList();
      }

      private SqlOperator replaced(SqlOperator operator) {
        return ours.stream()
            .filter(our -> our.getKind() == operator.getKind())
            .map(our -> (SqlOperator) our)
            .findFirst()
            .orElse(operator);
      }
    };
  }
}
