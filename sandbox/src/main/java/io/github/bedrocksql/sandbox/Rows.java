package io.github.bedrocksql.sandbox;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.hash.Hashing;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A Region's rows of a resource, indexed and sorted once: a request costs what it answers and not
 * what there is.
 */
final class Rows<R> {
  private final ImmutableListMultimap<String, R> byIdentifier;
  private final ImmutableList<Row<R>> sorted;

  private Rows(ImmutableListMultimap<String, R> byIdentifier, ImmutableList<Row<R>> sorted) {
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

  /** A row and its place. */
  record Row<R>(Place place, R row) {}

  /** Returns the rows in the resource's order, or shuffled, always in the same way. */
  static <R> Rows<R> of(Resource<R> resource, List<R> some, Behaviour behaviour) {
    ImmutableListMultimap.Builder<String, R> byIdentifier = ImmutableListMultimap.builder();
    ImmutableList.Builder<Row<R>> rows = ImmutableList.builder();
    for (R row : some) {
      String arn = behaviour.shown(resource.arn(row));
      long rank = behaviour.shufflesRows() ? hash(arn) : resource.rank(row);
      byIdentifier.put(arn, row);
      resource.getting().other().ifPresent(key -> byIdentifier.put(key.of().apply(row, arn), row));
      rows.add(new Row<>(new Place(rank, arn), row));
    }
    return new Rows<>(
        byIdentifier.build(),
        ImmutableList.sortedCopyOf(Comparator.comparing(Row::place), rows.build()));
  }

  private static long hash(String arn) {
    return Hashing.murmur3_128(0).hashUnencodedChars(arn).asLong();
  }

  /** Returns those of this identifier. */
  Stream<R> named(String identifier) {
    return byIdentifier.get(identifier).stream();
  }

  /** Returns the rows behind a place; all of them behind null. */
  List<Row<R>> after(Place place, boolean descending) {
    List<Row<R>> rows = descending ? sorted.reverse() : sorted;
    if (place == null) {
      return rows;
    }
    Comparator<Row<R>> order = Comparator.comparing(Row::place);
    int found =
        Collections.binarySearch(
            rows, new Row<R>(place, null), descending ? order.reversed() : order);
    // A negative result tells where the row would stand that is no more there.
    return rows.subList(found < 0 ? -found - 1 : found + 1, rows.size());
  }
}
