package io.github.bedrocksql.adapter.table;

import io.github.bedrocksql.adapter.access.Statuses;
import io.github.bedrocksql.adapter.api.FieldPath;
import io.github.bedrocksql.adapter.api.GetOperation;
import io.github.bedrocksql.adapter.api.ListOperation;
import io.github.bedrocksql.adapter.api.Resource;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkPojo;

/**
 * When a detail seen before still holds: while the summary gives the same text as the detail did.
 * Null where that can't be told, as for a resource that still changes.
 */
public record Freshness(Function<Resource, String> ofSummary, Function<Resource, String> ofDetail) {
  /** A resource that has ended and shows the same time of change has the same details. */
  static Freshness of(
      ListOperation list,
      GetOperation get,
      Statuses statuses,
      String statusField,
      String modifiedField) {
    return new Freshness(
        state(list.summary(), statuses, statusField, modifiedField),
        state(get.answer(), statuses, statusField, modifiedField));
  }

  private static Function<Resource, String> state(
      SdkPojo object, Statuses statuses, String statusField, String modifiedField) {
    FieldPath status = FieldPath.of(object, statusField);
    FieldPath modified = FieldPath.of(object, modifiedField);
    return resource -> {
      String now = (String) status.read(resource.fields());
      Object changed = modified.read(resource.fields());
      // A resource with an unknown status may still change.
      return now == null || changed == null || !statuses.last().contains(now)
          ? null
          : now + " " + changed;
    };
  }
}
