package io.github.bedrocksql.dialect.aggregate;

import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.adapter.enumerable.AggAddContext;
import org.apache.calcite.adapter.enumerable.AggContext;
import org.apache.calcite.adapter.enumerable.AggImplementor;
import org.apache.calcite.adapter.enumerable.AggResetContext;
import org.apache.calcite.adapter.enumerable.AggResultContext;
import org.apache.calcite.adapter.enumerable.EnumUtils;
import org.apache.calcite.linq4j.tree.BlockBuilder;
import org.apache.calcite.linq4j.tree.Expression;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.linq4j.tree.Statement;
import org.apache.calcite.linq4j.tree.Types;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.schema.FunctionParameter;
import org.apache.calcite.schema.ImplementableAggFunction;
import org.apache.calcite.sql.SqlAggFunction;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlOperatorBinding;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.validate.SqlUserDefinedAggFunction;
import org.apache.calcite.util.Optionality;

/** An aggregate of Calcite's, with its name and type, whose rows an {@link Accumulator} takes. */
final class AccumulatedAggregate extends SqlUserDefinedAggFunction {
  private final SqlAggFunction standard;

  private AccumulatedAggregate(SqlAggFunction standard, Implementation implementation) {
    super(
        new SqlIdentifier(
            standard.getName() + (implementation.distinct() ? " DISTINCT" : ""), SqlParserPos.ZERO),
        standard.getKind(),
        standard.getReturnTypeInference(),
        null,
        null,
        implementation,
        false,
        false,
        Optionality.OPTIONAL);
    this.standard = standard;
  }

  /** Returns the aggregate over values of which each counts once, or over all. */
  static AccumulatedAggregate of(SqlAggFunction standard, boolean distinct, SqlTypeName type) {
    return new AccumulatedAggregate(
        standard, new Implementation(Accumulators.name(standard), distinct, type.name()));
  }

  @Override
  public RelDataType inferReturnType(SqlOperatorBinding call) {
    return standard.inferReturnType(call);
  }

  /** The code of a plan: it makes an accumulator for each group, by names that it can hold. */
  private record Implementation(String name, boolean distinct, String type)
      implements ImplementableAggFunction, AggImplementor {
    private static final Method NEW =
        Types.lookupMethod(Accumulators.class, "start", String.class, String.class, boolean.class);
    private static final Method ADD = Types.lookupMethod(Accumulator.class, "add", Object[].class);
    private static final Method VALUE = Types.lookupMethod(Accumulator.class, "value");

    @Override
    public AggImplementor getImplementor(boolean windowContext) {
      return this;
    }

    @Override
    public RelDataType getReturnType(RelDataTypeFactory types) {
      return types.createSqlType(SqlTypeName.valueOf(type));
    }

    @Override
    public List<FunctionParameter> getParameters() {
      return List.of();
    }

    @Override
    public List<Type> getStateType(AggContext info) {
      return List.of(Accumulator.class);
    }

    @Override
    public void implementReset(AggContext info, AggResetContext reset) {
      Expression start =
          Expressions.call(
              NEW,
              Expressions.constant(name),
              Expressions.constant(type),
              Expressions.constant(distinct));
      reset
          .currentBlock()
          .add(Expressions.statement(Expressions.assign(reset.accumulator().get(0), start)));
    }

    @Override
    public void implementAdd(AggContext info, AggAddContext add) {
      List<Expression> arguments = new ArrayList<>();
      add.arguments().forEach(argument -> arguments.add(Expressions.box(argument)));
      Statement addition =
          Expressions.statement(
              Expressions.call(
                  add.accumulator().get(0),
                  ADD,
                  Expressions.newArrayInit(Object.class, arguments)));
      RexNode filter = add.rexFilterArgument();
      BlockBuilder block = add.currentBlock();
      block.add(
          filter == null
              ? addition
              : Expressions.ifThen(
                  EnumUtils.convert(
                      add.rowTranslator().translateList(List.of(filter)).get(0), boolean.class),
                  addition));
    }

    @Override
    public Expression implementResult(AggContext info, AggResultContext result) {
      return EnumUtils.convert(
          Expressions.call(result.accumulator().get(0), VALUE), info.returnType());
    }
  }
}
