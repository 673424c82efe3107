package io.github.bedrocksql.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where statements come from. */
sealed interface Input {
  /**
   * Opens the text; bytes that are not UTF-8 fail on reading instead of turning into question
   * marks.
   */
  Reader open(InputStream standardInput) throws IOException;

  /** How a message names this input. */
  String name();

  /** The argument of {@code -e}. */
  record Text(String sql) implements Input {
    @Override
    public Reader open(InputStream standardInput) {
      return new StringReader(sql);
    }

    @Override
    public String name() {
      return "-e";
    }
  }

  /** The argument of {@code -f}. */
  record Script(Path path) implements Input {
    @Override
    public Reader open(InputStream standardInput) throws IOException {
      return Files.newBufferedReader(path, StandardCharsets.UTF_8);
    }

    @Override
    public String name() {
      return path.toString();
    }
  }

  /** What is piped in. */
  record StandardInput() implements Input {
    @Override
    public Reader open(InputStream standardInput) {
      return new InputStreamReader(standardInput, StandardCharsets.UTF_8.newDecoder());
    }

    @Override
    public String name() {
      return "standard input";
    }
  }
}
