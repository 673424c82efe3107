package io.github.bedrocksql.adapter.table;

import com.google.common.collect.ImmutableList;

/** Every table that API calls fill. */
public final class BedrockTables {
  private BedrockTables() {}

  /** Returns their definitions, in the order of the documentation; lists are JSON. */
  public static ImmutableList<TableDefinition> all() {
    return all(false);
  }

  /**
   * Returns their definitions, in the order of the documentation.
   *
   * @param nativeArrays whether columns of lists are arrays of SQL rather than JSON
   */
  public static ImmutableList<TableDefinition> all(boolean nativeArrays) {
    return ImmutableList.<TableDefinition>builder()
        .addAll(ModelImportJobs.tables(nativeArrays))
        .addAll(ImportedModels.tables())
        .addAll(CustomModels.tables())
        .addAll(ModelInvocationJobs.tables())
        .addAll(ProvisionedModelThroughputs.tables())
        .addAll(CustomModelDeployments.tables())
        .addAll(ModelCustomizationJobs.tables())
        .addAll(ModelCopyJobs.tables())
        .addAll(FoundationModels.tables())
        .addAll(InferenceProfiles.tables())
        .addAll(EvaluationJobs.tables())
        .build();
  }
}
