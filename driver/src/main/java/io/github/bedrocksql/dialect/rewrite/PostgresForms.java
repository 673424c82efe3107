package io.github.bedrocksql.dialect.rewrite;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.bedrocksql.dialect.function.Casts;
import io.github.bedrocksql.dialect.function.DateArithmetic;
import io.github.bedrocksql.dialect.function.DialectFunctions;
import io.github.bedrocksql.dialect.time.IntervalText;
import io.github.bedrocksql.dialect.tree.WrittenCast;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.apache.calcite.sql.SqlBasicTypeNameSpec;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlCollectionTypeNameSpec;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlTypeNameSpec;
import org.apache.calcite.sql.SqlUserDefinedTypeNameSpec;
import org.apache.calcite.sql.fun.SqlLibraryOperators;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;

/** What only PostgreSQL writes, as the trees that stand for the same in standard SQL. */
final class PostgresForms {
  private static final ImmutableMap<String, SqlTypeName> TYPES =
      ImmutableMap.<String, SqlTypeName>builder()
          .put("TEXT", SqlTypeName.VARCHAR)
          .put("JSON", SqlTypeName.VARCHAR)
          .put("JSONB", SqlTypeName.VARCHAR)
          .put("BPCHAR", SqlTypeName.VARCHAR)
          .put("NAME", SqlTypeName.VARCHAR)
          .put("INT2", SqlTypeName.SMALLINT)
          .put("INT4", SqlTypeName.INTEGER)
          .put("INT8", SqlTypeName.BIGINT)
          .put("FLOAT4", SqlTypeName.REAL)
          .put("FLOAT8", SqlTypeName.DOUBLE)
          .put("BOOL", SqlTypeName.BOOLEAN)
          .buildOrThrow();

  private static final int DIGITS_OF_MONEY = 19;

  private static final ImmutableList<Function<SqlCall, SqlNode>> OPERATORS =
      ImmutableList.of(JsonForms::rewritten, ArrayForms::rewritten, PostgresOperators::rewritten);

  private static final ImmutableList<Function<SqlCall, SqlNode>> FUNCTIONS =
      ImmutableList.of(PostgresCalls::rewritten, Casts::rewritten);

  private PostgresForms() {}

  /** Returns what stands for a node: the node itself if it is not such a form. */
  static SqlNode rewritten(SqlNode node) {
    if (node instanceof SqlDataTypeSpec type) {
      return builtIn(type);
    }
    if (!(node instanceof SqlCall call)) {
      return node;
    }
    SqlNode form = byFirst(OPERATORS, call);
    if (form != call) {
      return form;
    }
    SqlOperator operator = call.getOperator();
    if (operator.equals(SqlLibraryOperators.INFIX_CAST)) {
      return rewritten(WrittenCast.standard(call));
    }
    if (call instanceof SqlSelect || call instanceof SqlOrderBy) {
      return DistinctOn.rewritten(call);
    }
    Optional<IntervalText> interval = IntervalLiterals.postgres(call);
    if (interval.isPresent()) {
      return IntervalForms.literal(interval.get(), call);
    }
    Optional<SqlNode> product = IntervalForms.product(call);
    if (product.isPresent()) {
      return product.get();
    }
    if (operator.getName().equals("AT TIME ZONE")) {
      return DialectFunctions.AT_TIME_ZONE.createCall(
          call.getParserPosition(), call.getOperandList());
    }
    SqlNode function = byFirst(FUNCTIONS, call);
    if (function != call) {
      return function;
    }
    return OrderedSets.rewritten(call.operandCount() == 2 ? inParts(call) : call);
  }

  /** Returns what the first that knows a call makes of it: the call itself if none does. */
  private static SqlNode byFirst(
      ImmutableList<Function<SqlCall, SqlNode>> rewritings, SqlCall call) {
    for (Function<SqlCall, SqlNode> rewriting : rewritings) {
      SqlNode made = rewriting.apply(call);
      if (made != call) {
        return made;
      }
    }
    return call;
  }

  private static SqlNode builtIn(SqlDataTypeSpec type) {
    SqlTypeNameSpec known = builtIn(type.getTypeNameSpec());
    return known == type.getTypeNameSpec()
        ? type
        : new SqlDataTypeSpec(known, type.getParserPosition());
  }

  private static SqlTypeNameSpec builtIn(SqlTypeNameSpec type) {
    SqlParserPos place = type.getParserPos();
    if (type instanceof SqlCollectionTypeNameSpec collection) {
      SqlTypeNameSpec element = builtIn(collection.getElementTypeName());
      return element == collection.getElementTypeName()
          ? type
          : new SqlCollectionTypeNameSpec(element, SqlTypeName.ARRAY, place);
    }
    String name =
        type instanceof SqlUserDefinedTypeNameSpec named && named.getTypeName().isSimple()
            ? named.getTypeName().getSimple().toUpperCase(Locale.ROOT)
            : "";
    if (name.equals("MONEY")) {
      return new SqlBasicTypeNameSpec(SqlTypeName.DECIMAL, DIGITS_OF_MONEY, 2, place);
    }
    SqlTypeName known = TYPES.get(name);
    return known == null ? type : new SqlBasicTypeNameSpec(known, place);
  }

  /** A time and an interval of both months and days, one after the other as PostgreSQL does. */
  private static SqlCall inParts(SqlCall sum) {
    boolean plus = sum.getOperator().equals(SqlStdOperatorTable.PLUS);
    if (!plus && !sum.getOperator().equals(SqlStdOperatorTable.MINUS)) {
      return sum;
    }
    int place = plus && isOfBoth(sum.operand(0)) ? 0 : 1;
    if (!isOfBoth(sum.operand(place))) {
      return sum;
    }
    IntervalText interval = IntervalLiterals.postgres(sum.operand(place)).orElseThrow();
    SqlParserPos at = sum.operand(place).getParserPosition();
    SqlOperator operator = plus ? DateArithmetic.PLUS : DateArithmetic.MINUS;
    SqlCall first =
        operator.createCall(
            sum.getParserPosition(), sum.operand(1 - place), IntervalForms.months(interval, at));
    return operator.createCall(
        sum.getParserPosition(), first, IntervalForms.daysToSeconds(interval, at));
  }

  private static boolean isOfBoth(SqlNode operand) {
    return IntervalLiterals.postgres(operand)
        .filter(interval -> interval.months() != 0 && interval.millis() != 0)
        .isPresent();
  }
}
