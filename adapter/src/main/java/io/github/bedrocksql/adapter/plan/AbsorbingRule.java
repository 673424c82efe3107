package io.github.bedrocksql.adapter.plan;

import org.apache.calcite.rel.rules.SubstitutionRule;

/**
 * A rule by which a scan takes in what is above it. The planner applies such rules before all
 * others and forgets what stood there: a scan that knows more never costs more calls, and what
 * {@code job_identifier} means must not hang on a choice of the planner's.
 */
interface AbsorbingRule extends SubstitutionRule {
  @Override
  default boolean autoPruneOld() {
    return true;
  }
}
