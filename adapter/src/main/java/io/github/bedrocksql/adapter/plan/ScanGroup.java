package io.github.bedrocksql.adapter.plan;

import com.google.common.collect.ConcurrentHashMultiset;
import com.google.common.collect.Multiset;
import io.github.bedrocksql.adapter.table.TableDefinition;
import java.util.Map;
import org.apache.calcite.plan.RelOptPlanner;
import org.apache.calcite.plan.volcano.RelSubset;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Correlate;
import org.apache.calcite.rel.core.Join;

/** The scans of one plan: those that make the same calls may share answers. */
final class ScanGroup {
  private static final String KEY = "_bedrockScans";

  private final Multiset<String> operations = ConcurrentHashMultiset.create();
  private final boolean joined;

  private ScanGroup(boolean joined) {
    this.joined = joined;
  }

  /** Returns the group of the plan whose code is being made. */
  static ScanGroup of(Map<String, Object> planParameters, RelOptPlanner planner) {
    return (ScanGroup)
        planParameters.computeIfAbsent(KEY, key -> new ScanGroup(joins(planner.getRoot())));
  }

  /** Whether rows are joined somewhere: a nested loop reads its inner side once a row. */
  private static boolean joins(RelNode root) {
    RelNode rel = root instanceof RelSubset subset ? subset.getBest() : root;
    return rel == null
        || rel instanceof Join
        || rel instanceof Correlate
        || rel.getInputs().stream().anyMatch(ScanGroup::joins);
  }

  /** Returns the group of a plan that is one scan alone. */
  static ScanGroup ofOne() {
    return new ScanGroup(false);
  }

  /** Returns whether a scan of the plan may be read more than once. */
  boolean isJoined() {
    return joined;
  }

  void add(TableDefinition table) {
    operations.add(table.list().name());
    operations.add(table.get().name());
  }

  /** Returns whether another scan makes calls that this table's scan makes. */
  boolean shares(TableDefinition table) {
    return operations.count(table.list().name()) > 1 || operations.count(table.get().name()) > 1;
  }
}
