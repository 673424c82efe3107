package io.github.bedrocksql.console;

import java.util.ArrayList;
import java.util.List;

/** The first rows of a result, which tell how wide its columns are; never much of it. */
final class Sample {
  static final int ROWS = 1000;
  private static final long CHARACTERS = 2_000_000;

  private final List<List<List<String>>> rows = new ArrayList<>();
  private long characters;

  /** Adds a row, the lines of each value; says whether there is no room for another. */
  boolean add(List<List<String>> cells) {
    rows.add(cells);
    for (List<String> lines : cells) {
      for (String line : lines) {
        characters += line.length();
      }
    }
    return rows.size() == ROWS || characters >= CHARACTERS;
  }

  List<List<List<String>>> rows() {
    return rows;
  }
}
