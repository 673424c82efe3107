package io.github.bedrocksql.adapter.plan;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.execute.ScanExecutor;
import io.github.bedrocksql.adapter.table.TableDefinition;

/** A table of one schema: what it is, and who runs its scans. */
public record ScanBinding(TableDefinition<?, ?> table, ScanExecutor executor) {

  /** Returns what to call a scan's columns in a plan. */
  ImmutableList<String> names(ImmutableList<Integer> columns) {
    return columns.stream()
        .map(c -> table.columns().get(c).name())
        .collect(ImmutableList.toImmutableList());
  }
}
