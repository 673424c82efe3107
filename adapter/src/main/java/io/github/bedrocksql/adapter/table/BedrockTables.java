package io.github.bedrocksql.adapter.table;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.google.common.collect.MoreCollectors;
import java.util.Map;
import java.util.function.Function;

/** Every table that API calls fill. */
public final class BedrockTables {
  /** What is defined together, in the order of the documentation. */
  private static final ImmutableList<Group> GROUPS =
      ImmutableList.of(
          Group.withArrays(
              ModelImportJobs::tables,
              "model_import_jobs",
              "model_import_job_subnets",
              "model_import_job_security_groups",
              "model_import_job_tags"),
          Group.of(ImportedModels::tables, "imported_models", "imported_model_tags"),
          Group.of(CustomModels::tables, "custom_models", "custom_model_tags"),
          Group.of(
              ModelInvocationJobs::tables,
              "model_invocation_jobs",
              "model_invocation_job_subnets",
              "model_invocation_job_security_groups",
              "model_invocation_job_tags"),
          Group.of(
              ProvisionedModelThroughputs::tables,
              "provisioned_model_throughputs",
              "provisioned_model_throughput_tags"),
          Group.of(
              CustomModelDeployments::tables,
              "custom_model_deployments",
              "custom_model_deployment_tags"),
          Group.of(
              ModelCustomizationJobs::tables,
              "model_customization_jobs",
              "model_customization_job_subnets",
              "model_customization_job_security_groups",
              "model_customization_job_tags"),
          Group.of(ModelCopyJobs::tables, "model_copy_jobs"),
          Group.of(
              FoundationModels::tables,
              "foundation_models",
              "foundation_model_output_modalities",
              "foundation_model_customizations",
              "foundation_model_inference_types"),
          Group.of(
              InferenceProfiles::tables,
              "inference_profiles",
              "inference_profile_models",
              "inference_profile_tags"),
          Group.of(
              EvaluationJobs::tables,
              "evaluation_jobs",
              "evaluation_job_models",
              "evaluation_job_tags"));

  private BedrockTables() {}

  /**
   * The tables of one resource.
   *
   * @param names of the tables, so that nothing is loaded of a resource that nobody asks for
   * @param tables their definitions, if lists are arrays of SQL or not
   */
  private record Group(
      ImmutableList<String> names, Function<Boolean, ImmutableList<TableDefinition>> tables) {
    static Group of(Supplier<ImmutableList<TableDefinition>> tables, String... names) {
      return withArrays(nativeArrays -> tables.get(), names);
    }

    static Group withArrays(
        Function<Boolean, ImmutableList<TableDefinition>> tables, String... names) {
      return new Group(ImmutableList.copyOf(names), tables);
    }
  }

  /** Returns their definitions, in the order of the documentation; lists are JSON. */
  public static ImmutableList<TableDefinition> all() {
    return GROUPS.stream()
        .flatMap(group -> group.tables().apply(false).stream())
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Returns their definitions by their names, in the order of the documentation. Each is made when
   * it is first asked for.
   *
   * @param nativeArrays whether columns of lists are arrays of SQL rather than JSON
   */
  public static Map<String, TableDefinition> byName(boolean nativeArrays) {
    ImmutableMap.Builder<String, Supplier<TableDefinition>> definitions = ImmutableMap.builder();
    for (Group group : GROUPS) {
      Supplier<ImmutableList<TableDefinition>> tables =
          Suppliers.memoize(() -> group.tables().apply(nativeArrays));
      for (String name : group.names()) {
        definitions.put(
            name,
            () ->
                tables.get().stream()
                    .filter(table -> table.name().equals(name))
                    .collect(MoreCollectors.onlyElement()));
      }
    }
    return Maps.transformValues(definitions.buildOrThrow(), Supplier::get);
  }
}
