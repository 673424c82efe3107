package io.github.bedrocksql.adapter.scan;

import io.github.bedrocksql.adapter.table.TableDefinition;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexCorrelVariable;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.rex.RexVisitorImpl;
import org.apache.calcite.util.Util;

/** Questions about row expressions. */
public final class Expressions {
  private Expressions() {}

  /** Returns whether a scan can evaluate this expression, again and again with the same outcome. */
  public static boolean isEvaluable(RexNode node) {
    return RexUtil.isDeterministic(node)
        && !RexOver.containsOver(node)
        && RexUtil.SubQueryFinder.find(node) == null
        && !(node instanceof RexSubQuery);
  }

  /** Returns whether an expression has one value for the whole scan: it reads no row. */
  public static boolean isValue(RexNode node) {
    return isEvaluable(node) && !RexUtil.containsInputRef(node);
  }

  /** Returns whether an expression cuts a text off to the length of the cast around it. */
  public static boolean isCut(RexNode node) {
    return node instanceof RexCall call && call.getOperator().getName().equals("CUT");
  }

  /** Returns whether an expression reads columns that only Get fills. */
  public static boolean readsDetail(RexNode node, TableDefinition table) {
    for (int column : RelOptUtil.InputFinder.bits(node)) {
      if (table.isDetail(column)) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether an expression reads a row of another input, which a join hands over. */
  public static boolean isCorrelated(RexNode node) {
    try {
      node.accept(
          new RexVisitorImpl<Void>(true) {
            @Override
            public Void visitCorrelVariable(RexCorrelVariable variable) {
              throw Util.FoundOne.NULL;
            }
          });
      return false;
    } catch (Util.FoundOne e) {
      Util.swallow(e, null);
      return true;
    }
  }
}
