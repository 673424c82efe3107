/**
 * The wording of EXPLAIN and of error messages about a scan. What they report is decided elsewhere.
 */
package io.github.bedrocksql.adapter.explain;
