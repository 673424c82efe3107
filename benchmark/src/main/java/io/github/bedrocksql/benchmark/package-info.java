/**
 * Measures the driver beside a program written by hand on the same SDK and HTTP client, against one
 * endpoint in another process.
 */
package io.github.bedrocksql.benchmark;
