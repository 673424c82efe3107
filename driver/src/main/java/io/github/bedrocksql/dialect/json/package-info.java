/**
 * JSON as a text: what its paths find, and what PostgreSQL's operators and functions make of it.
 * This is the only package that reads JSON; nothing of a parse tree or of a plan enters.
 */
package io.github.bedrocksql.dialect.json;
