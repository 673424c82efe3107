package io.github.bedrocksql.adapter.table;

import com.google.common.collect.ImmutableList;

/** Every table that API calls fill. */
public final class BedrockTables {
  private BedrockTables() {}

  /** Returns their definitions, in the order of the documentation. */
  public static ImmutableList<TableDefinition<?, ?>> all() {
    return ImmutableList.of(
        ModelImportJobs.definition(),
        ImportedModels.definition(),
        ChildTables.subnets(),
        ChildTables.securityGroups(),
        ChildTables.jobTags(),
        ChildTables.modelTags());
  }
}
