package io.github.bedrocksql.adapter.plan;

import org.apache.calcite.rel.rules.SubstitutionRule;

/**
 * A rule by which a scan takes in what is above it. The planner applies such rules before all
 * others: a scan that knows more never costs more calls.
 */
interface AbsorbingRule extends SubstitutionRule {}
