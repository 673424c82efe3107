package io.github.bedrocksql.adapter.access;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * The statuses that resources of a type have (API model).
 *
 * @param changing those that a resource leaves again, in the order in which it may have them
 * @param last those that it keeps
 * @param most by status, how many resources can have it at once in an account and Region (quotas)
 */
public record Statuses(
    ImmutableList<String> changing, ImmutableList<String> last, ImmutableMap<String, Long> most) {
  private static final Pattern WORDS = Pattern.compile("(?:[A-Z][a-z]++)++");
  private static final Pattern CAPITALS = Pattern.compile("[A-Z]++(?:_[A-Z]++)*+");

  /** Returns statuses that a resource may have, each any number of times. */
  public static Statuses changing(String... statuses) {
    return new Statuses(ImmutableList.copyOf(statuses), ImmutableList.of(), ImmutableMap.of());
  }

  /** Returns these, and those that a resource keeps. */
  public Statuses andLast(String... statuses) {
    return new Statuses(changing, ImmutableList.copyOf(statuses), most);
  }

  /** Returns these; at most so many resources have the given one at a time. */
  public Statuses withMost(long resources, String status) {
    return new Statuses(changing, last, ImmutableMap.of(status, resources));
  }

  /** Returns all of them: those that a resource leaves for others are before those. */
  public ImmutableList<String> all() {
    return ImmutableList.<String>builder().addAll(changing).addAll(last).build();
  }

  /** Returns how many resources can have a status at once; empty if any number can. */
  OptionalLong most(String status) {
    Long count = most.get(status);
    return count == null ? OptionalLong.empty() : OptionalLong.of(count);
  }

  /**
   * Returns whether a resource may have a status: one that the API has, or one spelt like those
   * that may have been added since. Not one that differs from a known one only in case.
   */
  boolean mayBe(String text) {
    ImmutableList<String> all = all();
    Pattern spelling =
        all.stream().allMatch(status -> CAPITALS.matcher(status).matches()) ? CAPITALS : WORDS;
    return all.contains(text)
        || (spelling.matcher(text).matches() && all.stream().noneMatch(text::equalsIgnoreCase));
  }
}
