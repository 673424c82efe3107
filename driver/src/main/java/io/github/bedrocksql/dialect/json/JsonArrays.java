package io.github.bedrocksql.dialect.json;

import io.github.bedrocksql.adapter.error.Refusal;
import io.github.bedrocksql.adapter.error.SqlState;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.linq4j.function.Strict;

/**
 * What a plan's generated code calls for PostgreSQL's functions of JSON arrays. What is not an
 * array fails with SQLState 22023, and what is not JSON with 22P02; a null gives null.
 */
public final class JsonArrays {
  private JsonArrays() {}

  /** {@code json_array_length(x)}. */
  @Strict
  public static int length(String json) {
    return elements(json).size();
  }

  /** {@code json_array_elements_text(x)}: texts as they are, the others as JSON. */
  @Strict
  public static List<String> texts(String json) {
    List<String> texts = new ArrayList<>();
    for (Object element : elements(json)) {
      texts.add(
          element == null || element instanceof String
              ? (String) element
              : JsonItems.text(element));
    }
    return texts;
  }

  /** {@code json_array_elements(x)}: each as JSON. */
  @Strict
  public static List<String> items(String json) {
    return elements(json).stream().map(JsonItems::text).toList();
  }

  private static List<?> elements(String json) {
    JsonItems whole = JsonItems.whole(json);
    SQLException error = whole.error();
    if (error == null && whole.found().get(0) instanceof List<?> elements) {
      return elements;
    }
    throw new Refusal(
        error == null ? SqlState.INVALID_PARAMETER.exception("The JSON is not an array") : error);
  }
}
