package io.github.bedrocksql.sandbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDelegatingDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.util.StdConverter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Map;

/** REST-JSON: absent fields left out, times in ISO-8601 with milliseconds. */
final class Json {
  /** Its buffers stay in no thread of the application's. */
  static final ObjectMapper MAPPER =
      new ObjectMapper(
              new JsonFactory().setRecyclerPool(JsonRecyclerPools.sharedConcurrentDequePool()))
          .registerModule(types())
          .setSerializationInclusion(JsonInclude.Include.NON_NULL);

  private static final DateTimeFormatter TIMES =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

  private Json() {}

  static String text(Instant time) {
    return TIMES.format(time);
  }

  private static SimpleModule types() {
    return new SimpleModule()
        .addSerializer(new TimeSerializer())
        .addDeserializer(Instant.class, new TimeDeserializer())
        .addDeserializer(ImmutableList.class, new StdDelegatingDeserializer<>(new ImmutableTexts()))
        .addDeserializer(
            ImmutableMap.class, new StdDelegatingDeserializer<>(new ImmutableTextMap()));
  }

  private static final class ImmutableTexts
      extends StdConverter<List<String>, ImmutableList<String>> {
    @Override
    public ImmutableList<String> convert(List<String> texts) {
      return ImmutableList.copyOf(texts);
    }
  }

  private static final class ImmutableTextMap
      extends StdConverter<Map<String, String>, ImmutableMap<String, String>> {
    @Override
    public ImmutableMap<String, String> convert(Map<String, String> texts) {
      return ImmutableMap.copyOf(texts);
    }
  }

  private static final class TimeSerializer extends StdSerializer<Instant> {
    private static final long serialVersionUID = 1;

    TimeSerializer() {
      super(Instant.class);
    }

    @Override
    public void serialize(Instant time, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(text(time));
    }
  }

  private static final class TimeDeserializer extends StdDeserializer<Instant> {
    private static final long serialVersionUID = 1;

    TimeDeserializer() {
      super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser json, DeserializationContext context) throws IOException {
      return Instant.parse(json.getText());
    }
  }
}
