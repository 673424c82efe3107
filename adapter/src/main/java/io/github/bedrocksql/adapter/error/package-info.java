/**
 * How a failure is reported to users: its SQLState with the exception class that JDBC gives it, and
 * the text of a message. For adapter and driver alike; nothing here may depend on any other package
 * of ours.
 */
package io.github.bedrocksql.adapter.error;
