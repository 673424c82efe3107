package io.github.bedrocksql.adapter.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class PlainTextTest {
  @Test
  void aBlankForWhatATerminalWouldObey() {
    assertThat(
            PlainText.of("a\u001b]0;title\u0007b\r\n  c\u0000 \u009bd\u202ee\u2028f\u2066g\u007f"))
        .isEqualTo("a ]0;title b c d e f g");
  }

  @Test
  void otherTextStays() {
    String text = "'a  b' é 日本 \ud83d\ude00 \u200f!";
    assertThat(PlainText.of(text)).isEqualTo(text);
    assertThat(PlainText.isPlain(text)).isTrue();
    assertThat(PlainText.isPlain("a\u001b")).isFalse();
  }

  @Test
  void longTextTakesNoLongerThanItsLength() {
    String blanks = " ".repeat(500_000);
    Assertions.assertTimeout(
        Duration.ofSeconds(5),
        () -> {
          assertThat(PlainText.of("a" + blanks + "b")).hasSize(500_002);
          assertThat(PlainText.of("a" + "\u0007 ".repeat(500_000) + "b")).isEqualTo("a b");
        });
  }
}
