package io.github.bedrocksql.adapter.table;

import com.google.common.collect.ImmutableList;

/** Definitions of tables, for tests. */
final class Tables {
  /** Made once: a property asks for some at each of its tries. */
  private static final ImmutableList<TableDefinition> ALL = BedrockTables.all();

  private Tables() {}

  /** Returns a definition by its name. */
  static TableDefinition named(String name) {
    return ALL.stream().filter(table -> table.name().equals(name)).findFirst().orElseThrow();
  }
}
