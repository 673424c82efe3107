package io.github.bedrocksql.differential;

import java.util.Set;

/** Which tables a query is over. */
final class Tables {
  private Tables() {}

  /** Returns a table, most often that of the jobs. */
  static Table any(Dice dice, Set<Feature> features) {
    boolean children = features.contains(Feature.CHILD_TABLES);
    boolean models = features.contains(Feature.IMPORTED_MODELS);
    return dice.<Table>choice()
        .add(12, () -> Table.JOBS)
        .addIf(models, 4, () -> Table.MODELS)
        .addIf(children, 1, () -> Table.SUBNETS)
        .addIf(children, 1, () -> Table.SECURITY_GROUPS)
        .addIf(children, 1, () -> Table.JOB_TAGS)
        .addIf(children && models, 1, () -> Table.MODEL_TAGS)
        .make();
  }
}
