package io.github.bedrocksql.differential;

import com.google.common.collect.ImmutableMap;
import java.util.Set;

/**
 * Which tables queries are over, and how often.
 *
 * @param jobs the one of the import jobs
 */
record Tables(ImmutableMap<Table, Integer> weights, Table jobs) {

  /** Returns those of the import jobs and their models, most often that of the jobs. */
  static Tables ofImports(Set<Feature> features) {
    boolean children = features.contains(Feature.CHILD_TABLES);
    boolean models = features.contains(Feature.IMPORTED_MODELS);
    ImmutableMap.Builder<Table, Integer> weights = ImmutableMap.builder();
    weights.put(Table.JOBS, 12);
    if (models) {
      weights.put(Table.MODELS, 4);
    }
    if (children) {
      weights.put(Table.SUBNETS, 1).put(Table.SECURITY_GROUPS, 1).put(Table.JOB_TAGS, 1);
    }
    if (children && models) {
      weights.put(Table.MODEL_TAGS, 1);
    }
    return new Tables(weights.buildOrThrow(), Table.JOBS);
  }

  /** Returns one of them. */
  Table any(Dice dice) {
    Dice.Choice<Table> choice = dice.choice();
    weights.forEach((table, weight) -> choice.add(weight, () -> table));
    return choice.make();
  }
}
