package io.github.bedrocksql.dialect.run;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.linq4j.function.Predicate2;
import org.apache.calcite.linq4j.tree.BlockStatement;
import org.apache.calcite.linq4j.tree.Expression;
import org.apache.calcite.linq4j.tree.Expressions;
import org.apache.calcite.linq4j.tree.FunctionExpression;
import org.apache.calcite.linq4j.tree.ParameterExpression;
import org.apache.calcite.linq4j.tree.Shuttle;
import org.apache.calcite.linq4j.tree.Statement;
import org.apache.calcite.linq4j.tree.Types;

/**
 * Begins the condition of each join with a check: a loop over rows that a join holds reads no
 * input, but asks its condition.
 */
final class CheckedFunctions extends Shuttle {
  private static final Method CHECK = Types.lookupMethod(PlanRun.class, "check");

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
}
