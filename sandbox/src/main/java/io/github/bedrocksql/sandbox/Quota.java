package io.github.bedrocksql.sandbox;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * How many requests of an operation in a Region are answered: so many at once, and so many a second
 * from then on. AWS counts so, as a bucket that tokens run into.
 */
final class Quota {
  private static final double SECOND_MILLIS = 1_000;

  private final double perSecond;
  private final int atOnce;
  private final InstantSource clock;
  private final Map<String, Bucket> buckets = new HashMap<>();

  private record Bucket(double tokens, long atMillis) {}

  Quota(double perSecond, int atOnce, InstantSource clock) {
    this.perSecond = perSecond;
    this.atOnce = atOnce;
    this.clock = clock;
  }

  /** Returns whether a request is answered, and counts it if it is. */
  synchronized boolean admits(String region, String operation) {
    if (atOnce == Integer.MAX_VALUE) {
      return true;
    }
    String key = region + " " + operation;
    long now = clock.millis();
    Bucket bucket = buckets.getOrDefault(key, new Bucket(atOnce, now));
    double run = (now - bucket.atMillis()) / SECOND_MILLIS * perSecond;
    double tokens = Math.min(atOnce, bucket.tokens() + run);
    boolean admitted = tokens >= 1;
    buckets.put(key, new Bucket(admitted ? tokens - 1 : tokens, now));
    return admitted;
  }
}
