/**
 * What comes of each fault at each place where it can strike: the whole right answer, or one
 * SQLException that says where and why. What a single feature does in a fault belongs to its own
 * test.
 */
package io.github.bedrocksql.faults;
