/**
 * LIKE, SIMILAR TO and regular expressions, matched as PostgreSQL matches them and in time that a
 * statement's cancel can end. Knows texts only: no parse tree, no plan, no type of Calcite's.
 */
package io.github.bedrocksql.dialect.pattern;
