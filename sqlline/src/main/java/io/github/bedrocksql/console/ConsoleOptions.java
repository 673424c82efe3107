package io.github.bedrocksql.console;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the command line asks for.
 *
 * @param connection what to connect to, as far as it was said
 * @param inputs the {@code -e} and {@code -f} in the order given
 * @param format the output format, if one was named
 * @param output the file that rows go to; empty for standard output
 * @param settings what the statements may do
 * @param verbose whether errors show their stack trace
 * @param help whether to print the help and leave
 * @param version whether to print the version and leave
 */
record ConsoleOptions(
    ConnectionOptions connection,
    List<Input> inputs,
    Optional<Format> format,
    Optional<Path> output,
    Settings settings,
    boolean verbose,
    boolean help,
    boolean version) {

  ConsoleOptions {
    inputs = List.copyOf(inputs);
  }

  /** The options that choose the connection. */
  record ConnectionOptions(
      Optional<String> url,
      boolean sandbox,
      Optional<String> region,
      Optional<String> profile,
      Optional<String> endpoint) {}
}
