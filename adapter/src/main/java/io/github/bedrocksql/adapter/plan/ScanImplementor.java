package io.github.bedrocksql.adapter.plan;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.rules.TimeUnits;
import io.github.bedrocksql.adapter.scan.Interpreted;
import io.github.bedrocksql.adapter.scan.ScanAnalysis;
import io.github.bedrocksql.adapter.scan.SortKey;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.adapter.enumerable.EnumerableRelImplementor;
import org.apache.calcite.adapter.enumerable.JavaRowFormat;
import org.apache.calcite.adapter.enumerable.PhysType;
import org.apache.calcite.adapter.enumerable.PhysTypeImpl;
import org.apache.calcite.adapter.enumerable.RexToLixTranslator;
import org.apache.calcite.adapter.java.JavaTypeFactory;
import org.apache.calcite.linq4j.function.Function1;
import org.apache.calcite.linq4j.function.Predicate1;
import org.apache.calcite.linq4j.tree.BlockBuilder;
import org.apache.calcite.linq4j.tree.Expression;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.linq4j.tree.ParameterExpression;
import org.apache.calcite.linq4j.tree.Types;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexProgram;
import org.apache.calcite.rex.RexProgramBuilder;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.validate.SqlConformance;
import org.apache.calcite.sql.validate.SqlConformanceEnum;

/**
 * Physical scan → code: run-time values, checks and sort keys become expressions, all else is in
 * the {@link ScanProgram} that they are handed to.
 */
final class ScanImplementor {
  private static final Method RUN =
      Types.lookupMethod(
          ScanProgram.class,
          "run",
          DataContext.class,
          Object[].class,
          Predicate1.class,
          Predicate1.class,
          Predicate1.class,
          Function1.class);

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
    ScanAnalysis analysis = scan.analysis();
    ScanProgram program = ScanProgram.of(scan, scan.group(implementor));
    Expression call =
        Expressions.call(
            implementor.stash(program, ScanProgram.class),
            RUN,
            DataContext.ROOT,
            values(analysis.values()),
            check(analysis.summaryConditions()),
            check(analysis.decidedConditions()),
            check(analysis.detailConditions()),
            sortKeys());
    block.add(Expressions.return_(null, call));
    return implementor.result(rows, block.toBlock());
  }

  /** Literals, parameters, functions and correlation fields alike: one array of run-time values. */
  private Expression values(List<RexNode> values) {
    Optional<Interpreted.Values> interpreted =
        Interpreted.isLong(values) ? Interpreted.values(values) : Optional.empty();
    if (interpreted.isPresent()) {
      return bound(interpreted.get(), Interpreted.Values.class);
    }
    List<Expression> translated =
        RexToLixTranslator.forAggregation(typeFactory, block, null, conformance)
            .setCorrelates(implementor::getCorrelVariableGetter)
            .translateList(TimeUnits.unshared(values, scan.getCluster().getRexBuilder()));
    return array(translated);
  }

  /** What an execution has of a part of the plan. */
  private <T> Expression bound(T part, Class<T> type) {
    return Expressions.call(implementor.stash(part, type), "in", DataContext.ROOT);
  }

  private static Expression array(List<Expression> values) {
    return Expressions.newArrayInit(Object.class, values.stream().map(Expressions::box).toList());
  }

  /** A predicate over a row of the table, or null where there is nothing to check. */
  @SuppressWarnings("unchecked") // A class literal of a generic interface is raw.
  private Expression check(List<RexNode> conditions) {
    if (conditions.isEmpty()) {
      return Expressions.constant(null, Predicate1.class);
    }
    Optional<Interpreted.Condition> interpreted =
        Interpreted.isLong(conditions) ? Interpreted.all(conditions) : Optional.empty();
    if (interpreted.isPresent()) {
      return bound(interpreted.get(), Interpreted.Condition.class);
    }
    ParameterExpression row = Expressions.parameter(Object[].class, "row");
    RexProgramBuilder program = program();
    program.addCondition(RexUtil.composeConjunction(scan.getCluster().getRexBuilder(), conditions));
    BlockBuilder body = new BlockBuilder();
    Expression holds =
        RexToLixTranslator.translateCondition(
            TimeUnits.unshared(program.getProgram(), scan.getCluster().getRexBuilder()),
            typeFactory,
            body,
            fields(row),
            implementor::getCorrelVariableGetter,
            conformance);
    body.add(Expressions.return_(null, holds));
    return Expressions.lambda(Predicate1.class, body.toBlock(), row);
  }

  /** A function from a row of the table to the sort keys that are not columns, or null for none. */
  @SuppressWarnings("unchecked") // A class literal of a generic interface is raw.
  private Expression sortKeys() {
    ImmutableList<RexNode> computed =
        scan.spec.order().stream()
            .filter(key -> key.column() < 0)
            .map(SortKey::expression)
            .collect(ImmutableList.toImmutableList());
    if (computed.isEmpty()) {
      return Expressions.constant(null, Function1.class);
    }
    ParameterExpression row = Expressions.parameter(Object[].class, "row");
    RexProgram program =
        RexProgram.create(
            scan.getTable().getRowType(),
            computed,
            null,
            RexUtil.createStructType(typeFactory, computed, null, null),
            scan.getCluster().getRexBuilder());
    BlockBuilder body = new BlockBuilder();
    List<Expression> keys =
        RexToLixTranslator.translateProjects(
            TimeUnits.unshared(program, scan.getCluster().getRexBuilder()),
            typeFactory,
            conformance,
            body,
            null,
            null,
            DataContext.ROOT,
            fields(row),
            implementor::getCorrelVariableGetter);
    body.add(Expressions.return_(null, array(keys)));
    return Expressions.lambda(Function1.class, body.toBlock(), row);
  }

  private RexProgramBuilder program() {
    RexProgramBuilder program =
        new RexProgramBuilder(scan.getTable().getRowType(), scan.getCluster().getRexBuilder());
    program.addIdentity();
    return program;
  }

  private RexToLixTranslator.InputGetter fields(ParameterExpression row) {
    PhysType tableRow =
        PhysTypeImpl.of(typeFactory, scan.getTable().getRowType(), JavaRowFormat.ARRAY, false);
    return new RexToLixTranslator.InputGetterImpl(row, tableRow);
  }
}
