/**
 * Forms of the parse tree that Calcite does not know or gets wrong, each replaced by one that it
 * gets right. Trees come as they were parsed, or node by node from the validator: types are not
 * known here, and no row expression is made.
 */
package io.github.bedrocksql.dialect.rewrite;
