package io.github.bedrocksql.adapter.table;

import io.github.bedrocksql.adapter.access.Statuses;
import io.github.bedrocksql.adapter.api.GetOperation;
import io.github.bedrocksql.adapter.api.ListOperation;
import java.util.Optional;

/**
 * A type of resource of the API: the operations that read it and its keys, whichever table shows
 * it.
 *
 * @param noun what remarks call one, such as {@code job}
 * @param list finds them
 * @param get tells of one
 * @param keys what Get takes
 * @param arnField the API's name of the field that has the ARN
 * @param freshness when a detail seen before still holds; empty if that can't be told
 */
record ResourceType(
    String noun,
    ListOperation list,
    GetOperation get,
    KeyForms keys,
    String arnField,
    Optional<Freshness> freshness) {

  ResourceType(String noun, ListOperation list, GetOperation get, KeyForms keys, String arnField) {
    this(noun, list, get, keys, arnField, Optional.empty());
  }

  /**
   * Returns this type, whose details hold once its status is one that it keeps.
   *
   * @param statusField the API's name of the field that has the status, in both answers
   * @param modifiedField the API's name of the field that has the time of its last change
   */
  ResourceType keptOnceEnded(Statuses statuses, String statusField, String modifiedField) {
    return new ResourceType(
        noun,
        list,
        get,
        keys,
        arnField,
        Optional.of(Freshness.of(list, get, statuses, statusField, modifiedField)));
  }

  /** Returns this type with a further operation. */
  ResourceType toldBy(GetOperation other) {
    return new ResourceType(noun, list, other, keys, arnField);
  }
}
