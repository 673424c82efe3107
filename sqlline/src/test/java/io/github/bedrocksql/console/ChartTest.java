package io.github.bedrocksql.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bars and timelines, on the screen and in pictures. */
class ChartTest {
  private static final int BAR_COLOR = 0x3b6ea5;

  private static final String SPANS =
      """
      SELECT * FROM (VALUES
        ('a', TIMESTAMP '2026-01-01 00:00:00', TIMESTAMP '2026-01-01 12:00:00', 1),
        ('bc', TIMESTAMP '2026-01-01 12:00:00', TIMESTAMP '2026-01-02 00:00:00', 2),
        ('short', TIMESTAMP '2026-01-01 00:00:00', TIMESTAMP '2026-01-01 00:00:07', 3),
        ('none', CAST(NULL AS TIMESTAMP), CAST(NULL AS TIMESTAMP), 4)) AS t(x, y, z, n)""";

  @TempDir Path directory;

  private static List<String> chart(String query) {
    Batch batch = Batch.run("!chart " + query);
    assertThat(batch.err()).isEmpty();
    return batch.out().lines().toList();
  }

  @Test
  void bars() {
    String values =
        "SELECT * FROM (VALUES ('a', 4), ('bcd', 2), ('none', NULL), ('nil', 0)) AS t(x, y)";
    assertThat(chart(values))
        .containsExactly(
            "a    " + "█".repeat(90) + " 4",
            "bcd  " + "█".repeat(45) + " 2",
            "none  NULL",
            "nil   0");
  }

  @Test
  void aLongLabelIsShortened() {
    assertThat(chart("SELECT repeat('x', 200) AS x, 3 AS y"))
        .containsExactly("x".repeat(32) + "… " + "█".repeat(64) + " 3");
  }

  @Test
  void twoColumnsOfTimesMakeATimeline() {
    assertThat(chart(SPANS))
        .containsExactly(
            "      2026-01-01 00:00" + " ".repeat(47) + "2026-01-02 00:00 UTC",
            "a     " + "█".repeat(41) + "▌" + " ".repeat(42) + "12 h 0 min",
            "bc    " + " ".repeat(41) + "▐" + "█".repeat(41) + " 12 h 0 min",
            "short ▌" + " ".repeat(83) + "7 s",
            "none  " + " ".repeat(84) + "NULL");
  }

  @ParameterizedTest
  @CsvSource({"43200,12 h 0 min", "90.5,1 min", "273600,3 d 4 h"})
  void oneColumnOfTimesAndOneOfSecondsMakeATimeline(String seconds, String length) {
    assertThat(
            chart("SELECT 'a' AS x, DATE '2026-01-01' AS y, " + seconds + " AS duration_seconds"))
        .hasSize(2)
        .last()
        .asString()
        .startsWith("a █")
        .endsWith("█ " + length);
  }

  @Test
  void whatHasNotEndedLastsUntilNow() {
    String query =
        "SELECT job_name, creation_time, end_time FROM model_import_jobs"
            + " WHERE status = 'InProgress'";
    assertThat(chart(query)).hasSize(2).last().asString().matches("llama.* █+> \\d+ .* so far");
  }

  @Test
  void oneColumnOfTimesAndANumberMakeBars() {
    assertThat(chart("SELECT DATE '2026-01-01' AS d, 7 AS jobs"))
        .containsExactly("2026-01-01 " + "█".repeat(87) + " 7");
  }

  @Test
  void neither() {
    assertThat(Batch.run("!chart VALUES 'a'"))
        .satisfies(failed -> assertThat(failed.status()).isEqualTo(1))
        .satisfies(
            failed ->
                assertThat(failed.err()).contains("needs a column of numbers", "two of times"));
    assertThat(Batch.run("!chart SELECT 1 AS x FROM model_import_jobs WHERE FALSE").err())
        .isEqualTo("No rows, no chart.\n");
  }

  @Test
  void pictures() throws IOException {
    Path bars = directory.resolve("some bars.png");
    Path times = directory.resolve("times.PNG");
    String counts = "SELECT status, COUNT(*) FROM model_import_jobs\n GROUP BY status;\n";
    Batch batch =
        Batch.run(
            "!chart --png '%s' %s!chart --png=%s %s;\nVALUES 42;"
                .formatted(bars, counts, times, SPANS));
    assertThat(batch.err()).contains("Chart written to " + bars, "Chart written to " + times);
    assertThat(batch.out()).contains("42 |");
    assertThat(hasBars(bars)).isTrue();
    assertThat(hasBars(times)).isTrue();
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files).hasSize(2);
    }
  }

  private static boolean hasBars(Path file) throws IOException {
    BufferedImage image = ImageIO.read(file.toFile());
    return IntStream.range(0, image.getWidth() * image.getHeight())
        .map(i -> image.getRGB(i % image.getWidth(), i / image.getWidth()) & 0xffffff)
        .anyMatch(color -> color == BAR_COLOR);
  }

  /** XChart looks for a step between labels until all of them differ. */
  @Tag("long")
  @Test
  void picturesOfAnyNumberOfRows() throws IOException {
    for (int rows : new int[] {1, 2, 3, 7, 10, 99, 100, 250, ChartPicture.MOST_ROWS}) {
      List<BarChart.Bar> bars =
          IntStream.range(0, rows)
              .mapToObj(row -> new BarChart.Bar(row % 3 == 0 ? "" : "same", 1e12 * (row % 2)))
              .toList();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ChartPicture.write(new BarChart("n", bars), out);
      assertThat(out.size()).isPositive();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--png x.jpg VALUES 1, 'x.jpg' does not end in .png",
    "--png x.png, usage: !chart [--png FILE] QUERY",
    "--pgn x.png VALUES 1, usage: !chart [--png FILE] QUERY",
    "--png /none/x.png VALUES 1, cannot write /none/x.png: no such file or folder",
    "'--png x.png SELECT n FROM generate_series(1, 501) AS t(n)', a picture has room for 500 rows",
  })
  void pictureThatCannotBe(String argument, String message) {
    Batch batch = Batch.run("!chart " + argument + "\n");
    assertThat(batch.status()).isEqualTo(1);
    assertThat(batch.err()).startsWith("Error: " + message);
  }
}
