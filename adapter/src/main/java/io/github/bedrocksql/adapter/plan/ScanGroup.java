package io.github.bedrocksql.adapter.plan;

import com.google.common.collect.ConcurrentHashMultiset;
import com.google.common.collect.Multiset;
import io.github.bedrocksql.adapter.table.TableDefinition;
import java.util.Map;

/** The scans of one plan: those that make the same calls may share answers. */
final class ScanGroup {
  private static final String KEY = "_bedrockScans";

  private final Multiset<String> operations = ConcurrentHashMultiset.create();

  private ScanGroup() {}

  /** Returns the group of the plan whose code is being made. */
  static ScanGroup of(Map<String, Object> planParameters) {
    return (ScanGroup) planParameters.computeIfAbsent(KEY, key -> new ScanGroup());
  }

  void add(TableDefinition<?, ?> table) {
    operations.add(table.list().name());
    operations.add(table.get().name());
  }

  /** Returns whether another scan makes calls that this table's scan makes. */
  boolean shares(TableDefinition<?, ?> table) {
    return operations.count(table.list().name()) > 1 || operations.count(table.get().name()) > 1;
  }
}
