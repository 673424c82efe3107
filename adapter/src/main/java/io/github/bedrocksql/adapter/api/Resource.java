package io.github.bedrocksql.adapter.api;

import com.google.common.collect.ImmutableMap;
import software.amazon.awssdk.core.SdkPojo;

/**
 * One resource of an answer.
 *
 * @param fields the SDK's object: a summary of List, or the answer of Get
 * @param unknownMembers by the path of a tagged union, the member that was given and that the SDK
 *     does not know
 * @param requestId AWS's id of the answer
 * @param asked the parameters that the call narrowed by, by the API's names
 */
public record Resource(
    SdkPojo fields,
    ImmutableMap<String, String> unknownMembers,
    String requestId,
    ImmutableMap<String, ?> asked) {

  /** Returns the API's name of the member that a tagged union has; null if the union has none. */
  public String member(FieldPath union) {
    return union.read(fields) instanceof SdkPojo given && Unions.member(given) != null
        ? Unions.member(given)
        : unknownMembers.get(union.text());
  }
}
