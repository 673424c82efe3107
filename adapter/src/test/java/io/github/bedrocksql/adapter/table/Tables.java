package io.github.bedrocksql.adapter.table;

/** Definitions of tables, for tests. */
final class Tables {
  private Tables() {}

  /** Returns a definition by its name. */
  static TableDefinition named(String name) {
    return BedrockTables.all().stream()
        .filter(table -> table.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
