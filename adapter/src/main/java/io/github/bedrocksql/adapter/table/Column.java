package io.github.bedrocksql.adapter.table;

import io.github.bedrocksql.adapter.api.Resource;

/**
 * A column: its type, the call that fills it and how to read it off an answer.
 *
 * @param name lower snake_case
 * @param nullable whether SQL sees it as nullable
 * @param level the call that fills it
 * @param summary reads it off a row of List; null but for a {@link Level#SUMMARY} column
 * @param detail reads it off an answer of Get; null for a {@link Level#ELEMENT} column, and for one
 *     that only List tells
 * @param element reads it off an element; null but for a {@link Level#ELEMENT} column
 * @param remark its description, for users
 */
public record Column(
    String name,
    ColumnType type,
    boolean nullable,
    Level level,
    Reader summary,
    Reader detail,
    ElementReader element,
    String remark) {

  /** Returns whether only List has it. */
  public boolean isOnlyListed() {
    return level == Level.SUMMARY && detail == null;
  }

  /** The call that fills a column. */
  public enum Level {
    /** List has it, and Get too as a rule. */
    SUMMARY,
    /** Only Get has it: one call a row. */
    DETAIL,
    /** One of several values of one resource: a row each. */
    ELEMENT
  }

  /** Reads a value: null, or an object of the column type's class. */
  @FunctionalInterface
  public interface Reader {
    /**
     * Returns the value.
     *
     * @param region the Region that answered
     */
    Object read(Resource source, String region);
  }

  /** Reads a value of an element. */
  @FunctionalInterface
  public interface ElementReader {
    /**
     * Returns the value.
     *
     * @param index the element's, from 0
     */
    Object read(ElementLists.Element element, int index);
  }
}
