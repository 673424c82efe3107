package io.github.bedrocksql.dialect.rewrite;

import com.google.common.collect.ImmutableSet;
import io.github.bedrocksql.adapter.error.SqlState;
import io.github.bedrocksql.dialect.function.PostgresFunctions;
import io.github.bedrocksql.dialect.time.AgeFunctions;
import io.github.bedrocksql.dialect.tree.CallName;
import io.github.bedrocksql.dialect.tree.LocatedError;
import io.github.bedrocksql.dialect.tree.WrittenCast;
import org.apache.calcite.avatica.util.TimeUnitRange;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * {@code age(a, b)}. It is a text here, so what PostgreSQL takes of it as an interval is taken of
 * its times.
 */
final class AgeForms {
  private static final String AGE = "AGE";

  private static final ImmutableSet<TimeUnitRange> WITH_FRACTION =
      ImmutableSet.of(TimeUnitRange.SECOND, TimeUnitRange.MILLISECOND, TimeUnitRange.EPOCH);

  private AgeForms() {}

  private static boolean isAge(SqlNode node) {
    return node instanceof SqlCall call && CallName.of(call).equals(AGE);
  }

  /** Returns the text; with one operand, of its time up to the start of today. */
  static SqlCall age(SqlCall call) {
    SqlParserPos place = call.getParserPosition();
    boolean today = call.operandCount() == 1;
    SqlNode to = today ? SqlStdOperatorTable.CURRENT_DATE.createCall(place) : call.operand(0);
    return PostgresFunctions.AGE.createCall(
        place,
        WrittenCast.of(to, SqlTypeName.TIMESTAMP),
        WrittenCast.of(call.operand(today ? 0 : 1), SqlTypeName.TIMESTAMP));
  }

  /** Returns {@code date_trunc(field, age(…))}; another call as it is. */
  static SqlNode truncated(SqlCall call) {
    if (!isAge(call.operand(1))) {
      return call;
    }
    SqlCall age = age(call.operand(1));
    return PostgresFunctions.TRUNCATED_AGE.createCall(
        call.getParserPosition(), call.operand(0), age.operand(0), age.operand(1));
  }

  /** Returns {@code extract(field from age(…))} of EXTRACT; another call as it is. */
  static SqlNode field(SqlNode node) {
    if (!(node instanceof SqlCall extract)
        || !isAge(extract.operand(1))
        || !(extract.operand(0) instanceof SqlIntervalQualifier field)) {
      return node;
    }
    TimeUnitRange unit = field.timeFrameName == null ? field.timeUnitRange : null;
    if (unit == null || !AgeFunctions.FIELDS.contains(unit)) {
      throw LocatedError.at(
          field,
          SqlState.NOT_SUPPORTED.exception(
              "An age has no field '" + (unit == null ? field.timeFrameName : unit) + "'"));
    }
    SqlParserPos place = extract.getParserPosition();
    SqlCall age = age(extract.operand(1));
    return (WITH_FRACTION.contains(unit)
            ? PostgresFunctions.FRACTION_OF_AGE
            : PostgresFunctions.FIELD_OF_AGE)
        .createCall(
            place, SqlLiteral.createCharString(unit.name(), place), age.operand(0), age.operand(1));
  }
}
