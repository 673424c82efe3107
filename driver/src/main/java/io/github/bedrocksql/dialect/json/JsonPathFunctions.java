package io.github.bedrocksql.dialect.json;

import io.github.bedrocksql.adapter.error.Refusal;
import io.github.bedrocksql.adapter.error.SqlState;
import java.util.Collections;
import java.util.List;
import org.apache.calcite.linq4j.function.Strict;
import org.apache.calcite.sql.SqlJsonExistsErrorBehavior;
import org.apache.calcite.sql.SqlJsonQueryEmptyOrErrorBehavior;
import org.apache.calcite.sql.SqlJsonQueryWrapperBehavior;

/**
 * What a plan's generated code calls for JSON_EXISTS, JSON_VALUE, JSON_QUERY and IS JSON. What is
 * to be done on an error or if nothing is found arrives by its name. A null gives null.
 */
public final class JsonPathFunctions {
  /** Of {@link #outcome}: there is a value. */
  static final int FOUND = 0;

  /** Of {@link #outcome}: nothing is found. */
  public static final int EMPTY = 1;

  /** Of {@link #outcome}: there is no single value. */
  public static final int ERROR = 2;

  private static final String FAIL = "ERROR";

  private JsonPathFunctions() {}

  /** Returns whether a path finds anything, a JSON null included. */
  @Strict
  public static Boolean exists(String json, String path, String onError) {
    JsonItems items = JsonItems.of(json, path);
    if (items.error() == null) {
      return !items.found().isEmpty();
    }
    return switch (SqlJsonExistsErrorBehavior.valueOf(onError)) {
      case TRUE -> Boolean.TRUE;
      case FALSE -> Boolean.FALSE;
      case UNKNOWN -> null;
      case ERROR -> throw new Refusal(items.error());
    };
  }

  /** Returns whether {@link #value} has a value. */
  @Strict
  public static int outcome(String json, String path) {
    JsonItems items = JsonItems.of(json, path).scalar();
    return items.error() != null ? ERROR : items.found().isEmpty() ? EMPTY : FOUND;
  }

  /** Returns the text of the value that a path finds; null for a JSON null, and for none. */
  @Strict
  public static String value(String json, String path, String onEmpty, String onError) {
    JsonItems items = JsonItems.of(json, path).scalar();
    if (items.error() != null) {
      failIf(onError, items);
      return null;
    }
    if (items.found().isEmpty()) {
      failIf(onEmpty, nothing());
      return null;
    }
    Object value = items.found().get(0);
    return value == null ? null : value.toString();
  }

  /** Returns the JSON that a path finds. */
  @Strict
  public static String query(
      String json, String path, String wrapper, String onEmpty, String onError) {
    JsonItems items = JsonItems.of(json, path);
    if (items.error() != null) {
      return instead(onError, items);
    }
    List<Object> found = items.found();
    if (found.isEmpty()) {
      return instead(onEmpty, nothing());
    }
    boolean one = found.size() == 1 && JsonItems.isComposite(found.get(0));
    boolean wrapped =
        switch (SqlJsonQueryWrapperBehavior.valueOf(wrapper)) {
          case WITHOUT_ARRAY -> false;
          case WITH_CONDITIONAL_ARRAY -> !one;
          case WITH_UNCONDITIONAL_ARRAY -> true;
        };
    if (wrapped) {
      return JsonItems.text(found);
    }
    return one
        ? JsonItems.text(found.get(0))
        : instead(
            onError,
            error(SqlState.MORE_THAN_ONE_JSON_ITEM, "The path finds no single array or object"));
  }

  private static String instead(String behavior, JsonItems why) {
    failIf(behavior, why);
    return switch (SqlJsonQueryEmptyOrErrorBehavior.valueOf(behavior)) {
      case EMPTY_ARRAY -> JsonItems.text(List.of());
      case EMPTY_OBJECT -> JsonItems.text(Collections.emptyMap());
      default -> null;
    };
  }

  private static void failIf(String behavior, JsonItems why) {
    if (behavior.equals(FAIL)) {
      throw new Refusal(why.error());
    }
  }

  private static JsonItems nothing() {
    return error(SqlState.NO_JSON_ITEM, "The path finds nothing");
  }

  private static JsonItems error(SqlState state, String message) {
    return new JsonItems(null, state.exception(message));
  }

  /** Returns whether a text is JSON, and an array, an object or a scalar if one is named. */
  @Strict
  public static boolean isJson(String json, String kind) {
    JsonItems items = JsonItems.whole(json);
    if (items.error() != null) {
      return false;
    }
    Object whole = items.found().get(0);
    return switch (kind) {
      case "ARRAY" -> whole instanceof List;
      case "OBJECT" -> JsonItems.isComposite(whole) && !(whole instanceof List);
      case "SCALAR" -> !JsonItems.isComposite(whole);
      default -> true;
    };
  }
}
