package io.github.bedrocksql.console;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The output formats of batch mode. */
enum Format {
  TABLE,
  VERTICAL,
  CSV,
  JSON;

  static Optional<Format> named(String name) {
    return Arrays.stream(values())
        .filter(format -> format.label().equals(name.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  /** Whether people read it, who get a line about the result, too. */
  boolean isForPeople() {
    return this == TABLE || this == VERTICAL;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * A writer for one result.
   *
   * @param toTerminal whether people see it as it is written: then nothing in it may be obeyed
   */
  RowWriter writer(Appendable out, boolean toTerminal) {
    return switch (this) {
      case TABLE -> new TableWriter(out);
      case VERTICAL -> new VerticalWriter(out);
      case CSV -> new CsvWriter(out, toTerminal);
      case JSON -> new JsonWriter(out);
    };
  }
}
