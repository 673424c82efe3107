package io.github.bedrocksql.adapter.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.google.common.base.Ascii;
import io.github.bedrocksql.adapter.client.UnreadableAnswer;
import io.github.bedrocksql.adapter.config.JsonBuffers;
import io.github.bedrocksql.adapter.error.PlainText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Reads the bodies of answers into the SDK's objects, in one pass. The SDK itself takes an empty
 * body for an answer without fields, drops the names of a tagged union's members that it does not
 * know, understands times in one format only and parses them slowly.
 */
final class AnswerReader {
  private static final JsonFactory JSON = JsonBuffers.shared();

  private static final int SHOWN = 60;

  private final StructureReader answer;

  AnswerReader(StructureReader answer) {
    this.answer = answer;
  }

  /** What a body says. */
  record Read(SdkPojo fields, UnknownMembers unknownMembers) {}

  /**
   * Reads a body.
   *
   * @throws UnreadableAnswer if it is not a JSON object, or has a field of another type than the
   *     API's
   */
  Read read(byte[] body) {
    try (JsonParser parser = JSON.createParser(body)) {
      JsonToken first = parser.nextToken();
      if (first != JsonToken.START_OBJECT) {
        throw new UnreadableAnswer(
            first == null ? "an empty body" : "not a JSON object but " + shown(body));
      }
      UnknownMembers unknown = new UnknownMembers();
      SdkPojo fields = answer.read(parser, unknown);
      if (parser.nextToken() != null) {
        throw notJson(body);
      }
      return new Read(fields, unknown);
    } catch (IOException e) { // Of bytes in memory: what they say is at fault.
      throw notJson(body);
    }
  }

  private static UnreadableAnswer notJson(byte[] body) {
    return new UnreadableAnswer("not valid JSON, or incomplete: " + shown(body));
  }

  private static String shown(byte[] body) {
    String text = PlainText.of(new String(body, StandardCharsets.UTF_8));
    return Ascii.truncate(text.strip(), SHOWN, "…");
  }
}
