/** Which of Calcite's own rules take part in a plan, and what stands in for them. */
package io.github.bedrocksql.adapter.rules;
