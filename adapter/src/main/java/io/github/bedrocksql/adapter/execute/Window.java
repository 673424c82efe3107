package io.github.bedrocksql.adapter.execute;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * What a scan has begun and not yet read, in the order in which it is read. Bounds the calls among
 * it, so that what needs none takes no call's place.
 */
final class Window<T> {
  /** Elements at most, however few of them are calls: as many as a page has rows. */
  private static final int MOST_HELD = 1_000;

  private final Queue<Entry<T>> entries = new ArrayDeque<>();
  private final int mostCalls;
  private int calls;

  private record Entry<T>(T element, boolean isCall) {}

  Window(int mostCalls) {
    this.mostCalls = mostCalls;
  }

  /**
   * Returns whether another element may be begun.
   *
   * @param wanted no more elements than that will be read
   */
  boolean hasRoom(long wanted) {
    return calls < mostCalls && entries.size() < Math.min(MOST_HELD, wanted);
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  void add(T element, boolean isCall) {
    entries.add(new Entry<>(element, isCall));
    calls += isCall ? 1 : 0;
  }

  /** Returns the next element, which leaves the window; null if there is none. */
  T poll() {
    Entry<T> first = entries.poll();
    if (first == null) {
      return null;
    }
    calls -= first.isCall() ? 1 : 0;
    return first.element();
  }
}
