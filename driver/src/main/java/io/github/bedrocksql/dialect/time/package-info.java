/**
 * Times and intervals as PostgreSQL reads, writes and counts them, on plain values. Nothing of a
 * parse tree or of a plan enters.
 */
package io.github.bedrocksql.dialect.time;
