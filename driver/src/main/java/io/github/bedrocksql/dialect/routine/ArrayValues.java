package io.github.bedrocksql.dialect.routine;

import com.google.common.base.Splitter;
import com.google.common.collect.Iterables;
import io.github.bedrocksql.adapter.error.Refusal;
import io.github.bedrocksql.adapter.error.SqlState;
import io.github.bedrocksql.dialect.pattern.LikePattern;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.apache.calcite.linq4j.function.Strict;
import org.apache.calcite.sql.SqlKind;

/** What a plan's generated code calls for PostgreSQL's functions of arrays. */
public final class ArrayValues {
  private ArrayValues() {}

  /**
   * Reads an array as PostgreSQL writes it: {@code {a,"b c",NULL}}. Those within another are not
   * supported.
   *
   * @throws Refusal with SQLState 22P02 if it is not an array
   */
  @Strict
  public static List<String> parsed(String text) {
    String array = text.strip();
    if (array.length() < 2 || !array.startsWith("{") || !array.endsWith("}")) {
      throw malformed(text);
    }
    List<String> elements = new ArrayList<>();
    String rest = array.substring(1, array.length() - 1);
    if (rest.isBlank()) {
      return elements;
    }
    StringBuilder element = new StringBuilder();
    boolean quoted = false;
    boolean wasQuoted = false;
    for (int i = 0; i < rest.length(); i++) {
      char c = rest.charAt(i);
      if (c == '\\' && i + 1 < rest.length()) {
        i++;
        element.append(rest.charAt(i));
      } else if (c == '"') {
        quoted = !quoted;
        wasQuoted = true;
      } else if (!quoted && c == ',') {
        elements.add(element(element, wasQuoted, text));
        element.setLength(0);
        wasQuoted = false;
      } else if (!quoted && (c == '{' || c == '}')) {
        throw malformed(text);
      } else {
        element.append(c);
      }
    }
    if (quoted) {
      throw malformed(text);
    }
    elements.add(element(element, wasQuoted, text));
    return elements;
  }

  private static String element(StringBuilder written, boolean quoted, String text) {
    if (quoted) {
      return written.toString();
    }
    String element = written.toString().strip();
    if (element.isEmpty()) {
      throw malformed(text);
    }
    return element.equalsIgnoreCase("NULL") ? null : element;
  }

  private static Refusal malformed(String text) {
    return new Refusal(
        SqlState.INVALID_TEXT.exception(
            "'" + text + "' is not an array; write '{a,b}' or ARRAY['a', 'b']"));
  }

  /** {@code string_to_array(text, delimiter)}; a null delimiter takes each character. */
  public static List<String> split(String text, String delimiter) {
    if (text == null) {
      return null;
    }
    if (text.isEmpty()) {
      return List.of();
    }
    if (delimiter == null) {
      return Arrays.asList(text.split("", -1));
    }
    return delimiter.isEmpty() ? List.of(text) : Splitter.on(delimiter).splitToList(text);
  }

  /** {@code string_to_array(text, delimiter, null)}: with nulls for that text. */
  public static List<String> splitWithNulls(String text, String delimiter, String nulls) {
    List<String> parts = split(text, delimiter);
    if (parts == null || nulls == null) {
      return parts;
    }
    List<String> all = new ArrayList<>(parts);
    all.replaceAll(part -> part.equals(nulls) ? null : part);
    return all;
  }

  /** {@code array_to_string(array, delimiter)}, without nulls. */
  @Strict
  public static String joined(List<?> array, String delimiter) {
    return String.join(
        delimiter, array.stream().filter(Objects::nonNull).map(String::valueOf).toList());
  }

  /** {@code array_to_string(array, delimiter, null)}. */
  @Strict
  public static String joinedWithNulls(List<?> array, String delimiter, String nulls) {
    return String.join(
        delimiter, array.stream().map(one -> one == null ? nulls : String.valueOf(one)).toList());
  }

  /** {@code array_position(array, element)}, from 1. */
  public static Integer position(List<?> array, Object element) {
    if (array == null) {
      return null;
    }
    int place = Iterables.indexOf(array, one -> isSame(one, element));
    return place < 0 ? null : place + 1;
  }

  /** Whether two values are the same, be they numbers of two types; a null is the same as null. */
  private static boolean isSame(Object one, Object other) {
    if (one instanceof Number && other instanceof Number) {
      return order(one, other) == 0;
    }
    return Objects.equals(
        one == null ? null : one.toString(), other == null ? null : other.toString());
  }

  /** An array; an empty one for null. */
  public static List<?> elements(List<?> array) {
    return array == null ? List.of() : array;
  }

  /** {@code array_remove(array, element)}. */
  public static List<?> without(List<?> array, Object element) {
    return array == null ? null : array.stream().filter(one -> !isSame(one, element)).toList();
  }

  /** {@code array && array}. */
  @Strict
  public static boolean overlaps(List<?> array, List<?> other) {
    return array.stream().anyMatch(one -> one != null && other.contains(one));
  }

  /** {@code array @> array}; a null is never held. */
  @Strict
  public static boolean holds(List<?> array, List<?> part) {
    return part.stream().allMatch(one -> one != null && array.contains(one));
  }

  /** {@code array || array}; a null is not an array. */
  public static List<?> concatenated(List<?> array, List<?> other) {
    if (array == null || other == null) {
      return array == null ? other : array;
    }
    List<Object> all = new ArrayList<>(array);
    all.addAll(other);
    return Collections.unmodifiableList(all);
  }

  /** {@code text LIKE ANY (patterns)} and the like, with SQL's third truth value. */
  @Strict
  public static Boolean like(String text, List<String> patterns, String mode) {
    return quantified(
        patterns,
        pattern ->
            LikePattern.matches(text, pattern, '\\', mode.contains("ilike"))
                != mode.contains("not"),
        mode.contains("all"));
  }

  /**
   * {@code x = ANY (array)} and the like, with SQL's third truth value.
   *
   * @param mode {@code any} or {@code all}, and the name of the comparison's {@link SqlKind}
   */
  public static Boolean compared(Object left, List<?> array, String mode) {
    if (array == null) {
      return null;
    }
    List<String> words = Splitter.on(' ').splitToList(mode);
    boolean all = words.get(0).equals("all");
    if (left == null) {
      return array.isEmpty() ? (Boolean) all : null;
    }
    SqlKind comparison = SqlKind.valueOf(words.get(1));
    return quantified(array, right -> holds(comparison, order(left, right)), all);
  }

  private static boolean holds(SqlKind comparison, int order) {
    return switch (comparison) {
      case EQUALS -> order == 0;
      case NOT_EQUALS -> order != 0;
      case LESS_THAN -> order < 0;
      case LESS_THAN_OR_EQUAL -> order <= 0;
      case GREATER_THAN -> order > 0;
      case GREATER_THAN_OR_EQUAL -> order >= 0;
      default -> throw new IllegalArgumentException(comparison.name());
    };
  }

  /** The order of two values of one type; numbers may be of several. */
  @SuppressWarnings("unchecked")
  private static int order(Object left, Object right) {
    if (left instanceof Number && right instanceof Number) {
      return new BigDecimal(left.toString()).compareTo(new BigDecimal(right.toString()));
    }
    if (!left.getClass().equals(right.getClass())) {
      throw new Refusal(
          SqlState.UNKNOWN_FUNCTION.exception(
              "The array's elements and the value they are compared with have different types;"
                  + " cast one of them"));
    }
    return ((Comparable<Object>) left).compareTo(right);
  }

  private static <E> Boolean quantified(List<E> elements, Predicate<E> test, boolean all) {
    boolean unknown = false;
    for (E element : elements) {
      if (element == null) {
        unknown = true;
      } else if (test.test(element) != all) {
        return !all;
      }
    }
    return unknown ? null : all;
  }
}
