package io.github.bedrocksql.adapter.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;

/** Random answers that are what the API's model allows, and have fields that it doesn't name. */
final class GeneratedAnswers {
  private static final int DEEPEST = 8;
  private static final List<String> TEXTS =
      List.of(
          "", "a", "Completed", "ü", "\uD83D\uDE00", "a\"b\\c\n", "null", "1", "x".repeat(5000));

  private final Random random;

  GeneratedAnswers(long seed) {
    this.random = new Random(seed);
  }

  /** Returns an answer of this class, as JSON. */
  String answer(SdkPojo structure) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      structure(structure, json, 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private void structure(SdkPojo structure, JsonGenerator json, int depth) throws IOException {
    json.writeStartObject();
    for (SdkField<?> field : structure.sdkFields()) {
      if (random.nextInt(10) == 0) {
        unknown(json);
      }
      if (depth < DEEPEST && random.nextInt(4) > 0) {
        json.writeFieldName(field.locationName());
        value(field, json, depth + 1);
      }
    }
    json.writeEndObject();
  }

  private void unknown(JsonGenerator json) throws IOException {
    json.writeFieldName("unknown" + random.nextInt(3));
    if (random.nextBoolean()) {
      json.writeString(text());
    } else {
      document(json, 0);
    }
  }

  private String text() {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }

  private void value(SdkField<?> field, JsonGenerator json, int depth) throws IOException {
    if (random.nextInt(12) == 0) {
      json.writeNull();
      return;
    }
    switch (field.marshallingType().getKnownType()) {
      case STRING -> json.writeString(text());
      case INSTANT -> json.writeString(instant().toString());
      case BOOLEAN -> json.writeBoolean(random.nextBoolean());
      case INTEGER -> json.writeNumber(random.nextInt());
      case LONG -> json.writeNumber(random.nextLong());
      case FLOAT -> json.writeNumber(random.nextFloat());
      case DOUBLE -> json.writeNumber(random.nextDouble() * 1e9);
      case SDK_BYTES -> json.writeBinary(new byte[] {1, 2, (byte) random.nextInt()});
      case DOCUMENT -> document(json, depth);
      case LIST -> list(field, json, depth);
      case MAP -> map(field, json, depth);
      default -> structure(field.constructor().get(), json, depth);
    }
  }

  private Instant instant() {
    return Instant.ofEpochSecond(
        random.nextLong(-62_135_596_800L, 253_402_300_800L),
        switch (random.nextInt(3)) {
          case 0 -> 0;
          case 1 -> random.nextInt(1000) * 1_000_000L;
          default -> random.nextInt(1_000_000_000);
        });
  }

  private void list(SdkField<?> field, JsonGenerator json, int depth) throws IOException {
    json.writeStartArray();
    for (int i = random.nextInt(4); i > 0; i--) {
      value(field.getTrait(ListTrait.class).memberFieldInfo(), json, depth + 1);
    }
    json.writeEndArray();
  }

  private void map(SdkField<?> field, JsonGenerator json, int depth) throws IOException {
    json.writeStartObject();
    for (int i = random.nextInt(3); i > 0; i--) {
      json.writeFieldName("key" + i);
      value(field.getTrait(MapTrait.class).valueFieldInfo(), json, depth + 1);
    }
    json.writeEndObject();
  }

  private void document(JsonGenerator json, int depth) throws IOException {
    switch (random.nextInt(depth < DEEPEST ? 6 : 4)) {
      case 0 -> json.writeString(text());
      case 1 -> json.writeNumber(random.nextDouble());
      case 2 -> json.writeBoolean(random.nextBoolean());
      case 3 -> json.writeNull();
      case 4 -> {
        json.writeStartArray();
        document(json, depth + 1);
        json.writeEndArray();
      }
      default -> {
        json.writeStartObject();
        json.writeFieldName("a");
        document(json, depth + 1);
        json.writeEndObject();
      }
    }
  }
}
