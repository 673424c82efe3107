package io.github.bedrocksql.taste;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.IntStream;

/** One of every {@code -Dtest.each} cases of a kind; all of them unless a build says otherwise. */
public final class Taste {
  private static final int EACH = Integer.getInteger("test.each", 1);

  private Taste() {}

  /** Returns whether the case at an index, from 0, is to run. */
  static boolean has(int index) {
    return index % EACH == 0;
  }

  /** Returns the cases to run, in their order: the first one at least. */
  public static <T> List<T> of(List<T> all) {
    return IntStream.range(0, all.size())
        .filter(Taste::has)
        .mapToObj(all::get)
        .collect(ImmutableList.toImmutableList());
  }
}
