package io.github.bedrocksql.adapter.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.google.common.collect.Maps;
import io.github.bedrocksql.adapter.config.JsonBuffers;
import java.io.IOException;
import java.io.StringWriter;
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
  private static final JsonFactory VALUES = JsonBuffers.shared();

  private JsonText() {}

  /** Returns the JSON of a value; null for null. */
  public static String of(Object value) {
    if (value == null) {
      return null;
    }
    StringWriter text = new StringWriter();
    try (JsonGenerator json = VALUES.createGenerator(text)) {
      write(plain(value), json);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // There is none in memory.
    }
    return text.toString();
  }

  private static void write(Object value, JsonGenerator json) throws IOException {
    if (value instanceof Map<?, ?> fields) {
      json.writeStartObject();
      for (Map.Entry<?, ?> field : fields.entrySet()) {
        json.writeFieldName(String.valueOf(field.getKey()));
        write(field.getValue(), json);
      }
      json.writeEndObject();
    } else if (value instanceof List<?> elements) {
      json.writeStartArray();
      for (Object element : elements) {
        write(element, json);
      }
      json.writeEndArray();
    } else {
      json.writeObject(value);
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
