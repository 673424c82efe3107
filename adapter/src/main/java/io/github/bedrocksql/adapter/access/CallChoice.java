package io.github.bedrocksql.adapter.access;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongUnaryOperator;

/**
 * Chooses the fewest calls for bounds. The planner asks with what it knows, the executor with every
 * value; the same rules answer both.
 *
 * @param place where the calls go
 * @param known how many rows there are, as far as this connection has seen
 * @param hydrates whether a row of List needs its Get anyway
 * @param ordered whether the order is the server's, so that one list must do
 */
public record CallChoice(
    ListCapability capability,
    KeyRange keyRange,
    Place place,
    KnownRows known,
    boolean hydrates,
    boolean ordered) {
  /** Rows a page at most (API model). */
  public static final int PAGE = 1_000;

  /**
   * How far bounds are widened: a server may take them as exclusive, and may keep whole seconds.
   */
  private static final long WIDENED_MILLIS = 1_000;

  /** Times outside of these are not sent: the API's format ends there. */
  private static final long FIRST_SENDABLE = 0;

  private static final long LAST_SENDABLE = 253_402_300_799_000L; // 9999-12-31T23:59:59Z

  private static final String RUNNING = "InProgress";

  /** Returns the calls. */
  public Calls choose(Bounds bounds) {
    if (bounds.empty() || excludes(bounds)) {
      return new Calls.None();
    }
    Optional<ImmutableSet<String>> statuses =
        bounds.statuses().map(s -> bounds.symbolic() ? s : possibleStatuses(s));
    if (statuses.isPresent() && statuses.get().isEmpty()) {
      return new Calls.None();
    }
    Calls.Listing listing = listing(bounds, statuses);
    if (bounds.keys().isEmpty()) {
      return listing;
    }
    ImmutableSet<Key> keys =
        bounds.keys().get().stream()
            .filter(key -> bounds.symbolic() || possible(key, bounds))
            .collect(ImmutableSet.toImmutableSet());
    if (keys.isEmpty()) {
      return new Calls.None();
    }
    return listIsCheaper(keys, listing) ? listing : new Calls.Get(keys);
  }

  private boolean excludes(Bounds bounds) {
    return !bounds.symbolic()
        && (excludes(bounds.regions(), place.region())
            || excludes(bounds.accounts(), place.account()));
  }

  private static boolean excludes(Optional<ImmutableSet<String>> possible, Optional<String> asked) {
    return possible.isPresent() && asked.isPresent() && !possible.get().contains(asked.get());
  }

  private boolean possible(Key key, Bounds bounds) {
    String ofKey = keyRange.account(key);
    boolean named =
        !keyRange.isName(key)
            || bounds.nameContains().filter(t -> !key.value().contains(t)).isEmpty();
    return named
        && place.region().map(region -> keyRange.possible(key, region)).orElse(true)
        && (ofKey.isEmpty()
            || (!excludes(bounds.accounts(), Optional.of(ofKey))
                && place.account().filter(asked -> !asked.equals(ofKey)).isEmpty()));
  }

  private ImmutableSet<String> possibleStatuses(ImmutableSet<String> statuses) {
    return statuses.stream().filter(capability::mayBeStatus).collect(ImmutableSet.toImmutableSet());
  }

  /** Only where the number of rows is known: a guess must not cost a lookup its one call. */
  private boolean listIsCheaper(ImmutableSet<Key> keys, Calls.Listing listing) {
    OptionalLong rows = rows(listing);
    if (rows.isEmpty()) {
      return false;
    }
    long hydrations = hydrates ? Math.min(rows.getAsLong(), keys.size()) : 0;
    return pages(listing).orElseThrow() + hydrations < keys.size();
  }

  /** Returns how many rows these lists are known to give at most. */
  public OptionalLong rows(Calls.Listing listing) {
    return sum(listing, LongUnaryOperator.identity());
  }

  /** Returns how many pages these lists are known to have at most. */
  public OptionalLong pages(Calls.Listing listing) {
    return sum(listing, CallChoice::pages);
  }

  private OptionalLong sum(Calls.Listing listing, LongUnaryOperator ofRows) {
    long sum = 0;
    for (ListFilter filter : listing.lists()) {
      OptionalLong rows = rows(filter);
      if (rows.isEmpty()) {
        return OptionalLong.empty();
      }
      sum += ofRows.applyAsLong(rows.getAsLong());
    }
    return OptionalLong.of(sum);
  }

  private OptionalLong rows(ListFilter filter) {
    OptionalLong rows = known.rows(filter.status());
    return rows.isPresent() ? rows : known.rows(Optional.empty());
  }

  /** Returns the pages of so many rows. */
  public static long pages(long rows) {
    return Math.max(1, (rows + PAGE - 1) / PAGE);
  }

  private Calls.Listing listing(Bounds bounds, Optional<ImmutableSet<String>> statuses) {
    ListFilter all = filter(bounds);
    if (statuses.isEmpty()) {
      return new Calls.Listing(ImmutableList.of(all), false);
    }
    if (!bounds.symbolic() && !capability.statuses().containsAll(statuses.get())) {
      // Refused as a parameter, and in a row if the API has got it since.
      return new Calls.Listing(ImmutableList.of(all), true);
    }
    // Jobs only leave the running ones: read first, one that ends meanwhile is not missed.
    ImmutableList<ListFilter> each =
        statuses.get().stream()
            .sorted(Comparator.comparing(status -> !status.equals(RUNNING)))
            .map(all::withStatus)
            .collect(ImmutableList.toImmutableList());
    return each.size() == 1 || (!ordered && severalAreCheaper(statuses.get()))
        ? new Calls.Listing(each, false)
        : new Calls.Listing(ImmutableList.of(all), false);
  }

  /** One list of everything is one call for small accounts; several are never less than that. */
  private boolean severalAreCheaper(ImmutableSet<String> statuses) {
    OptionalLong everything = known.rows(Optional.empty());
    if (everything.isEmpty()) {
      return false;
    }
    long sum = 0;
    for (String status : statuses) {
      OptionalLong rows = known.rows(Optional.of(status));
      // One job runs at a time in an account and Region (quota).
      long unknown = status.equals(RUNNING) ? 1 : everything.getAsLong();
      sum += pages(rows.orElse(unknown));
    }
    return sum < pages(everything.getAsLong());
  }

  private ListFilter filter(Bounds bounds) {
    boolean timed = capability.creationColumn() >= 0;
    return new ListFilter(
        Optional.empty(),
        bounds.nameContains(),
        timed ? sendable(bounds.createdFrom(), -WIDENED_MILLIS) : Optional.empty(),
        timed ? sendable(bounds.createdTo(), WIDENED_MILLIS) : Optional.empty());
  }

  private static Optional<Long> sendable(long bound, long widened) {
    if (bound <= FIRST_SENDABLE + WIDENED_MILLIS || bound >= LAST_SENDABLE - WIDENED_MILLIS) {
      return Optional.empty();
    }
    return Optional.of(bound + widened);
  }
}
