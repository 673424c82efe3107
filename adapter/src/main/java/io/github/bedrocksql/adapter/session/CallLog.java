package io.github.bedrocksql.adapter.session;

import com.google.common.collect.EvictingQueue;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.bedrocksql.adapter.config.Target;
import java.util.LinkedHashMap;
import java.util.Map;

/** The calls of a connection: the latest of them, and how many there were. Thread-safe. */
public final class CallLog {
  private static final int KEPT = 10_000;

  private final EvictingQueue<LoggedCall> latest = EvictingQueue.create(KEPT);
  private final Map<Target, LoggedCall> latestOfTarget = new LinkedHashMap<>();
  private long number;
  private long lists;
  private long gets;
  private long retries;
  private long listedRows;

  CallLog() {}

  /**
   * How many calls there were.
   *
   * @param lists pages of lists
   * @param gets single resources
   * @param retries attempts of ended calls beyond the first of each
   * @param listedRows rows that the lists returned
   */
  public record Totals(long lists, long gets, long retries, long listedRows) {}

  /** Makes an entry, which gets the next number. */
  @FunctionalInterface
  interface Entry {
    LoggedCall numbered(long number);
  }

  synchronized void add(Target target, Entry entry) {
    LoggedCall call = entry.numbered(++number);
    latest.add(call);
    retries += Math.max(0, call.attempts() - 1);
    latestOfTarget.put(target, call);
    if (call.list()) {
      lists++;
      listedRows += call.rows();
    } else {
      gets++;
    }
  }

  /** Returns the latest calls, the oldest first. */
  public synchronized ImmutableList<LoggedCall> latest() {
    return ImmutableList.copyOf(latest);
  }

  /** Returns the latest call of each Region and account that was asked. */
  public synchronized ImmutableMap<Target, LoggedCall> latestOfEach() {
    return ImmutableMap.copyOf(latestOfTarget);
  }

  /** Returns the counts since the connection was opened. */
  public synchronized Totals totals() {
    return new Totals(lists, gets, retries, listedRows);
  }
}
