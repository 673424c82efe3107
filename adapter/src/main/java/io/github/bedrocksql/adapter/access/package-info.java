/**
 * From the values that a query leaves possible to the calls that serve it: {@link
 * io.github.bedrocksql.adapter.access.Bounds} in, {@link
 * io.github.bedrocksql.adapter.access.AccessPath} out. The planner asks with what it knows, the
 * executor with everything; both get the same answer. No row expression, no SDK class, no call in
 * here.
 */
package io.github.bedrocksql.adapter.access;
