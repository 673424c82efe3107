package io.github.bedrocksql.dialect.json;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.error.Refusal;
import io.github.bedrocksql.adapter.error.SqlState;
import io.github.bedrocksql.dialect.time.TimeText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.avatica.util.DateTimeUtils;
import org.apache.calcite.linq4j.function.Strict;

/**
 * What a plan's generated code calls for PostgreSQL's functions of JSON. JSON is a text; a null
 * gives null, and what is not JSON fails with SQLState 22P02.
 */
public final class JsonValues {
  /** PostgreSQL's order of an object's keys. */
  private static final Comparator<String> KEYS =
      Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

  private JsonValues() {}

  /** {@code x::json}: the text as it is. */
  @Strict
  public static String checked(String json) {
    JsonItems.parsed(json);
    return json;
  }

  /** {@code x::jsonb}: its keys in order, and a blank after each comma and colon. */
  @Strict
  public static String normal(String json) {
    return spaced(JsonItems.parsed(json));
  }

  private static String spaced(Object value) {
    StringBuilder text = new StringBuilder();
    write(value, text);
    return text.toString();
  }

  private static void write(Object value, StringBuilder text) {
    String separator = "";
    if (value instanceof Map<?, ?> object) {
      text.append('{');
      for (String key : object.keySet().stream().map(String.class::cast).sorted(KEYS).toList()) {
        text.append(separator).append(JsonItems.text(key)).append(": ");
        write(object.get(key), text);
        separator = ", ";
      }
      text.append('}');
    } else if (value instanceof List<?> array) {
      text.append('[');
      for (Object element : array) {
        text.append(separator);
        write(element, text);
        separator = ", ";
      }
      text.append(']');
    } else {
      text.append(
          value instanceof BigDecimal number ? number.toPlainString() : JsonItems.text(value));
    }
  }

  /** {@code json -> key}. */
  @Strict
  public static String member(String json, String key) {
    return JsonItems.parsed(json) instanceof Map<?, ?> object && object.containsKey(key)
        ? JsonItems.text(object.get(key))
        : null;
  }

  /** {@code json -> index}: from 0, or from -1 at the end. */
  @Strict
  public static String element(String json, long index) {
    if (!(JsonItems.parsed(json) instanceof List<?> array)) {
      return null;
    }
    long place = index < 0 ? index + array.size() : index;
    return place >= 0 && place < array.size() ? JsonItems.text(array.get((int) place)) : null;
  }

  /** {@code json #> path}. */
  @Strict
  public static String at(String json, List<String> path) {
    Object value = JsonItems.parsed(json);
    for (String step : path) {
      if (value instanceof Map<?, ?> object && object.containsKey(step)) {
        value = object.get(step);
      } else if (value instanceof List<?> array && step != null && step.matches("-?\\d{1,9}")) {
        int index = Integer.parseInt(step);
        int place = index < 0 ? index + array.size() : index;
        if (place < 0 || place >= array.size()) {
          return null;
        }
        value = array.get(place);
      } else {
        return null;
      }
    }
    return JsonItems.text(value);
  }

  /** What {@code ->>} gives: a text without its quotes, null for JSON's null, else the JSON. */
  @Strict
  public static String plain(String json) {
    Object value = JsonItems.parsed(json);
    return value == null || value instanceof String ? (String) value : json;
  }

  /** {@code jsonb ? key}: whether it is a key of the object or a text in the array. */
  @Strict
  public static boolean hasKey(String json, String key) {
    return has(JsonItems.parsed(json), key);
  }

  private static boolean has(Object value, String key) {
    return value instanceof Map<?, ?> object
        ? object.containsKey(key)
        : value instanceof List<?> array ? array.contains(key) : key.equals(value);
  }

  /** {@code jsonb ?| keys}. */
  @Strict
  public static boolean hasAny(String json, List<String> keys) {
    Object value = JsonItems.parsed(json);
    return keys.stream().anyMatch(key -> key != null && has(value, key));
  }

  /** {@code jsonb ?& keys}. */
  @Strict
  public static boolean hasAll(String json, List<String> keys) {
    Object value = JsonItems.parsed(json);
    return keys.stream().allMatch(key -> key == null || has(value, key));
  }

  /** {@code jsonb @> jsonb}. */
  @Strict
  public static boolean holds(String json, String part) {
    Object whole = JsonItems.parsed(json);
    Object wanted = JsonItems.parsed(part);
    boolean element = whole instanceof List && !JsonItems.isComposite(wanted);
    return element ? isHeld(whole, List.of(wanted)) : isHeld(whole, wanted);
  }

  private static boolean isHeld(Object whole, Object part) {
    if (whole instanceof Map<?, ?> object && part instanceof Map<?, ?> members) {
      return members.entrySet().stream()
          .allMatch(
              member ->
                  object.containsKey(member.getKey())
                      && isHeld(object.get(member.getKey()), member.getValue()));
    }
    if (whole instanceof List<?> array && part instanceof List<?> elements) {
      return elements.stream()
          .allMatch(element -> array.stream().anyMatch(one -> isHeld(one, element)));
    }
    return spaced(whole).equals(spaced(part));
  }

  /** {@code json_typeof(json)}. */
  @Strict
  public static String type(String json) {
    Object value = JsonItems.parsed(json);
    if (value instanceof Map) {
      return "object";
    }
    if (value instanceof List) {
      return "array";
    }
    if (value instanceof Number) {
      return "number";
    }
    return value instanceof Boolean ? "boolean" : value == null ? "null" : "string";
  }

  /** {@code jsonb - key}: without a key, or without the texts that are the same. */
  @Strict
  public static String without(String json, String key) {
    Object value = JsonItems.parsed(json);
    if (value instanceof Map<?, ?> object) {
      Map<Object, Object> rest = new LinkedHashMap<>(object);
      rest.remove(key);
      return spaced(rest);
    }
    if (value instanceof List<?> array) {
      return spaced(array.stream().filter(element -> !key.equals(element)).toList());
    }
    throw invalid("cannot delete from scalar");
  }

  /** {@code jsonb - index}. */
  @Strict
  public static String withoutElement(String json, long index) {
    if (!(JsonItems.parsed(json) instanceof List<?> array)) {
      throw invalid("cannot delete from object using integer index");
    }
    List<Object> rest = new ArrayList<>(array);
    long place = index < 0 ? index + rest.size() : index;
    if (place >= 0 && place < rest.size()) {
      rest.remove((int) place);
    }
    return spaced(rest);
  }

  /** {@code jsonb || jsonb}. */
  @Strict
  public static String joined(String json, String other) {
    Object first = JsonItems.parsed(json);
    Object second = JsonItems.parsed(other);
    if (first instanceof Map<?, ?> object && second instanceof Map<?, ?> members) {
      Map<Object, Object> all = new LinkedHashMap<>(object);
      all.putAll(members);
      return spaced(all);
    }
    List<Object> all = new ArrayList<>(elements(first));
    all.addAll(elements(second));
    return spaced(all);
  }

  private static List<?> elements(Object value) {
    return value instanceof List<?> array ? array : Collections.singletonList(value);
  }

  private static Refusal invalid(String message) {
    return new Refusal(SqlState.INVALID_PARAMETER.exception(message));
  }

  /** {@code jsonb_object_keys(json)}, as an array; jsonb's are in order. */
  @Strict
  public static List<String> keys(String json) {
    if (!(JsonItems.parsed(json) instanceof Map<?, ?> object)) {
      throw invalid("The JSON is not an object");
    }
    return object.keySet().stream()
        .map(String.class::cast)
        .collect(ImmutableList.toImmutableList());
  }

  /** {@code jsonb_object_keys(jsonb)}, as an array. */
  @Strict
  public static List<String> sortedKeys(String json) {
    return ImmutableList.sortedCopyOf(KEYS, keys(json));
  }

  /** {@code jsonb_array_elements(jsonb)}, as an array. */
  @Strict
  public static List<String> elements(String json) {
    return JsonArrays.items(json).stream().map(JsonValues::normal).toList();
  }

  /** {@code jsonb_array_elements_text(jsonb)}, as an array. */
  @Strict
  public static List<String> plainElements(String json) {
    List<String> plain = new ArrayList<>();
    elements(json).forEach(element -> plain.add(plain(element)));
    return plain;
  }

  /** {@code jsonb_pretty(json)}. */
  @Strict
  public static String pretty(String json) {
    StringBuilder text = new StringBuilder();
    indent(JsonItems.parsed(json), "\n", text);
    return text.toString();
  }

  private static void indent(Object value, String line, StringBuilder text) {
    String inner = line + "    ";
    String separator = inner;
    if (value instanceof Map<?, ?> object && !object.isEmpty()) {
      text.append('{');
      for (String key : object.keySet().stream().map(String.class::cast).sorted(KEYS).toList()) {
        text.append(separator).append(JsonItems.text(key)).append(": ");
        indent(object.get(key), inner, text);
        separator = "," + inner;
      }
      text.append(line).append('}');
    } else if (value instanceof List<?> array && !array.isEmpty()) {
      text.append('[');
      for (Object element : array) {
        text.append(separator);
        indent(element, inner, text);
        separator = "," + inner;
      }
      text.append(line).append(']');
    } else {
      write(value, text);
    }
  }

  /** A text as JSON. */
  @Strict
  public static String quoted(String text) {
    return JsonItems.text(text);
  }

  /** The text of an object's key, which can't be null. */
  public static String key(String text) {
    if (text == null) {
      throw new Refusal(
          SqlState.NULL_NOT_ALLOWED.exception("null value not allowed for object key"));
    }
    return JsonItems.text(text);
  }

  /** A floating-point number as JSON. */
  @Strict
  public static String number(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  /** A TIMESTAMP as JSON: in ISO 8601. */
  @Strict
  public static String time(long millis) {
    String text = DateTimeUtils.unixTimestampToString(millis, TimeText.PRECISION);
    return JsonItems.text(text.replace(' ', 'T').replaceFirst("\\.?0*$", ""));
  }

  /** An array of texts, numbers or truth values as JSON. */
  @Strict
  public static String array(List<?> elements) {
    return JsonItems.text(elements);
  }
}
