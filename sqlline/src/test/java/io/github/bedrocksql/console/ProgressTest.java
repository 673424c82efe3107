package io.github.bedrocksql.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrocksql.jdbc.ApiUsage;
import org.junit.jupiter.api.Test;

/** What the line says while a statement is waited for. */
class ProgressTest {
  @Test
  void callsAndRate() {
    assertThat(Progress.text(new ApiUsage(2, 0), 2000, 0, 2))
        .isEqualTo("2 API calls (2 lists), 1 a second, 2 s; Ctrl-C stops");
  }

  @Test
  void detailsOfHowManyRows() {
    assertThat(Progress.text(new ApiUsage(3, 1200), 2500, 7, 30))
        .isEqualTo(
            "1203 API calls, details of 1200 of 2500 rows, 40 a second,"
                + " 7 sent again (throttled or failed), 30 s; Ctrl-C stops");
  }

  @Test
  void lookupsOfNoList() {
    assertThat(Progress.text(new ApiUsage(0, 12), 0, 0, 3)).doesNotContain("details of");
  }
}
