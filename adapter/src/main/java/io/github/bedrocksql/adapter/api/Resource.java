package io.github.bedrocksql.adapter.api;

import com.google.common.collect.ImmutableMap;
import java.util.Iterator;
import software.amazon.awssdk.core.SdkPojo;

/**
 * One resource of an answer.
 *
 * @param fields the SDK's object: a summary of List, or the answer of Get
 * @param unknownMembers of the whole answer
 * @param requestId AWS's id of the answer
 * @param asked the parameters that the call narrowed by, by the API's names
 */
public record Resource(
    SdkPojo fields,
    UnknownMembers unknownMembers,
    String requestId,
    ImmutableMap<String, ?> asked) {

  /** Returns the API's name of the member that a tagged union has; null if the union has none. */
  public String member(FieldPath union) {
    if (!(union.read(fields) instanceof SdkPojo given)) {
      return null;
    }
    Iterator<String> known = FieldPath.givenFields(given).keySet().iterator();
    return known.hasNext() ? known.next() : unknownMembers.of(given);
  }
}
