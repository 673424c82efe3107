package io.github.bedrocksql.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** The fields of an answer's object, or of a row in it; those that are null are left out. */
final class Fields {
  private final ObjectNode json;
  private final boolean omitOptional;

  /**
   * Writes into an object.
   *
   * @param omitOptional whether only those are written that the API promises
   */
  Fields(ObjectNode json, boolean omitOptional) {
    this.json = json;
    this.omitOptional = omitOptional;
  }

  /** Writes a field that is always there. */
  Fields always(String name, Object value) {
    return put(name, value);
  }

  /** Writes a field that may be absent. */
  Fields maybe(String name, Object value) {
    return omitOptional ? this : put(name, value);
  }

  private Fields put(String name, Object value) {
    if (value instanceof String text) {
      json.put(name, text);
    } else if (value instanceof Instant time) {
      json.put(name, Json.text(time));
    } else if (value instanceof JsonNode structure) {
      json.set(name, structure.deepCopy());
    } else if (value != null) {
      json.set(name, Json.MAPPER.valueToTree(value));
    }
    return this;
  }

  /** Returns a writer of the fields of an object in this one. */
  Fields object(String name) {
    return new Fields(json.putObject(name), omitOptional);
  }
}
