package io.github.bedrocksql.adapter.scan;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.table.BedrockTables;
import io.github.bedrocksql.adapter.table.Column;
import io.github.bedrocksql.adapter.table.TableDefinition;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.apache.calcite.avatica.util.TimeUnit;
import org.apache.calcite.jdbc.JavaTypeFactoryImpl;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.util.DateString;
import org.apache.calcite.util.TimestampString;

/** Row expressions over the table of jobs, in few letters. */
public final class Rex {
  public static final TableDefinition JOBS = BedrockTables.all().get(0);

  private static final RelDataTypeFactory TYPES = new JavaTypeFactoryImpl();
  public static final RexBuilder BUILDER = new RexBuilder(TYPES);

  private Rex() {}

  public static int ordinal(String column) {
    return JOBS.columnNames().indexOf(column);
  }

  public static RexNode column(String name) {
    int ordinal = ordinal(name);
    Column column = JOBS.columns().get(ordinal);
    RelDataType type =
        switch (column.type()) {
          case TIMESTAMP -> TYPES.createSqlType(SqlTypeName.TIMESTAMP, 3);
          case BIGINT -> TYPES.createSqlType(SqlTypeName.BIGINT);
          case INTEGER -> TYPES.createSqlType(SqlTypeName.INTEGER);
          case BOOLEAN -> TYPES.createSqlType(SqlTypeName.BOOLEAN);
          case VARCHAR -> varchar();
          case DOUBLE -> TYPES.createSqlType(SqlTypeName.DOUBLE);
          case VARCHAR_ARRAY -> TYPES.createArrayType(varchar(), -1);
        };
    return BUILDER.makeInputRef(TYPES.createTypeWithNullability(type, column.nullable()), ordinal);
  }

  public static RelDataType varchar() {
    return TYPES.createSqlType(SqlTypeName.VARCHAR);
  }

  public static RelDataType type(SqlTypeName name) {
    return TYPES.createSqlType(name);
  }

  public static RelDataType type(SqlTypeName name, int precision) {
    return TYPES.createSqlType(name, precision);
  }

  public static RexNode text(String value) {
    return BUILDER.makeLiteral(value);
  }

  public static RexNode number(long value) {
    return BUILDER.makeExactLiteral(BigDecimal.valueOf(value));
  }

  public static RexNode nothing(RelDataType type) {
    return BUILDER.makeNullLiteral(type);
  }

  public static RexNode time(String value) {
    return BUILDER.makeTimestampLiteral(new TimestampString(value), 3);
  }

  public static RexNode date(String value) {
    return BUILDER.makeDateLiteral(new DateString(value));
  }

  public static RexNode days(int count) {
    return BUILDER.makeIntervalLiteral(
        BigDecimal.valueOf(count).multiply(TimeUnit.DAY.multiplier),
        new SqlIntervalQualifier(TimeUnit.DAY, null, SqlParserPos.ZERO));
  }

  public static RexNode parameter(int index) {
    return BUILDER.makeDynamicParam(varchar(), index);
  }

  public static RexNode timeParameter(int index) {
    return BUILDER.makeDynamicParam(type(SqlTypeName.TIMESTAMP, 3), index);
  }

  public static RexNode now() {
    return BUILDER.makeCall(SqlStdOperatorTable.CURRENT_TIMESTAMP);
  }

  /** The time of the statement less some days. */
  public static RexNode daysAgo(int count) {
    return BUILDER.makeCall(
        type(SqlTypeName.TIMESTAMP, 3),
        SqlStdOperatorTable.MINUS_DATE,
        ImmutableList.of(now(), days(count)));
  }

  public static RexNode call(SqlOperator operator, RexNode... operands) {
    return BUILDER.makeCall(operator, operands);
  }

  public static RexNode eq(RexNode a, RexNode b) {
    return call(SqlStdOperatorTable.EQUALS, a, b);
  }

  public static RexNode and(RexNode... parts) {
    return call(SqlStdOperatorTable.AND, parts);
  }

  public static RexNode or(RexNode... parts) {
    return call(SqlStdOperatorTable.OR, parts);
  }

  public static RexNode not(RexNode part) {
    return call(SqlStdOperatorTable.NOT, part);
  }

  /** A column in a list, as the parser makes it: SEARCH. */
  public static RexNode in(RexNode column, String... values) {
    List<RexNode> literals = Stream.of(values).map(Rex::text).toList();
    return BUILDER.makeIn(column, literals);
  }

  public static ScanAnalysis analysis(RexNode... conditions) {
    return analysis(ScanSpec.of(JOBS).where(ImmutableList.copyOf(conditions)));
  }

  public static ScanAnalysis analysis(ScanSpec spec) {
    return new ScanAnalysis(spec, BUILDER);
  }
}
