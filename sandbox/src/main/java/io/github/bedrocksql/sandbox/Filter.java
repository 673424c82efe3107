package io.github.bedrocksql.sandbox;

import com.google.common.collect.ImmutableSet;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;

/** What a parameter of a List request keeps of the rows. */
@FunctionalInterface
interface Filter<R> {
  /**
   * Returns whether a row is kept.
   *
   * @throws ApiException if the API refuses the value
   */
  Predicate<R> of(String parameter, String value, Asker asker);

  /** Who asks, and whom. */
  record Asker(Scope scope, Behaviour behaviour) {}

  /** The field is the value, which is one of these. */
  static <R> Filter<R> oneOf(ImmutableSet<String> values, Function<R, String> field) {
    return anyOf(values, row -> field.apply(row) == null ? List.of() : List.of(field.apply(row)));
  }

  /** The value, which is one of these, is in the list. */
  static <R> Filter<R> anyOf(ImmutableSet<String> values, Function<R, List<String>> list) {
    return (parameter, value, asker) -> {
      checkOneOf(parameter, value, values);
      return row -> list.apply(row).contains(value);
    };
  }

  /** Throws the API's ValidationException unless the value is one of these. */
  static void checkOneOf(String parameter, String value, ImmutableSet<String> values) {
    if (!values.contains(value)) {
      throw ApiException.validation(
          "Value '" + value + "' at '" + parameter + "' is not one of " + values);
    }
  }

  /** The field is the value. */
  static <R> Filter<R> equalTo(Form form, Function<R, String> field) {
    return (parameter, value, asker) -> {
      if (!asker.behaviour().lenientIds()) {
        form.check(parameter, value);
      }
      return row -> value.equals(asker.behaviour().shown(field.apply(row)));
    };
  }

  /** The value is a part of the field; it must look like one by itself. */
  static <R> Filter<R> contains(Form form, Function<R, String> field) {
    return (parameter, value, asker) -> {
      form.check(parameter, value);
      boolean ignoreCase = asker.behaviour().caseInsensitiveContains();
      String part = ignoreCase ? value.toLowerCase(Locale.ROOT) : value;
      return row -> {
        String text = field.apply(row);
        return text != null && (ignoreCase ? text.toLowerCase(Locale.ROOT) : text).contains(part);
      };
    };
  }

  /** The value says whether this holds. */
  static <R> Filter<R> whether(Function<Scope, Predicate<R>> condition) {
    return (parameter, value, asker) -> {
      checkOneOf(parameter, value, ImmutableSet.of("true", "false"));
      Predicate<R> holds = condition.apply(asker.scope());
      return value.equals("true") ? holds : holds.negate();
    };
  }

  /** The field is the value or later. */
  static <R> Filter<R> after(Function<R, Instant> field) {
    return (parameter, value, asker) -> {
      Instant bound = instant(parameter, value);
      int edge = edge(asker);
      return row -> shown(field.apply(row)).compareTo(bound) >= edge;
    };
  }

  /** The field is the value or earlier. */
  static <R> Filter<R> before(Function<R, Instant> field) {
    return (parameter, value, asker) -> {
      Instant bound = instant(parameter, value);
      int edge = edge(asker);
      return row -> shown(field.apply(row)).compareTo(bound) <= -edge;
    };
  }

  private static int edge(Asker asker) {
    return asker.behaviour().exclusiveBounds() ? 1 : 0;
  }

  /** Cuts a time to what answers show, lest a filter tell apart what looks the same. */
  private static Instant shown(Instant time) {
    return time.truncatedTo(ChronoUnit.MILLIS);
  }

  private static Instant instant(String parameter, String value) {
    try {
      return Instant.parse(value);
    } catch (DateTimeException e) {
      throw ApiException.validation("Value at '" + parameter + "' is no timestamp");
    }
  }
}
