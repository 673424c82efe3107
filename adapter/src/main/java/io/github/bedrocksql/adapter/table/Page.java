package io.github.bedrocksql.adapter.table;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * An answer of List.
 *
 * @param rows the summaries; may be none although more pages follow
 * @param nextToken where to go on; empty after the last page
 */
public record Page<S>(ImmutableList<S> rows, Optional<String> nextToken) {}
