package io.github.bedrocksql.adapter.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.client.UnreadableAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The SDK's values as columns have them. */
final class Values {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Splitter COLONS = Splitter.on(':');

  private Values() {}

  /** Returns milliseconds since the epoch; null for null. */
  static Long millis(Instant instant) {
    return instant == null ? null : instant.toEpochMilli();
  }

  /** Returns whole seconds; null where an end is missing. */
  static Long seconds(Instant start, Instant end) {
    return start == null || end == null ? null : Duration.between(start, end).toSeconds();
  }

  /** Returns the fifth part of an ARN; null where a server gives another form. */
  static String account(String arn) {
    List<String> parts = arn == null ? List.of() : COLONS.limit(6).splitToList(arn);
    return parts.size() < 6 ? null : parts.get(4);
  }

  /**
   * Returns a list that an answer must have.
   *
   * @param given whether it has it
   * @param field the API's name of the list
   * @throws UnreadableAnswer if the list is missing, or has nulls
   */
  static <E> ImmutableList<E> elements(boolean given, List<E> list, String field) {
    if (!given) {
      throw new UnreadableAnswer("no '" + field + "'");
    }
    return elements(list, field);
  }

  /**
   * Returns a list of an answer, unchanged.
   *
   * @throws UnreadableAnswer if it has nulls
   */
  static <E> ImmutableList<E> elements(List<E> list, String field) {
    int index = list.indexOf(null);
    if (index >= 0) {
      throw new UnreadableAnswer("null in '" + field + "', at " + (index + 1));
    }
    return ImmutableList.copyOf(list);
  }

  /**
   * Throws unless an answer tells of which resource it is: other fields may be missing.
   *
   * @param arnField the API's name of the ARN
   * @throws UnreadableAnswer if neither is given
   */
  static void checkIdentified(String arn, String name, String arnField) {
    if (arn == null && name == null) {
      throw new UnreadableAnswer("no '" + arnField + "'");
    }
  }

  /** Returns a JSON array. */
  static String json(List<String> texts) {
    try {
      return JSON.writeValueAsString(texts);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e); // A list of strings always has a JSON form.
    }
  }
}
