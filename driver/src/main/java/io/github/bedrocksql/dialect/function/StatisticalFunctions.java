package io.github.bedrocksql.dialect.function;

import com.google.common.collect.ImmutableSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.fun.SqlBasicAggFunction;
import org.apache.calcite.sql.type.OperandTypes;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.type.SqlOperandTypeChecker;
import org.apache.calcite.sql.type.SqlTypeTransforms;
import org.apache.calcite.sql.util.SqlOperatorTables;

/**
 * Aggregates of one number and of two. Calcite knows the names of some only, and makes sums of
 * squares of the others, in which large numbers differ by nothing.
 */
public final class StatisticalFunctions {
  private static final Set<String> OF_ONE =
      ImmutableSet.of("STDDEV", "STDDEV_POP", "STDDEV_SAMP", "VARIANCE", "VAR_POP", "VAR_SAMP");

  private static final Set<String> OF_TWO =
      ImmutableSet.of(
          "CORR",
          "COVAR_POP",
          "COVAR_SAMP",
          "REGR_AVGX",
          "REGR_AVGY",
          "REGR_INTERCEPT",
          "REGR_R2",
          "REGR_SLOPE",
          "REGR_SXX",
          "REGR_SXY",
          "REGR_SYY");

  public static final SqlOperatorTable TABLE =
      SqlOperatorTables.of(
          Stream.concat(
                  OF_ONE.stream().map(name -> of(name, OperandTypes.NUMERIC)),
                  OF_TWO.stream().map(name -> of(name, OperandTypes.NUMERIC_NUMERIC)))
              .toList());

  private StatisticalFunctions() {}

  /** Whether a function is one of these, or Calcite's of the same name. */
  public static boolean include(SqlOperator function) {
    String name = function.getName().toUpperCase(Locale.ROOT);
    return OF_ONE.contains(name) || OF_TWO.contains(name);
  }

  private static SqlAggFunction of(String name, SqlOperandTypeChecker operands) {
    return SqlBasicAggFunction.create(
        name,
        SqlKind.OTHER_FUNCTION,
        ReturnTypes.DOUBLE.andThen(SqlTypeTransforms.FORCE_NULLABLE),
        operands);
  }
}
