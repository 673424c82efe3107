package io.github.bedrocksql.adapter.session;

import com.google.common.collect.EvictingQueue;
import com.google.common.collect.ImmutableList;
import java.util.LinkedHashMap;
import java.util.Map;

/** The calls of a connection: the latest of them, and how many there were. Thread-safe. */
public final class CallLog {
  private static final int KEPT = 10_000;

  private final EvictingQueue<ApiCall> latest = EvictingQueue.create(KEPT);
  private final Map<String, ApiCall> latestOfRegion = new LinkedHashMap<>();
  private long number;
  private long lists;
  private long gets;

  CallLog() {}

  /** How many calls there were: pages of lists, and single resources. */
  public record Totals(long lists, long gets) {}

  /** Makes an entry, which gets the next number. */
  @FunctionalInterface
  interface Entry {
    ApiCall numbered(long number);
  }

  synchronized void add(Entry entry) {
    ApiCall call = entry.numbered(++number);
    latest.add(call);
    latestOfRegion.put(call.region(), call);
    if (call.isList()) {
      lists++;
    } else {
      gets++;
    }
  }

  /** Returns the latest calls, the oldest first. */
  public synchronized ImmutableList<ApiCall> latest() {
    return ImmutableList.copyOf(latest);
  }

  /** Returns the latest call of each Region that was asked. */
  public synchronized ImmutableList<ApiCall> latestOfEachRegion() {
    return ImmutableList.copyOf(latestOfRegion.values());
  }

  /** Returns the counts since the connection was opened. */
  public synchronized Totals totals() {
    return new Totals(lists, gets);
  }
}
