/**
 * Many connections, threads and calls at once, and what is left of them. {@code ConcurrencyTest} is
 * part of the build; {@code Soak} runs when it is asked for. What one thread can see belongs to the
 * other packages.
 */
package io.github.bedrocksql.load;
