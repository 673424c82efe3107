package io.github.bedrocksql.adapter.client;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.google.common.base.Ascii;
import io.github.bedrocksql.adapter.config.JsonBuffers;
import io.github.bedrocksql.adapter.error.PlainText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * The body of an answer before the SDK reads it: the SDK reads an empty one as an answer without
 * fields, and understands times in the API's own format only.
 */
final class AnswerBody {
  private static final JsonFactory JSON = JsonBuffers.shared();

  private static final int SHOWN = 60;

  private final byte[] body;
  private final AnswerTimes times;

  AnswerBody(byte[] body, AnswerTimes times) {
    this.body = body;
    this.times = times;
  }

  /**
   * Returns the body with its times in the SDK's format: unchanged if they already are.
   *
   * @throws UnreadableAnswer if it is not a JSON object, or has a time that can't be read
   */
  byte[] readable() {
    try {
      return hasOddTimes() ? withPlainTimes() : body;
    } catch (IOException e) { // Of bytes in memory: what they say is at fault.
      throw new UnreadableAnswer("not valid JSON, or incomplete: " + shown());
    }
  }

  private boolean hasOddTimes() throws IOException {
    boolean odd = false;
    try (JsonParser parser = JSON.createParser(body)) {
      JsonToken first = parser.nextToken();
      if (first != JsonToken.START_OBJECT) {
        throw new UnreadableAnswer(
            first == null ? "an empty body" : "not a JSON object but " + shown());
      }
      while (parser.nextToken() != null) {
        odd = odd || isOddTime(parser); // The rest is read all the same: it must be JSON.
      }
    }
    return odd;
  }

  private byte[] withPlainTimes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length + 64);
    try (JsonParser parser = JSON.createParser(body);
        JsonGenerator generator = JSON.createGenerator(bytes)) {
      while (parser.nextToken() != null) {
        if (isOddTime(parser)) {
          generator.writeString(instant(parser).toString());
        } else {
          generator.copyCurrentEventExact(parser);
        }
      }
    }
    return bytes.toByteArray();
  }

  /** Its path is looked at last: nearly every time is plain. */
  private boolean isOddTime(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    String name = parser.currentName();
    return token != JsonToken.FIELD_NAME
        && !token.isStructEnd()
        && name != null
        && times.names().contains(name)
        && object(parser).inObject()
        && !isPlain(parser)
        && times.paths().contains(path(object(parser), name));
  }

  private static String path(JsonStreamContext object, String name) {
    String path = name;
    for (JsonStreamContext in = object.getParent(); in != null; in = in.getParent()) {
      path = in.inObject() ? in.getCurrentName() + "." + path : path;
    }
    return path;
  }

  /** What the value is in; of a structure, the parser is inside already. */
  private static JsonStreamContext object(JsonParser parser) {
    JsonStreamContext context = parser.getParsingContext();
    return parser.currentToken().isStructStart() ? context.getParent() : context;
  }

  private static boolean isPlain(JsonParser parser) throws IOException {
    return parser.currentToken() == JsonToken.VALUE_NULL
        || (parser.currentToken() == JsonToken.VALUE_STRING
            && AnswerTime.isPlain(parser.getText()));
  }

  private static Instant instant(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    Optional<Instant> instant =
        token.isNumeric()
            ? AnswerTime.ofSeconds(parser.getText())
            : token == JsonToken.VALUE_STRING
                ? AnswerTime.ofText(parser.getText())
                : Optional.empty();
    if (instant.isEmpty()) {
      String came = token.isStructStart() ? "no text" : "'" + parser.getText() + "'";
      throw new UnreadableAnswer(
          "'" + parser.currentName() + "' is " + came + ", which is not a point in time");
    }
    return instant.get();
  }

  private String shown() {
    String text = PlainText.of(new String(body, StandardCharsets.UTF_8));
    return Ascii.truncate(text.strip(), SHOWN, "…");
  }
}
