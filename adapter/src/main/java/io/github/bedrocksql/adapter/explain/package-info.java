/**
 * What EXPLAIN and error messages say of a scan. Only wording: what is said is decided elsewhere.
 */
package io.github.bedrocksql.adapter.explain;
