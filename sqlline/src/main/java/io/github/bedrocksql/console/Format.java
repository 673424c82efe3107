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

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A writer for one result. */
  RowWriter writer(Appendable out) {
    return switch (this) {
      case TABLE -> new TableWriter(out);
      case VERTICAL -> new VerticalWriter(out);
      case CSV -> new CsvWriter(out);
      case JSON -> new JsonWriter(out);
    };
  }
}
