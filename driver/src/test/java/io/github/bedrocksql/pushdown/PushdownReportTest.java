package io.github.bedrocksql.pushdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The report in docs/ is the table's: its numbers are those that {@link PushdownTest} holds every
 * query to.
 */
class PushdownReportTest {
  private static final Path REPORT = Path.of(System.getProperty("pushdown.report"));

  @Test
  void reportIsUpToDate() throws IOException {
    String report = new PushdownReport(QueryTable.load()).markdown();
    if (Boolean.getBoolean("pushdown.update")) {
      Files.createDirectories(REPORT.toAbsolutePath().getParent());
      Files.writeString(REPORT, report);
    }
    assertThat(REPORT)
        .as("docs/pushdown.md: mvn verify -Dpushdown.update=true writes it anew")
        .content()
        .isEqualTo(report);
  }

  @Test
  void tableHasAtLeastEightyQueries() {
    assertThat(QueryTable.load().stream().mapToInt(s -> s.queries().size()).sum())
        .isGreaterThanOrEqualTo(80);
  }
}
