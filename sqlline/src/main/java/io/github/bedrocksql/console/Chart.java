package io.github.bedrocksql.console;

import java.util.List;

/** A drawing of a result: a bar for each row. */
sealed interface Chart permits BarChart, Timeline {
  /** Returns it as lines of text, which fit a screen of 40 columns or more. */
  List<String> lines(int screenWidth);

  /** Returns how many rows it shows. */
  int size();
}
