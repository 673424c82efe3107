package io.github.bedrocksql.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** ARNs whose ids keep to none of AWS's rules, as emulators give them. */
final class ForeignIds {
  private static final Pattern ARN =
      Pattern.compile(
          "(arn:[^:]+:bedrock:[^:]+:[0-9]{12}:(?:[a-z]+-)*+([a-z]+)(?:/[^/]+)?/)([a-z0-9]{12})");

  private ForeignIds() {}

  /** Returns the ARN under its other id; any other text, and null, as it is. */
  static String shown(String text) {
    if (text == null) {
      return null;
    }
    Matcher arn = ARN.matcher(text);
    return arn.matches()
        ? arn.group(1) + arn.group(2).toUpperCase(Locale.ROOT) + "-" + arn.group(3) + ".x"
        : text;
  }

  /** Changes each ARN in an answer. */
  static void show(JsonNode json) {
    if (json instanceof ObjectNode object) {
      object.fields().forEachRemaining(field -> field.setValue(shown(field.getValue())));
    } else if (json instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, shown(array.get(i)));
      }
    }
  }

  private static JsonNode shown(JsonNode value) {
    show(value);
    return value.isTextual() ? TextNode.valueOf(shown(value.asText())) : value;
  }
}
