package io.github.bedrocksql.adapter.client;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableSet;
import io.github.bedrocksql.adapter.config.PlainText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * The body of an answer before the SDK reads it: the SDK takes an empty one for an answer without
 * fields, and knows a time in the API's own format only.
 */
final class AnswerBody {
  private static final JsonFactory JSON = new JsonFactory();

  private static final ImmutableSet<String> TIMES =
      ImmutableSet.of("creationTime", "lastModifiedTime", "endTime");

  private static final int SHOWN = 60;

  private final byte[] body;

  AnswerBody(byte[] body) {
    this.body = body;
  }

  /**
   * Returns the body with its times as the SDK reads them: itself, if they are.
   *
   * @throws UnreadableAnswer if it is no JSON object, or has a time that can't be told
   */
  byte[] readable() {
    try {
      return hasOddTimes() ? withPlainTimes() : body;
    } catch (IOException e) { // Of bytes in memory: what they say is at fault.
      throw new UnreadableAnswer("no JSON, or not all of it: " + shown());
    }
  }

  private boolean hasOddTimes() throws IOException {
    boolean odd = false;
    try (JsonParser parser = JSON.createParser(body)) {
      JsonToken first = parser.nextToken();
      if (first != JsonToken.START_OBJECT) {
        throw new UnreadableAnswer(
            first == null ? "an empty body" : "no JSON object, but " + shown());
      }
      while (parser.nextToken() != null) {
        odd |= isTime(parser) && !isPlain(parser);
      }
    }
    return odd;
  }

  private byte[] withPlainTimes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length + 64);
    try (JsonParser parser = JSON.createParser(body);
        JsonGenerator generator = JSON.createGenerator(bytes)) {
      while (parser.nextToken() != null) {
        if (isTime(parser) && !isPlain(parser)) {
          generator.writeString(instant(parser).toString());
        } else {
          generator.copyCurrentEventExact(parser);
        }
      }
    }
    return bytes.toByteArray();
  }

  /** Whether this is the value of a time: of the answer itself, or of one of its summaries. */
  private static boolean isTime(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.FIELD_NAME || token.isStructEnd() || !isNamedAsTime(parser)) {
      return false;
    }
    JsonStreamContext object = object(parser);
    JsonStreamContext list = object.getParent();
    return list.inRoot()
        || (list.inArray() && list.getParent().inObject() && list.getParent().getParent().inRoot());
  }

  private static boolean isNamedAsTime(JsonParser parser) throws IOException {
    String name = parser.currentName();
    return name != null && TIMES.contains(name) && object(parser).inObject();
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
          "'" + parser.currentName() + "' is " + came + ", which tells no instant");
    }
    return instant.get();
  }

  private String shown() {
    String text = PlainText.of(new String(body, StandardCharsets.UTF_8));
    return Ascii.truncate(text.strip(), SHOWN, "…");
  }
}
