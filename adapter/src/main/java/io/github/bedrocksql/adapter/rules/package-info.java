/** Which of Calcite's own rules take part in a plan. */
package io.github.bedrocksql.adapter.rules;
