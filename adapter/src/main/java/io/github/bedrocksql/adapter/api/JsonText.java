package io.github.bedrocksql.adapter.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.Maps;
import io.github.bedrocksql.adapter.config.JsonBuffers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.document.Document;

/**
 * Lists, maps and structures of the SDK as JSON, with the API's names and without absent fields.
 */
public final class JsonText {
  private static final ObjectMapper JSON = new ObjectMapper(JsonBuffers.shared());

  private JsonText() {}

  /** Returns the JSON of a value; null for null. */
  public static String of(Object value) {
    try {
      return value == null ? null : JSON.writeValueAsString(plain(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e); // Texts, numbers and what holds them have a JSON form.
    }
  }

  /** Returns what the body of an answer says. */
  static JsonNode tree(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException("The answer is not JSON", e);
    }
  }

  private static Object plain(Object value) {
    if (value instanceof SdkPojo object) {
      return Maps.transformValues(FieldPath.givenFields(object), JsonText::plain);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(JsonText::plain).toList();
    }
    if (value instanceof Map<?, ?> map) {
      return Maps.transformValues(map, JsonText::plain);
    }
    if (value instanceof Document document) {
      return document.unwrap();
    }
    return value instanceof Instant instant ? instant.toString() : value;
  }
}
