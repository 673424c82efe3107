package io.github.bedrocksql.adapter.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Iterator;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkPojo;

/**
 * The tagged unions of a class. Of a member that the SDK does not know it drops the name too: only
 * the body of the answer still has it.
 */
final class Unions {
  private static final Splitter STEPS = Splitter.on('.');

  private final ImmutableList<FieldPath> paths;

  /**
   * Finds the unions.
   *
   * @param object any object of the class
   */
  Unions(SdkPojo object, ImmutableList<String> paths) {
    this.paths =
        paths.stream()
            .map(path -> FieldPath.of(object, path))
            .collect(ImmutableList.toImmutableList());
  }

  boolean isEmpty() {
    return paths.isEmpty();
  }

  /**
   * Returns the members of an object's unions that the SDK does not know, by the unions' paths.
   *
   * @param json the object as it came
   */
  ImmutableMap<String, String> unknownMembers(SdkPojo object, Supplier<JsonNode> json) {
    ImmutableMap.Builder<String, String> unknown = ImmutableMap.builder();
    for (FieldPath path : paths) {
      if (path.read(object) instanceof SdkPojo union && member(union) == null) {
        JsonNode node = json.get();
        for (String step : STEPS.split(path.text())) {
          node = node.path(step);
        }
        Iterator<String> names = node.fieldNames();
        if (names.hasNext()) {
          unknown.put(path.text(), names.next());
        }
      }
    }
    return unknown.buildOrThrow();
  }

  /** Returns the API's name of the member that a union has; null if the SDK knows none. */
  static String member(SdkPojo union) {
    Iterator<String> given = FieldPath.givenFields(union).keySet().iterator();
    return given.hasNext() ? given.next() : null;
  }
}
