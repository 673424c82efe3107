/**
 * What generated code calls for PostgreSQL's functions of texts, numbers and arrays. Only values
 * that a row can hold enter; which function a text means is decided in {@code function}.
 */
package io.github.bedrocksql.dialect.routine;
