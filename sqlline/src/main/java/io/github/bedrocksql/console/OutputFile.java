package io.github.bedrocksql.console;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the rows of a script go.
 *
 * @param writer takes them
 * @param file whether it is a file of its own, which is closed at the end
 */
record OutputFile(Writer writer, boolean file) implements AutoCloseable {
  /** Opens a file, which is written anew; without one, standard output. */
  static OutputFile of(Optional<Path> path, PrintStream standardOutput) throws IOException {
    return path.isEmpty()
        ? new OutputFile(new CheckedWriter(standardOutput), false)
        : new OutputFile(Files.newBufferedWriter(path.get(), StandardCharsets.UTF_8), true);
  }

  @Override
  public void close() throws IOException {
    if (file) {
      writer.close();
    }
  }
}
