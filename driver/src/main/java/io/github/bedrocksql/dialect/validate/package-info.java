/**
 * The types and names of a statement: Calcite's validator, with the parameters, labels and
 * comparisons that PostgreSQL allows. Nothing here makes a plan or words an error of Calcite's.
 */
package io.github.bedrocksql.dialect.validate;
