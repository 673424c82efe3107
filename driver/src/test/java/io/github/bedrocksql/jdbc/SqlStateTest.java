package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrocksql.adapter.error.SqlState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** SQLStates stand in {@link SqlState}, once each, and nowhere else. */
class SqlStateTest {
  /** A class that the standard, ODBC or PostgreSQL has, and a subclass. */
  private static final Pattern LITERAL =
      Pattern.compile("\"(0[0-9A-Z]|2[0-9A-Z]|3[0-9A-Z]|4[0-9]|5[3-8]|HY|IM|XX)[0-9A-Z]{3}\"");

  private static final Path ENUM = Path.of("SqlState.java");

  @Test
  void noCodeOfAdapterAndDriverNamesAStateItself() throws IOException {
    for (String module : List.of("adapter", "driver")) {
      Path sources = Path.of("..", module, "src", "main", "java");
      try (Stream<Path> files = Files.walk(sources)) {
        List<Path> sourceFiles =
            files
                .filter(file -> file.toString().endsWith(".java"))
                .filter(file -> !file.getFileName().equals(ENUM))
                .toList();
        assertThat(sourceFiles).hasSizeGreaterThan(50);
        for (Path file : sourceFiles) {
          assertThat(LITERAL.matcher(Files.readString(file)).results().map(found -> found.group()))
              .as("%s", file)
              .isEmpty();
        }
      }
    }
  }

  @Test
  void eachStateIsFoundByItsCode() {
    assertThat(Arrays.stream(SqlState.values()).map(SqlState::code)).doesNotHaveDuplicates();
    assertThat(SqlState.values())
        .allSatisfy(
            state -> {
              SQLException failure = state.exception("why");
              assertThat(SqlState.of(failure)).contains(state);
              assertThat("\"" + state.code() + "\"").matches(LITERAL);
            });
  }
}
