package io.github.bedrocksql.adapter.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.base.Splitter;
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

  /** Returns a JSON array. */
  static String json(List<String> texts) {
    try {
      return JSON.writeValueAsString(texts);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e); // A list of strings always has a JSON form.
    }
  }
}
