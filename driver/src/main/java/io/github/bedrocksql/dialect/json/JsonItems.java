package io.github.bedrocksql.dialect.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.JsonPathException;
import com.jayway.jsonpath.Option;
import com.jayway.jsonpath.PathNotFoundException;
import com.jayway.jsonpath.spi.json.JacksonJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import io.github.bedrocksql.adapter.config.JsonBuffers;
import io.github.bedrocksql.adapter.error.Refusal;
import io.github.bedrocksql.adapter.error.SqlState;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a path finds in a JSON text: a sequence of items, empty if nothing matches. That of a path
 * with a filter or a wildcard is no different from that of another.
 *
 * @param found null if there was an error
 * @param error null if there was none
 */
public record JsonItems(List<Object> found, SQLException error) {
  private static final Pattern MODE =
      Pattern.compile("\\s*(strict|lax)\\s+(.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final ObjectMapper JSON =
      new ObjectMapper(JsonBuffers.shared())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private static final Configuration STRICT =
      Configuration.builder()
          .jsonProvider(new JacksonJsonProvider(JSON))
          .mappingProvider(new JacksonMappingProvider(JSON))
          .options(Option.ALWAYS_RETURN_LIST)
          .build();

  /** A path, and whether it is an error if there is nothing where it leads to. */
  private record Path(JsonPath path, boolean strict) {}

  /**
   * Looks a path up. Without a mode it is lax, as the standard's default is.
   *
   * @throws Refusal with SQLState 22023 if it is not a path
   */
  static JsonItems of(String json, String path) {
    Path read = path(path);
    try {
      List<Object> items = read.path().read(JSON.readValue(json, Object.class), STRICT);
      return new JsonItems(items, null);
    } catch (JsonProcessingException e) {
      return failed("The text is not JSON: " + e.getOriginalMessage(), SqlState.INVALID_JSON, e);
    } catch (PathNotFoundException e) {
      return read.strict()
          ? failed("Nothing is at the path " + path, SqlState.JSON_MEMBER_NOT_FOUND, e)
          : new JsonItems(List.of(), null);
    } catch (JsonPathException e) {
      return failed(
          "The path " + path + " can't be followed: " + e.getMessage(),
          SqlState.JSON_MEMBER_NOT_FOUND,
          e);
    }
  }

  private static JsonItems failed(String message, SqlState state, Exception cause) {
    return new JsonItems(null, state.exception(message, cause));
  }

  /** Throws if a text is not a path. */
  public static void check(String path) {
    path(path);
  }

  /** Returns whether a path leads to one place: it has no filter and no wildcard. */
  public static boolean isDefinite(String path) {
    return path(path).path().isDefinite();
  }

  private static Path path(String text) {
    Matcher mode = MODE.matcher(text);
    boolean strict = mode.matches() && mode.group(1).toLowerCase(Locale.ROOT).equals("strict");
    try {
      String path = mode.matches() ? mode.group(2) : text;
      if (!path.startsWith("$")) {
        throw new InvalidPathException("it starts with $");
      }
      return new Path(JsonPath.compile(path), strict);
    } catch (InvalidPathException | IllegalArgumentException e) {
      throw new Refusal(
          SqlState.INVALID_PARAMETER.exception(
              "'" + text + "' is not a valid JSON path: " + e.getMessage(), e));
    }
  }

  /** Returns the single value, which may be null, or why there is none; null if it is empty. */
  JsonItems scalar() {
    if (error != null || found.isEmpty()) {
      return this;
    }
    if (found.size() > 1) {
      return failed(
          "The path finds " + found.size() + " items, not one",
          SqlState.MORE_THAN_ONE_JSON_ITEM,
          null);
    }
    return isComposite(found.get(0))
        ? failed(
            "The path finds an array or an object, not a value",
            SqlState.JSON_SCALAR_REQUIRED,
            null)
        : this;
  }

  static boolean isComposite(Object item) {
    return item instanceof Map || item instanceof List;
  }

  /**
   * Returns what a text is as JSON.
   *
   * @throws Refusal with SQLState 22P02 if it is not JSON
   */
  static Object parsed(String json) {
    try {
      return JSON.readValue(json, Object.class);
    } catch (JsonProcessingException e) {
      throw new Refusal(
          SqlState.INVALID_TEXT.exception("The text is not JSON: " + e.getOriginalMessage(), e));
    }
  }

  /** Returns what a text is as JSON; empty if it is not JSON. */
  static JsonItems whole(String json) {
    return of(json, "$");
  }

  /** Returns an item as JSON. */
  static String text(Object item) {
    try {
      return JSON.writeValueAsString(item);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e); // It was read from JSON.
    }
  }
}
