/**
 * The way in for Calcite: the schema factory that a model.json names, the schema and its tables.
 * What a table holds, how a scan is planned and how it runs live in the packages below.
 */
package io.github.bedrocksql.adapter;
