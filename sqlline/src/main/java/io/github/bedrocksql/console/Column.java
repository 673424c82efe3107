package io.github.bedrocksql.console;

/** A column of a result, as far as printing it goes. */
record Column(String label, Kind kind) {
  /** How a value is read and aligned. */
  enum Kind {
    TEXT,
    NUMBER,
    BOOLEAN,
    ARRAY
  }
}
