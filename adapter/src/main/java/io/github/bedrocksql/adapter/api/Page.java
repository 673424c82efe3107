package io.github.bedrocksql.adapter.api;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * An answer of List.
 *
 * @param rows the summaries; may be empty although more pages follow
 * @param nextToken where to go on; empty after the last page
 * @param requestId AWS's id of the answer
 */
public record Page(ImmutableList<Resource> rows, Optional<String> nextToken, String requestId) {}
