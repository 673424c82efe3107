package io.github.bedrocksql.adapter.access;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongUnaryOperator;

/**
 * Chooses the fewest calls for bounds. The planner asks with what it knows, the executor with every
 * value; the same rules answer both.
 *
 * @param target where the calls go
 * @param known how many rows there are, as far as this connection has seen
 * @param hydrates whether a row of List needs its Get anyway
 * @param read the columns that the scan reads and that only List has
 * @param ordered whether the order is the server's, so that one list must do
 */
public record AccessPathChoice(
    ListCapability capability,
    KeyRange keyRange,
    KnownTarget target,
    KnownRows known,
    boolean hydrates,
    ImmutableSet<Integer> read,
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

  /** Returns the calls. */
  public AccessPath choose(Bounds bounds) {
    if (bounds.empty() || excludes(bounds)) {
      return new AccessPath.None();
    }
    Optional<ImmutableSet<String>> statuses =
        capability
            .status()
            .flatMap(by -> bounds.of(by.column()))
            .map(s -> bounds.symbolic() ? s : possibleStatuses(s));
    if (statuses.isPresent() && statuses.get().isEmpty()) {
      return new AccessPath.None();
    }
    AccessPath.Listing listing = told(byValue(listing(bounds, statuses), bounds), bounds);
    if (bounds.keys().isEmpty()) {
      return listing;
    }
    ImmutableSet<Key> keys = possible(bounds.keys().get(), bounds);
    if (keys.isEmpty()) {
      return new AccessPath.None();
    }
    boolean counted = !bounds.symbolic() || rows(listing).isPresent();
    return !read.isEmpty() || (counted && listIsCheaper(keys, listing))
        ? listing
        : new AccessPath.Get(keys);
  }

  private boolean excludes(Bounds bounds) {
    return !bounds.symbolic()
        && (excludes(bounds.of(capability.regionColumn()), target.region())
            || excludes(accounts(bounds), target.account()));
  }

  private Optional<ImmutableSet<String>> accounts(Bounds bounds) {
    return capability.accountColumn().flatMap(bounds::of);
  }

  private static boolean excludes(Optional<ImmutableSet<String>> possible, Optional<String> asked) {
    return possible.isPresent() && asked.isPresent() && !possible.get().contains(asked.get());
  }

  private ImmutableSet<Key> possible(ImmutableSet<Key> keys, Bounds bounds) {
    return bounds.symbolic()
        ? keys
        : ImmutableSet.copyOf(Iterables.filter(keys, key -> possible(key, bounds)));
  }

  private boolean possible(Key key, Bounds bounds) {
    String ofKey = keyRange.account(key);
    boolean named =
        !keyRange.isName(key)
            || bounds.nameContains().filter(t -> !key.value().contains(t)).isEmpty();
    return named
        && target.region().map(region -> keyRange.possible(key, region)).orElse(true)
        && (ofKey.isEmpty()
            || (!excludes(accounts(bounds), Optional.of(ofKey))
                && target.account().filter(asked -> !asked.equals(ofKey)).isEmpty()));
  }

  private Statuses statuses() {
    return capability.status().orElseThrow().statuses();
  }

  private ImmutableSet<String> possibleStatuses(ImmutableSet<String> statuses) {
    return statuses.stream().filter(statuses()::mayBe).collect(ImmutableSet.toImmutableSet());
  }

  /** Only where the number of pages is known: a guess must not cost a lookup its one call. */
  private boolean listIsCheaper(ImmutableSet<Key> keys, AccessPath.Listing listing) {
    OptionalLong pages = pages(listing);
    long hydrations = hydrates ? Math.min(rows(listing).orElse(keys.size()), keys.size()) : 0;
    return pages.isPresent() && pages.getAsLong() + hydrations < keys.size();
  }

  /** Returns how many rows these lists are known to give at most. */
  public OptionalLong rows(AccessPath.Listing listing) {
    return sum(listing, LongUnaryOperator.identity());
  }

  /** Returns how many pages these lists are known to have at most. */
  public OptionalLong pages(AccessPath.Listing listing) {
    return capability.paged()
        ? sum(listing, AccessPathChoice::pages)
        : OptionalLong.of(listing.lists().size());
  }

  private OptionalLong sum(AccessPath.Listing listing, LongUnaryOperator ofRows) {
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
    OptionalLong rows = known.rows(filter.equal());
    return rows.isPresent() ? rows : known.rows();
  }

  /** Returns the pages of so many rows. */
  public static long pages(long rows) {
    return Math.max(1, (rows + PAGE - 1) / PAGE);
  }

  private AccessPath.Listing listing(Bounds bounds, Optional<ImmutableSet<String>> statuses) {
    ListFilter all = filter(bounds);
    if (statuses.isEmpty()) {
      return new AccessPath.Listing(ImmutableList.of(all), false);
    }
    ImmutableList<String> inOrder = statuses().all();
    if (!bounds.symbolic() && !inOrder.containsAll(statuses.get())) {
      // Refused as a parameter, and in a row if the API has got it since.
      return new AccessPath.Listing(ImmutableList.of(all), true);
    }
    // Of a status that resources leave the list is first: none that goes on meanwhile is missed.
    ImmutableList<ListFilter> each =
        statuses.get().stream()
            .sorted(Comparator.comparing(inOrder::indexOf))
            .map(status -> withStatus(all, status))
            .collect(ImmutableList.toImmutableList());
    return each.size() == 1 || (!ordered && severalAreCheaper(each))
        ? new AccessPath.Listing(each, false)
        : new AccessPath.Listing(ImmutableList.of(all), false);
  }

  /** One list of each value of a column, where few are possible and that is known to be cheaper. */
  private AccessPath.Listing byValue(AccessPath.Listing listing, Bounds bounds) {
    if (bounds.symbolic() || ordered || listing.lists().size() > 1) {
      return listing;
    }
    ListFilter all = listing.lists().get(0);
    for (Map.Entry<Integer, ListCapability.ByValue> by : capability.filters().entrySet()) {
      ImmutableSet<String> values = bounds.of(by.getKey()).orElse(ImmutableSet.of());
      ImmutableList<ListFilter> each = each(all, by.getValue(), values);
      if (each.size() > 1 && areFewerPages(each, all)) {
        return new AccessPath.Listing(each, listing.widened());
      }
    }
    return listing;
  }

  private static ImmutableList<ListFilter> each(
      ListFilter all, ListCapability.ByValue by, ImmutableSet<String> values) {
    return values.size() > 1
            && values.stream().allMatch(value -> by.accepted().matcher(value).matches())
        ? values.stream()
            .map(value -> all.with(by.parameter(), value))
            .collect(ImmutableList.toImmutableList())
        : ImmutableList.of();
  }

  /** A value whose rows were never counted is taken to have no more than a page has. */
  private boolean areFewerPages(ImmutableList<ListFilter> each, ListFilter all) {
    OptionalLong everything = rows(all);
    long sum = each.stream().mapToLong(f -> pages(known.rows(f.equal()).orElse(1))).sum();
    return everything.isPresent() && sum < pages(everything.getAsLong());
  }

  private ListFilter withStatus(ListFilter filter, String status) {
    return filter.with(capability.status().orElseThrow().parameter(), status);
  }

  /** One list of everything is one call for small accounts; several are never less than that. */
  private boolean severalAreCheaper(ImmutableList<ListFilter> each) {
    OptionalLong everything = known.rows();
    if (everything.isEmpty()) {
      return false;
    }
    String parameter = capability.status().orElseThrow().parameter();
    long sum = 0;
    for (ListFilter filter : each) {
      String status = filter.equal().get(parameter);
      OptionalLong rows = known.rows(ImmutableMap.of(parameter, status));
      long unknown = statuses().most(status).orElse(everything.getAsLong());
      sum += pages(rows.orElse(unknown));
    }
    return sum < pages(everything.getAsLong());
  }

  private ListFilter filter(Bounds bounds) {
    boolean timed = capability.creation().isPresent();
    return new ListFilter(
        equal(bounds),
        ImmutableSet.of(),
        bounds.nameContains(),
        timed ? sendable(bounds.createdFrom(), -WIDENED_MILLIS) : Optional.empty(),
        timed ? sendable(bounds.createdTo(), WIDENED_MILLIS) : Optional.empty());
  }

  /** Columns with one possible value; what a parameter does not accept is looked for in all. */
  private ImmutableMap<String, String> equal(Bounds bounds) {
    ImmutableMap.Builder<String, String> equal = ImmutableMap.builder();
    capability
        .equal()
        .forEach(
            (column, by) ->
                bounds
                    .of(column)
                    .filter(values -> values.size() == 1)
                    .map(Iterables::getOnlyElement)
                    .filter(value -> bounds.symbolic() || by.accepted().matcher(value).matches())
                    .ifPresent(value -> equal.put(by.parameter(), value)));
    return equal.buildOrThrow();
  }

  /**
   * Makes a list for each possible value of a column that the scan reads and that rows don't have.
   */
  private AccessPath.Listing told(AccessPath.Listing listing, Bounds bounds) {
    ImmutableList<ListFilter> lists = listing.lists();
    for (int column : read) {
      if (capability.isTold(column)) {
        ListCapability.ByValue by = capability.equal().get(column);
        lists =
            lists.stream()
                .flatMap(
                    filter ->
                        by.told().stream()
                            .filter(value -> mayBe(bounds, column, value))
                            .map(value -> filter.telling(by.parameter(), value)))
                .collect(ImmutableList.toImmutableList());
      }
    }
    return new AccessPath.Listing(lists, listing.widened());
  }

  private static boolean mayBe(Bounds bounds, int column, String value) {
    return bounds.symbolic()
        || bounds.of(column).map(values -> values.contains(value)).orElse(true);
  }

  private static Optional<Long> sendable(long bound, long widened) {
    if (bound <= FIRST_SENDABLE + WIDENED_MILLIS || bound >= LAST_SENDABLE - WIDENED_MILLIS) {
      return Optional.empty();
    }
    return Optional.of(bound + widened);
  }
}
