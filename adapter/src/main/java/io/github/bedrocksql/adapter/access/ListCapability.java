package io.github.bedrocksql.adapter.access;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a table's List narrows by and orders by. Columns are the table's ordinals; parameters have
 * the API's names.
 *
 * @param status what it takes a status by
 * @param equal by column, what it takes other single values by
 * @param name the parameter that takes part of the name
 * @param creation what it takes times by, and orders by
 * @param paged whether a list may have several pages; else it is one call, however many rows
 * @param regionColumn the Region's column
 * @param accountColumn the column of the account that was asked; empty if a row may belong to
 *     another
 */
public record ListCapability(
    Optional<ByStatus> status,
    ImmutableMap<Integer, ByValue> equal,
    Optional<ByPart> name,
    Optional<ByTime> creation,
    boolean paged,
    int regionColumn,
    Optional<Integer> accountColumn) {

  /** A parameter that takes one of a column's {@code statuses}. */
  public record ByStatus(int column, String parameter, Statuses statuses) {}

  /**
   * A parameter that takes one value.
   *
   * @param accepted what it accepts (API model)
   * @param told all values, if rows don't have their own: then only a list narrowed to one value
   *     shows it
   */
  public record ByValue(String parameter, Pattern accepted, ImmutableList<String> told) {}

  /**
   * A parameter that takes a part of a column's text.
   *
   * @param accepted what it accepts, found in longer text (API model)
   */
  public record ByPart(int column, String parameter, Pattern accepted) {}

  /**
   * Parameters that take the bounds of a column's time.
   *
   * @param after the earliest, which a server may take as exclusive
   * @param before the parameter of the latest
   * @param orders whether List can be asked for rows in this order
   */
  public record ByTime(int column, String after, String before, boolean orders) {}

  /** Returns whether a column is the status that List narrows by. */
  public boolean isStatus(int column) {
    return status.filter(by -> by.column() == column).isPresent();
  }

  /** Returns whether a column is the name that List can search in. */
  public boolean isName(int column) {
    return name.filter(by -> by.column() == column).isPresent();
  }

  /** Returns whether a column is the time that List narrows by. */
  public boolean isCreation(int column) {
    return creation.filter(by -> by.column() == column).isPresent();
  }

  /** Returns whether List gives rows in the order of a column. */
  public boolean isOrder(int column) {
    return creation.filter(by -> by.column() == column && by.orders()).isPresent();
  }

  /** Returns whether a column is known only of a list that is narrowed by it. */
  public boolean isTold(int column) {
    return equal.containsKey(column) && !equal.get(column).told().isEmpty();
  }

  /** Returns, by column, what List takes single values by that rows have themselves. */
  public Map<Integer, ByValue> filters() {
    return Maps.filterValues(equal, by -> by.told().isEmpty());
  }

  /** Returns whether a column is of the target: the same for all its rows. */
  public boolean isOfTarget(int column) {
    return column == regionColumn || isAccount(column);
  }

  /** Returns whether a column is the account that was asked. */
  public boolean isAccount(int column) {
    return accountColumn.filter(account -> account == column).isPresent();
  }

  /** Returns whether a single value of a column narrows which calls are made. */
  public boolean isNarrowing(int column) {
    return isListed(column) || isOfTarget(column);
  }

  /** Returns whether a single value of a column is a parameter of List. */
  public boolean isListed(int column) {
    return isStatus(column) || equal.containsKey(column);
  }
}
