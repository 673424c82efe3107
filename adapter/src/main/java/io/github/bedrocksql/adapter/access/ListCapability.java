package io.github.bedrocksql.adapter.access;

import com.google.common.collect.ImmutableSet;
import java.util.regex.Pattern;

/**
 * What a table's calls can narrow by and order by. Ordinals are the table's; -1 stands for none.
 *
 * @param statusColumn column of {@code statusEquals}
 * @param statuses every status that {@code statusEquals} takes (API model)
 * @param nameColumn column of {@code nameContains}
 * @param containable what {@code nameContains} accepts, found in longer text (API model)
 * @param creationColumn column of the creation bounds and of the order
 * @param regionColumn column that tells the Region
 * @param accountColumn column that tells the account
 */
public record ListCapability(
    int statusColumn,
    ImmutableSet<String> statuses,
    int nameColumn,
    Pattern containable,
    int creationColumn,
    int regionColumn,
    int accountColumn) {
  /** How the API spells a status. */
  private static final Pattern SPELLING = Pattern.compile("(?:[A-Z][a-z]++)++");

  /**
   * Returns whether rows may be of a status: one that the API has, or one that it may have got
   * since and that is spelt as it spells them. Not one that only another case would make known.
   */
  boolean mayBeStatus(String text) {
    return statuses.contains(text)
        || (SPELLING.matcher(text).matches()
            && statuses.stream().noneMatch(text::equalsIgnoreCase));
  }
}
