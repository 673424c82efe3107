package io.github.bedrocksql.dialect.subquery;

import com.google.common.collect.Sets;
import java.util.HashSet;
import java.util.Set;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.CorrelationId;
import org.apache.calcite.rex.RexCorrelVariable;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexSubQuery;

/** The queries around it of which a part of a query reads a row. */
final class OuterReads extends RelHomogeneousShuttle {
  private final Set<CorrelationId> own = new HashSet<>();
  private final Set<CorrelationId> read = new HashSet<>();
  private final RexShuttle expressions =
      new RexShuttle() {
        @Override
        public RexNode visitCorrelVariable(RexCorrelVariable variable) {
          read.add(variable.id);
          return variable;
        }

        @Override
        public RexNode visitSubQuery(RexSubQuery subquery) {
          subquery.rel.accept(OuterReads.this);
          return super.visitSubQuery(subquery);
        }
      };

  private OuterReads() {}

  /** Returns what a node and all below it read, their subqueries included. */
  static Set<CorrelationId> of(RelNode query) {
    OuterReads reads = new OuterReads();
    query.accept(reads);
    return Sets.difference(reads.read, reads.own);
  }

  /** Returns what the expressions of a node read by themselves. */
  static Set<CorrelationId> ofExpressions(RelNode node) {
    Set<CorrelationId> read = new HashSet<>();
    node.accept(
        new RexShuttle() {
          @Override
          public RexNode visitCorrelVariable(RexCorrelVariable variable) {
            read.add(variable.id);
            return variable;
          }
        });
    return read;
  }

  /** Returns what the subqueries in the expressions of a node read. */
  static Set<CorrelationId> ofSubqueries(RelNode node) {
    Set<CorrelationId> read = new HashSet<>();
    node.accept(
        new RexShuttle() {
          @Override
          public RexNode visitSubQuery(RexSubQuery subquery) {
            read.addAll(of(subquery.rel));
            return super.visitSubQuery(subquery);
          }
        });
    return read;
  }

  @Override
  public RelNode visit(RelNode node) {
    own.addAll(node.getVariablesSet());
    node.accept(expressions);
    return super.visit(node);
  }
}
