package io.github.bedrocksql.adapter.api;

import java.util.IdentityHashMap;
import software.amazon.awssdk.core.SdkPojo;

/**
 * The structures of an answer of which the SDK knows no field that was given: of a tagged union,
 * the name that was given is its member. Filled by one thread, before it is shared.
 */
final class UnknownMembers {
  private final IdentityHashMap<SdkPojo, String> firsts = new IdentityHashMap<>(0);

  void add(SdkPojo structure, String first) {
    firsts.put(structure, first);
  }

  /** Returns the first field of a structure that was given; null if the SDK knows a given one. */
  String of(SdkPojo structure) {
    return firsts.get(structure);
  }
}
