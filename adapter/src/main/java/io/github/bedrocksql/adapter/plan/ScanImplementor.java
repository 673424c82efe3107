package io.github.bedrocksql.adapter.plan;

import com.google.common.collect.ImmutableList;
import java.lang.reflect.Method;
import java.util.List;
import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.adapter.enumerable.JavaRowFormat;
import org.apache.calcite.adapter.enumerable.PhysType;
import org.apache.calcite.adapter.enumerable.PhysTypeImpl;
import org.apache.calcite.adapter.enumerable.RexToLixTranslator;
import org.apache.calcite.adapter.java.JavaTypeFactory;
import org.apache.calcite.linq4j.function.Predicate1;
import org.apache.calcite.linq4j.tree.BlockBuilder;
import org.apache.calcite.linq4j.tree.Expression;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.linq4j.tree.ParameterExpression;
import org.apache.calcite.linq4j.tree.Types;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexProgramBuilder;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.validate.SqlConformance;
import org.apache.calcite.sql.validate.SqlConformanceEnum;

/**
 * Physical scan → code: run-time values and checks become expressions, all else is in the {@link
 * ScanProgram} that they are handed to.
 */
final class ScanImplementor {
  private static final Method RUN =
      Types.lookupMethod(
          ScanProgram.class,
          "run",
          DataContext.class,
          Object[].class,
          Predicate1.class,
          Predicate1.class);

  private final BedrockEnumerableScan scan;
  private final EnumerableRelImplementor implementor;
  private final EnumerableRel.Prefer prefer;
  private final JavaTypeFactory typeFactory;
  private final SqlConformance conformance;
  private final BlockBuilder block = new BlockBuilder();

  ScanImplementor(
      BedrockEnumerableScan scan,
      EnumerableRelImplementor implementor,
      EnumerableRel.Prefer prefer) {
    this.scan = scan;
    this.implementor = implementor;
    this.prefer = prefer;
    this.typeFactory = implementor.getTypeFactory();
    this.conformance =
        (SqlConformance) implementor.map.getOrDefault("_conformance", SqlConformanceEnum.DEFAULT);
  }

  EnumerableRel.Result implement() {
    PhysType rows = PhysTypeImpl.of(typeFactory, scan.getRowType(), prefer.preferArray());
    ScanProgram program = ScanProgram.of(scan);
    Expression call =
        Expressions.call(
            implementor.stash(program, ScanProgram.class),
            RUN,
            DataContext.ROOT,
            values(program.values()),
            check(conditions(false)),
            check(conditions(true)));
    block.add(Expressions.return_(null, call));
    return implementor.result(rows, block.toBlock());
  }

  private ImmutableList<RexNode> conditions(boolean detail) {
    return scan.analysis().conjuncts().stream()
        .filter(c -> DetailColumns.in(c, scan.spec.table()) == detail)
        .collect(ImmutableList.toImmutableList());
  }

  /** Literals, parameters, functions and correlation fields alike: one array of run-time values. */
  private Expression values(List<RexNode> values) {
    List<Expression> translated =
        RexToLixTranslator.forAggregation(typeFactory, block, null, conformance)
            .setCorrelates(implementor::getCorrelVariableGetter)
            .translateList(values);
    return Expressions.newArrayInit(
        Object.class, translated.stream().map(Expressions::box).toList());
  }

  /** A predicate over a row of the table, or null where there is nothing to check. */
  @SuppressWarnings("unchecked") // A class literal of a generic interface is raw.
  private Expression check(List<RexNode> conditions) {
    if (conditions.isEmpty()) {
      return Expressions.constant(null, Predicate1.class);
    }
    ParameterExpression row = Expressions.parameter(Object[].class, "row");
    PhysType tableRow =
        PhysTypeImpl.of(typeFactory, scan.getTable().getRowType(), JavaRowFormat.ARRAY, false);
    RexProgramBuilder program =
        new RexProgramBuilder(scan.getTable().getRowType(), scan.getCluster().getRexBuilder());
    program.addIdentity();
    program.addCondition(RexUtil.composeConjunction(scan.getCluster().getRexBuilder(), conditions));
    BlockBuilder body = new BlockBuilder();
    Expression holds =
        RexToLixTranslator.translateCondition(
            program.getProgram(),
            typeFactory,
            body,
            new RexToLixTranslator.InputGetterImpl(row, tableRow),
            implementor::getCorrelVariableGetter,
            conformance);
    body.add(Expressions.return_(null, holds));
    return Expressions.lambda(Predicate1.class, body.toBlock(), row);
  }
}
