package io.github.bedrocksql.console;

import java.time.LocalDate;
import java.time.LocalDateTime;

/** A column of a result, as far as printing it goes. */
record Column(String label, Kind kind) {
  /** How a value is read and aligned. */
  enum Kind {
    TEXT,
    NUMBER,
    BOOLEAN,
    ARRAY,
    DATE,
    TIMESTAMP;

    boolean isTime() {
      return this == DATE || this == TIMESTAMP;
    }
  }

  /** Returns a value of a column of times as a time, a date as its midnight. */
  LocalDateTime time(String value) {
    return kind == Kind.DATE
        ? LocalDate.parse(value).atStartOfDay()
        : LocalDateTime.parse(value.replace(' ', 'T'));
  }
}
