package io.github.bedrocksql.sandbox;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.hash.Hashing;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A Region's jobs or models, indexed and sorted once: a request costs what it answers and not what
 * there is.
 */
final class Rows {
  private static final Comparator<Row> ORDER = Comparator.comparing(Row::place);

  private final ImmutableListMultimap<String, ImportJob> byIdentifier;
  private final ImmutableList<Row> sorted;

  private Rows(ImmutableListMultimap<String, ImportJob> byIdentifier, ImmutableList<Row> sorted) {
    this.byIdentifier = byIdentifier;
    this.sorted = sorted;
  }

  /** Where a row stands. The ARN decides between those of one rank, so that pages are stable. */
  record Place(long rank, String arn) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
        Comparator.comparingLong(Place::rank).thenComparing(Place::arn);

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  /** A job and its place; the job as it is at its end. */
  record Row(Place place, ImportJob job) {}

  /** Returns the rows by creation time, or shuffled, always in the same way. */
  static Rows of(Resource resource, List<ImportJob> jobs, boolean shuffled) {
    ImmutableListMultimap.Builder<String, ImportJob> byIdentifier = ImmutableListMultimap.builder();
    ImmutableList.Builder<Row> rows = ImmutableList.builder();
    for (ImportJob job : jobs) {
      if (resource.isIn(job)) {
        String arn = resource.arn(job);
        long rank = shuffled ? hash(arn) : resource.creationTime(job).toEpochMilli();
        byIdentifier.put(arn, job).put(resource.name(job), job);
        rows.add(new Row(new Place(rank, arn), job));
      }
    }
    return new Rows(byIdentifier.build(), ImmutableList.sortedCopyOf(ORDER, rows.build()));
  }

  private static long hash(String arn) {
    return Hashing.murmur3_128(0).hashUnencodedChars(arn).asLong();
  }

  /** Returns those of this ARN or name. */
  Stream<ImportJob> named(String identifier) {
    return byIdentifier.get(identifier).stream();
  }

  /** Returns the rows behind a place; all of them behind null. */
  List<Row> after(Place place, boolean descending) {
    List<Row> rows = descending ? sorted.reverse() : sorted;
    if (place == null) {
      return rows;
    }
    Comparator<Row> order = descending ? ORDER.reversed() : ORDER;
    int found = Collections.binarySearch(rows, new Row(place, null), order);
    // A negative result tells where the row would stand that is no more there.
    return rows.subList(found < 0 ? -found - 1 : found + 1, rows.size());
  }
}
