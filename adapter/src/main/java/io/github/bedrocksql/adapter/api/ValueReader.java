package io.github.bedrocksql.adapter.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.google.common.primitives.Doubles;
import com.google.common.primitives.Floats;
import com.google.common.primitives.Ints;
import com.google.common.primitives.Longs;
import io.github.bedrocksql.adapter.client.UnreadableAnswer;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;

/**
 * Reads a field's value as the SDK has it. Where the SDK is lenient this is too: numbers and truth
 * values as texts, and texts that say a number or a truth value.
 */
final class ValueReader {
  private final Kind kind;

  /** Of a list's elements or a map's values; else null. */
  private final ValueReader inside;

  /** Else null. */
  private final StructureReader structure;

  private enum Kind {
    TEXT,
    TIME,
    TRUTH,
    INTEGER,
    LONG,
    FLOAT,
    DOUBLE,
    BYTES,
    DOCUMENT,
    LIST,
    MAP,
    STRUCTURE
  }

  private ValueReader(Kind kind, ValueReader inside, StructureReader structure) {
    this.kind = kind;
    this.inside = inside;
    this.structure = structure;
  }

  /**
   * Returns what reads a field.
   *
   * @throws IllegalArgumentException if no answer has had such a type: see the API's model
   */
  static ValueReader of(SdkField<?> field) {
    Kind kind = kind(field.marshallingType());
    return switch (kind) {
      case LIST ->
          new ValueReader(kind, of(field.getTrait(ListTrait.class).memberFieldInfo()), null);
      case MAP -> new ValueReader(kind, of(field.getTrait(MapTrait.class).valueFieldInfo()), null);
      case STRUCTURE -> new ValueReader(kind, null, new StructureReader(field.constructor()));
      default -> new ValueReader(kind, null, null);
    };
  }

  private static Kind kind(MarshallingType<?> type) {
    return switch (type.getKnownType()) {
      case STRING -> Kind.TEXT;
      case INSTANT -> Kind.TIME;
      case BOOLEAN -> Kind.TRUTH;
      case INTEGER -> Kind.INTEGER;
      case LONG -> Kind.LONG;
      case FLOAT -> Kind.FLOAT;
      case DOUBLE -> Kind.DOUBLE;
      case SDK_BYTES -> Kind.BYTES;
      case DOCUMENT -> Kind.DOCUMENT;
      case LIST -> Kind.LIST;
      case MAP -> Kind.MAP;
      case SDK_POJO -> Kind.STRUCTURE;
      default -> throw new IllegalArgumentException("A field of an answer is " + type);
    };
  }

  /** Returns whether JSON's null is a value of its own, and not that the field is absent. */
  boolean readsNull() {
    return kind == Kind.DOCUMENT;
  }

  /**
   * Reads the value that the parser is at.
   *
   * @param name the API's name of the field, for people
   * @throws IOException if it is not JSON
   * @throws UnreadableAnswer if it has another type
   */
  Object read(JsonParser parser, String name, UnknownMembers unknown) throws IOException {
    return switch (kind) {
      case TEXT -> text(parser, name);
      case TIME -> time(parser, name);
      case TRUTH -> truth(parser, name);
      case INTEGER, LONG, FLOAT, DOUBLE -> number(parser, name);
      case BYTES -> SdkBytes.fromByteArrayUnsafe(parser.getBinaryValue());
      case DOCUMENT -> document(parser);
      case LIST -> list(parser, name, unknown);
      case MAP -> map(parser, name, unknown);
      case STRUCTURE -> {
        expect(JsonToken.START_OBJECT, parser, name);
        yield structure.read(parser, unknown);
      }
    };
  }

  private List<Object> list(JsonParser parser, String name, UnknownMembers unknown)
      throws IOException {
    expect(JsonToken.START_ARRAY, parser, name);
    List<Object> list = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      list.add(element(parser, name, unknown));
    }
    return list;
  }

  private Map<String, Object> map(JsonParser parser, String name, UnknownMembers unknown)
      throws IOException {
    expect(JsonToken.START_OBJECT, parser, name);
    Map<String, Object> map = new LinkedHashMap<>();
    for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
      parser.nextToken();
      map.put(key, element(parser, name, unknown));
    }
    return map;
  }

  private Object element(JsonParser parser, String name, UnknownMembers unknown)
      throws IOException {
    return parser.hasToken(JsonToken.VALUE_NULL) && !inside.readsNull()
        ? null
        : inside.read(parser, name, unknown);
  }

  private static Document document(JsonParser parser) throws IOException {
    switch (parser.currentToken()) {
      case START_OBJECT -> {
        Map<String, Document> fields = new LinkedHashMap<>();
        for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
          parser.nextToken();
          fields.put(key, document(parser));
        }
        return Document.fromMap(fields);
      }
      case START_ARRAY -> {
        List<Document> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          elements.add(document(parser));
        }
        return Document.fromList(elements);
      }
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
        return Document.fromNumber(parser.getText());
      }
      case VALUE_TRUE, VALUE_FALSE -> {
        return Document.fromBoolean(parser.getBooleanValue());
      }
      case VALUE_NULL -> {
        return Document.fromNull();
      }
      default -> {
        return Document.fromString(parser.getText());
      }
    }
  }

  private static String text(JsonParser parser, String name) throws IOException {
    if (parser.currentToken().isStructStart()) {
      throw mismatch(parser, name, "text");
    }
    return parser.getText();
  }

  private static Instant time(JsonParser parser, String name) throws IOException {
    JsonToken token = parser.currentToken();
    Instant instant = null;
    if (token == JsonToken.VALUE_STRING) {
      instant =
          PlainTime.instant(
              parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
      instant = instant == null ? AnswerTime.ofText(parser.getText()) : instant;
    } else if (token.isNumeric()) {
      instant = AnswerTime.ofSeconds(parser.getText());
    }
    if (instant == null) {
      throw mismatch(parser, name, "a point in time");
    }
    return instant;
  }

  private static Boolean truth(JsonParser parser, String name) throws IOException {
    return switch (parser.getText()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw mismatch(parser, name, "true or false");
    };
  }

  private Number number(JsonParser parser, String name) throws IOException {
    Number number = null;
    if (parser.currentToken().isScalarValue()) {
      String text = parser.getText();
      number =
          switch (kind) {
            case INTEGER -> Ints.tryParse(text);
            case LONG -> Longs.tryParse(text);
            case FLOAT -> Floats.tryParse(text);
            default -> Doubles.tryParse(text);
          };
    }
    if (number == null) {
      throw mismatch(
          parser, name, kind == Kind.INTEGER || kind == Kind.LONG ? "a whole number" : "a number");
    }
    return number;
  }

  private static void expect(JsonToken token, JsonParser parser, String name) throws IOException {
    if (!parser.hasToken(token)) {
      throw mismatch(parser, name, token == JsonToken.START_OBJECT ? "an object" : "an array");
    }
  }

  private static UnreadableAnswer mismatch(JsonParser parser, String name, String wanted)
      throws IOException {
    String came =
        switch (parser.currentToken()) {
          case START_OBJECT -> "an object";
          case START_ARRAY -> "an array";
          default -> "'" + parser.getText() + "'";
        };
    return new UnreadableAnswer("'" + name + "' is " + came + ", not " + wanted);
  }
}
