/**
 * The templates of {@code to_char}, {@code to_date}, {@code to_timestamp} and {@code to_number}, on
 * plain values. Nothing of a parse tree or of a plan enters.
 */
package io.github.bedrocksql.dialect.template;
