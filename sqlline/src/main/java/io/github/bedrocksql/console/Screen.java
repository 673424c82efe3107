package io.github.bedrocksql.console;

import java.io.Writer;

/** Where results are shown. */
interface Screen {
  /** No width, or no height, is known: lines may be any length. */
  int UNBOUNDED = Integer.MAX_VALUE;

  /** Returns the columns of text that a line has. */
  int width();

  /** Returns what takes rows and other answers. */
  Writer writer();

  /** Returns whether people see what is written as it is written. */
  boolean isTerminal();

  /**
   * Opens the way for one result: past its first page, the reader turns the pages.
   *
   * @return what takes the result, to be closed at its end
   */
  Writer page();

  /** Clears it, if it is a terminal that can be cleared, and says whether it is. */
  boolean clear();
}
