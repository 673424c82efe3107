package io.github.bedrocksql.adapter.api;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.client.UnreadableAnswer;
import java.util.List;
import software.amazon.awssdk.core.SdkPojo;

/** Lists of an answer, unchanged. */
public final class Elements {
  private Elements() {}

  /**
   * Returns a list that an answer must have.
   *
   * @throws UnreadableAnswer if the list is missing, or has nulls
   */
  static ImmutableList<?> of(FieldPath path, SdkPojo object) {
    if (path.read(object) == null) {
      throw new UnreadableAnswer("no '" + path + "'");
    }
    return ifGiven(path, object);
  }

  /**
   * Returns a list that an answer may have; empty if it has none.
   *
   * @throws UnreadableAnswer if it has nulls
   */
  public static ImmutableList<?> ifGiven(FieldPath path, SdkPojo object) {
    List<?> list = (List<?>) path.read(object);
    int index = list == null ? -1 : list.indexOf(null);
    if (index >= 0) {
      throw new UnreadableAnswer("null in '" + path.last() + "', at " + (index + 1));
    }
    return list == null ? ImmutableList.of() : ImmutableList.copyOf(list);
  }
}
