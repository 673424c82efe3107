package io.github.bedrocksql.adapter.table;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.client.UnreadableAnswer;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsResponseMetadata;

/**
 * An answer of List.
 *
 * @param rows the summaries; may be none although more pages follow
 * @param nextToken where to go on; empty after the last page
 * @param requestId AWS's id of the answer
 */
public record Page<S>(ImmutableList<S> rows, Optional<String> nextToken, String requestId) {

  /**
   * Returns the page of an answer: some servers end with an empty token instead of none.
   *
   * @param given whether the answer has the list of rows
   * @param field the API's name of that list
   * @throws UnreadableAnswer if the list is missing, or has nulls
   */
  static <S> Page<S> of(
      boolean given, List<S> rows, String field, String nextToken, AwsResponseMetadata metadata) {
    return new Page<>(
        Values.elements(given, rows, field),
        Optional.ofNullable(Strings.emptyToNull(nextToken)),
        metadata.requestId());
  }
}
