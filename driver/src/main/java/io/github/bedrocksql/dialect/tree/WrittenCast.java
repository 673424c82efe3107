package io.github.bedrocksql.dialect.tree;

import org.apache.calcite.avatica.util.TimeUnitRange;
import org.apache.calcite.sql.SqlBasicTypeNameSpec;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlLibraryOperators;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;

/** Casts in a parse tree, {@code CAST(x AS type)} and {@code x::type}. */
public final class WrittenCast {
  private WrittenCast() {}

  /** Returns a value cast to a type without a length. */
  public static SqlNode of(SqlNode value, SqlTypeName type) {
    SqlParserPos place = value.getParserPosition();
    return SqlStdOperatorTable.CAST.createCall(
        place, value, new SqlDataTypeSpec(new SqlBasicTypeNameSpec(type, place), place));
  }

  /** Returns {@code x::type} as CAST. */
  public static SqlCall standard(SqlCall cast) {
    return SqlStdOperatorTable.CAST.createCall(cast.getParserPosition(), cast.getOperandList());
  }

  /** Whether a node is a cast. */
  public static boolean is(SqlNode node) {
    return node instanceof SqlCall call
        && (call.getKind() == SqlKind.CAST
            || call.getOperator().equals(SqlLibraryOperators.INFIX_CAST))
        && call.operandCount() == 2;
  }

  /** Whether a node is {@code x::interval}, with no unit behind. */
  public static boolean isToInterval(SqlNode node) {
    return is(node)
        // It is what the parser makes of INTERVAL alone.
        && ((SqlCall) node).operand(1) instanceof SqlIntervalQualifier qualifier
        && qualifier.timeUnitRange == TimeUnitRange.SECOND
        && qualifier.getStartPrecisionPreservingDefault() < 0
        && qualifier.getFractionalSecondPrecisionPreservingDefault() < 0;
  }
}
