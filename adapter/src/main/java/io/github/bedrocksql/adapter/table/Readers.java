package io.github.bedrocksql.adapter.table;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import io.github.bedrocksql.adapter.api.Elements;
import io.github.bedrocksql.adapter.api.FieldPath;
import io.github.bedrocksql.adapter.api.JsonText;
import io.github.bedrocksql.adapter.api.Resource;
import io.github.bedrocksql.adapter.table.Column.Reader;
import io.github.bedrocksql.adapter.table.ElementLists.Element;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Fields of answers as columns have them. */
final class Readers {
  private static final Splitter COLONS = Splitter.on(':');

  private Readers() {}

  /** Returns what reads a field, as {@link ColumnType#of} says. */
  static Reader of(FieldPath path) {
    return (source, region) -> value(path, path.read(source.fields()));
  }

  /** Returns a field's value as its column has it. */
  static Object value(FieldPath path, Object field) {
    if (path.isNested()) {
      return JsonText.of(field);
    }
    if (field instanceof Instant instant) {
      return instant.toEpochMilli();
    }
    // By its digits: a FLOAT of 0.1 is 0.1, not the double that is nearest to it.
    return field instanceof Float number ? Double.valueOf(number.toString()) : field;
  }

  /** Returns what reads one of two fields: the second where the first is null. */
  static Reader either(FieldPath first, FieldPath second) {
    Reader ofFirst = of(first);
    Reader ofSecond = of(second);
    return (source, region) -> {
      Object value = ofFirst.read(source, region);
      return value == null ? ofSecond.read(source, region) : value;
    };
  }

  /** Returns what reads which member a tagged union has. */
  static Reader member(FieldPath union) {
    return (source, region) -> source.member(union);
  }

  /** Returns what reads a request's parameter, true or false; null where it was not asked by. */
  static Reader askedFlag(String parameter) {
    return (source, region) ->
        source.asked().get(parameter) instanceof String value ? Boolean.valueOf(value) : null;
  }

  /** Returns what reads the elements of lists: by kind, of the first path that is given. */
  static Function<Resource, ImmutableList<Element>> elements(
      ImmutableListMultimap<String, FieldPath> kinds) {
    return resource -> {
      ImmutableList.Builder<Element> elements = ImmutableList.builder();
      kinds
          .asMap()
          .forEach(
              (kind, paths) ->
                  paths.stream()
                      .map(path -> Elements.ifGiven(path, resource.fields()))
                      .filter(list -> !list.isEmpty())
                      .findFirst()
                      .ifPresent(
                          list -> list.forEach(value -> elements.add(new Element(kind, value)))));
      return elements.build();
    };
  }

  /** Returns what reads the whole seconds between two times; null where one is missing. */
  static Reader seconds(FieldPath from, FieldPath to) {
    return (source, region) -> {
      Object start = from.read(source.fields());
      Object end = to.read(source.fields());
      return start == null || end == null
          ? null
          : Duration.between((Instant) start, (Instant) end).toSeconds();
    };
  }

  /** Returns what reads the last part of an ARN; null where there is no ARN. */
  static Reader id(Reader arn) {
    return (source, region) -> {
      String text = (String) arn.read(source, region);
      return text == null ? null : text.substring(text.lastIndexOf('/') + 1);
    };
  }

  /** Returns what reads the account that an ARN names; null where a server gives another form. */
  static Reader account(Reader arn) {
    return (source, region) -> {
      String text = (String) arn.read(source, region);
      List<String> parts = text == null ? List.of() : COLONS.limit(6).splitToList(text);
      return parts.size() < 6 ? null : parts.get(4);
    };
  }
}
