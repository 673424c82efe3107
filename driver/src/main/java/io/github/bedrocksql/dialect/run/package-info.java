/**
 * How a plan is run: none of Calcite's operators can be stopped, or tells what it holds, so checks
 * are put between them and into the code that they call.
 */
package io.github.bedrocksql.dialect.run;
