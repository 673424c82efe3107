package io.github.bedrocksql.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChangesTest {
  private static final String ON = "\u001b[7m";
  private static final String OFF = "\u001b[27m";

  @Test
  void whatIsNotAsBeforeIsInverse() {
    assertThat(Changes.shown("| InProgress |", "| InProgress |")).isEqualTo("| InProgress |");
    assertThat(Changes.shown("a 12 b", "a 10 b")).isEqualTo("a 1" + ON + "2" + OFF + " b");
    assertThat(Changes.shown("new", "")).isEqualTo(ON + "new" + OFF);
  }
}
