package io.github.bedrocksql.adapter.scan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexOver;
import org.apache.calcite.rex.RexSubQuery;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.rex.RexVisitorImpl;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeUtil;

/** Finds the cheapest {@link Access} for a scan. */
public final class AccessAnalysis {
  private final ScanSpec spec;
  private final ImmutableList<RexNode> conjuncts;

  /** Analyses {@code spec}; nothing is called. */
  public AccessAnalysis(ScanSpec spec, RexBuilder rexBuilder) {
    this.spec = spec;
    this.conjuncts =
        spec.conditions().stream()
            .map(c -> RexUtil.expandSearch(rexBuilder, null, c))
            .flatMap(c -> RelOptUtil.conjunctions(c).stream())
            .collect(ImmutableList.toImmutableList());
  }

  /** Returns the conditions, one by one, SEARCH written out. */
  public ImmutableList<RexNode> conjuncts() {
    return conjuncts;
  }

  /** Returns the calls that serve the scan. */
  public Access access() {
    if (conjuncts.stream().anyMatch(RexNode::isAlwaysFalse)) {
      return new Access.Nothing();
    }
    Optional<ImmutableList<Access.Key>> keys = fewest(conjuncts.stream().map(this::keys));
    if (keys.isPresent()) {
      return new Access.Lookup(keys.get());
    }
    Optional<RexNode> status =
        spec.table().statusColumn().isEmpty()
            ? Optional.empty()
            : conjuncts.stream()
                .flatMap(c -> equality(c).stream())
                .filter(k -> k.column() == spec.table().statusColumn().getAsInt())
                .map(Access.Key::value)
                .findFirst();
    boolean exact = conjuncts.isEmpty() || (conjuncts.size() == 1 && status.isPresent());
    return new Access.Listing(status, exact);
  }

  /**
   * Returns the values that the query compares with the identifier column: for a job of which one
   * is the name, the column shows the name.
   */
  public ImmutableSet<RexNode> identifiers() {
    ImmutableSet.Builder<RexNode> named = ImmutableSet.builder();
    RexVisitorImpl<Void> visitor =
        new RexVisitorImpl<>(true) {
          @Override
          public Void visitCall(RexCall call) {
            if (call.getKind() == SqlKind.NOT_EQUALS || call.getKind() == SqlKind.EQUALS) {
              comparison(call)
                  .filter(k -> k.column() == spec.table().identifier().identifierColumn())
                  .ifPresent(k -> named.add(k.value()));
            }
            return super.visitCall(call);
          }
        };
    conjuncts.forEach(c -> c.accept(visitor));
    return named.build();
  }

  private static Optional<ImmutableList<Access.Key>> fewest(
      Stream<Optional<ImmutableList<Access.Key>>> keys) {
    return keys.flatMap(Optional::stream).min(Comparator.comparingInt(List::size));
  }

  /** The keys that a condition leaves possible; empty if it leaves rows that Get can't name. */
  private Optional<ImmutableList<Access.Key>> keys(RexNode condition) {
    if (condition.getKind() == SqlKind.AND) {
      return fewest(((RexCall) condition).getOperands().stream().map(this::keys));
    }
    if (condition.getKind() != SqlKind.OR) {
      return equality(condition)
          .filter(k -> spec.table().identifier().isKey(k.column()))
          .map(ImmutableList::of);
    }
    List<Access.Key> all = new ArrayList<>();
    for (RexNode branch : ((RexCall) condition).getOperands()) {
      Optional<ImmutableList<Access.Key>> keys = keys(branch);
      if (keys.isEmpty()) {
        return Optional.empty();
      }
      all.addAll(keys.get());
    }
    return Optional.of(all.stream().distinct().collect(ImmutableList.toImmutableList()));
  }

  private static Optional<Access.Key> equality(RexNode condition) {
    return condition.getKind() == SqlKind.EQUALS
        ? comparison((RexCall) condition)
        : Optional.empty();
  }

  private static Optional<Access.Key> comparison(RexCall call) {
    RexNode left = call.getOperands().get(0);
    RexNode right = call.getOperands().get(1);
    return comparison(left, right).or(() -> comparison(right, left));
  }

  private static Optional<Access.Key> comparison(RexNode column, RexNode value) {
    RexNode plain = withoutTextCast(column);
    boolean text = SqlTypeUtil.isCharacter(value.getType()) && isValue(value);
    return plain instanceof RexInputRef ref && text
        ? Optional.of(new Access.Key(ref.getIndex(), value))
        : Optional.empty();
  }

  /** A cast of text to text without a length changes no value. */
  private static RexNode withoutTextCast(RexNode node) {
    if (node.getKind() == SqlKind.CAST) {
      RexNode operand = ((RexCall) node).getOperands().get(0);
      boolean unbounded = node.getType().getPrecision() < 0;
      if (unbounded
          && SqlTypeUtil.isCharacter(node.getType())
          && SqlTypeUtil.isCharacter(operand.getType())) {
        return operand;
      }
    }
    return node;
  }

  /** Returns whether an expression has one value for the whole scan: it reads no row. */
  public static boolean isValue(RexNode node) {
    return isEvaluable(node) && !RexUtil.containsInputRef(node);
  }

  /** Returns whether a scan can evaluate this expression, again and again with the same outcome. */
  public static boolean isEvaluable(RexNode node) {
    return RexUtil.isDeterministic(node)
        && !RexOver.containsOver(node)
        && RexUtil.SubQueryFinder.find(node) == null
        && !(node instanceof RexSubQuery);
  }
}
