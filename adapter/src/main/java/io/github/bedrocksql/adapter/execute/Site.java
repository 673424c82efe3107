package io.github.bedrocksql.adapter.execute;

import io.github.bedrocksql.adapter.config.Target;

/**
 * One Region as a scan reads it.
 *
 * @param target where it is
 * @param reader makes rows of its answers
 * @param details asks it for details
 */
record Site(Target target, RowReader reader, Details details) {}
