package io.github.bedrocksql.dialect.run;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.calcite.adapter.enumerable.SourceSorter;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.function.Function1;
import org.apache.calcite.linq4j.function.Function2;
import org.apache.calcite.linq4j.function.Predicate2;
import org.apache.calcite.linq4j.tree.BlockStatement;
import org.apache.calcite.linq4j.tree.Expression;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.linq4j.tree.FunctionExpression;
import org.apache.calcite.linq4j.tree.MemberDeclaration;
import org.apache.calcite.linq4j.tree.MethodCallExpression;
import org.apache.calcite.linq4j.tree.NewExpression;
import org.apache.calcite.linq4j.tree.ParameterExpression;
import org.apache.calcite.linq4j.tree.Shuttle;
import org.apache.calcite.linq4j.tree.Statement;
import org.apache.calcite.linq4j.tree.Types;
import org.apache.calcite.util.BuiltInMethod;

/**
 * Checks in what operators call while they loop over rows that they hold, and read no input: the
 * condition of a join, an order, and the functions of an aggregate in an order. A limit reads no
 * row more.
 */
final class CheckedFunctions extends Shuttle {
  private static final Method CHECK = Types.lookupMethod(PlanRun.class, "check");
  private static final Method SORTER =
      Types.lookupMethod(
          PlanRun.class, "sorter", Function2.class, Function1.class, Comparator.class);

  private static final Method FIRST =
      Types.lookupMethod(FirstRows.class, "of", Enumerable.class, int.class);

  private static final Method SORTED =
      Types.lookupMethod(
          PlanRun.class, "sorted", Enumerable.class, Function1.class, Comparator.class);

  private final ParameterExpression run;

  CheckedFunctions(ParameterExpression run) {
    this.run = run;
  }

  /** Keeps the function's type, where the shuttle would take the parameters' number for it. */
  @Override
  @SuppressWarnings({"unchecked", "rawtypes"})
  public Expression visit(FunctionExpression function, BlockStatement body) {
    if (body == null || !function.getType().equals(Predicate2.class)) {
      return function;
    }
    List<Statement> statements = new ArrayList<>();
    statements.add(Expressions.statement(Expressions.call(run, CHECK)));
    statements.addAll(body.statements);
    return new FunctionExpression(
        (Class) function.getType(), Expressions.block(statements), function.parameterList);
  }

  @Override
  public Expression visit(MethodCallExpression call, Expression rows, List<Expression> arguments) {
    if (call.method.equals(BuiltInMethod.TAKE.method)) {
      return Expressions.call(FIRST, rows, arguments.get(0));
    }
    if (!call.method.equals(BuiltInMethod.ORDER_BY.method)) {
      return super.visit(call, rows, arguments);
    }
    // The order is left out where it is that of the keys.
    Expression order =
        arguments.size() > 1 ? arguments.get(1) : Expressions.constant(null, Comparator.class);
    return Expressions.call(run, SORTED, rows, arguments.get(0), order);
  }

  @Override
  public Expression visit(
      NewExpression instance, List<Expression> arguments, List<MemberDeclaration> members) {
    return instance.getType().equals(SourceSorter.class)
        ? Expressions.call(run, SORTER, arguments)
        : super.visit(instance, arguments, members);
  }
}
