package io.github.bedrocksql.sandbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/** REST-JSON: absent fields left out, times in ISO-8601 with milliseconds. */
final class Json {
  static final ObjectMapper MAPPER =
      new ObjectMapper()
          .registerModule(times())
          .setSerializationInclusion(JsonInclude.Include.NON_NULL);

  private static final DateTimeFormatter TIMES =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

  private Json() {}

  static String text(Instant time) {
    return TIMES.format(time);
  }

  private static SimpleModule times() {
    return new SimpleModule()
        .addSerializer(new TimeSerializer())
        .addDeserializer(Instant.class, new TimeDeserializer());
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
