/**
 * Apache Spark, in local mode, on the driver's self-contained jar: what it reads, and which calls
 * that makes. Spark knows the driver by its URL only: no dialect of ours is registered.
 */
package io.github.bedrocksql.clients.spark;
