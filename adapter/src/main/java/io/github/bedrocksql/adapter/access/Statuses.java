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

  /** Returns statuses of which a resource may have any, as often as it likes. */
  public static Statuses changing(String... statuses) {
    return new Statuses(ImmutableList.copyOf(statuses), ImmutableList.of(), ImmutableMap.of());
  }

  /** Returns these, and those that a resource keeps. */
  public Statuses andLast(String... statuses) {
    return new Statuses(changing, ImmutableList.copyOf(statuses), most);
  }

  /** Returns these, of which one is had by so many resources at most. */
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
   * Returns whether a resource may have a status: one that the API has, or one that it may have got
   * since and that is spelt like those. Not one that only another case would make known.
   */
  boolean mayBe(String text) {
    ImmutableList<String> all = all();
    Pattern spelling =
        all.stream().allMatch(status -> CAPITALS.matcher(status).matches()) ? CAPITALS : WORDS;
    return all.contains(text)
        || (spelling.matcher(text).matches() && all.stream().noneMatch(text::equalsIgnoreCase));
  }
}
