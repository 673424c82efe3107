/**
 * Calcite's side of a scan: the logical and the physical scan, the rules that narrow it, its
 * translation to code. No API call is made here and no SDK class is named.
 */
package io.github.bedrocksql.adapter.plan;
