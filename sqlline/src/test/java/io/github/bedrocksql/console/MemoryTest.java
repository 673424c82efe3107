package io.github.bedrocksql.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A console with little memory, in a process of its own. */
class MemoryTest {
  @TempDir Path directory;

  @Tag("long")
  @Test
  void runningOutOfItSaysWhatToDoAndTheConsoleGoesOn() throws IOException, InterruptedException {
    String wide =
        "SELECT REPEAT('x', 1000000) || CAST(n AS VARCHAR) AS x FROM generate_series(1, 900) AS"
            + " t(n)";
    Path out = directory.resolve("out");
    Path err = directory.resolve("err");
    Process console =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx96m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    ConsoleMain.class.getName(),
                    "--sandbox",
                    "--format",
                    "json",
                    "-e",
                    "SELECT 1 AS one",
                    "-e",
                    "SELECT JSON_ARRAYAGG(x) AS x FROM (" + wide + ") AS t",
                    "-e",
                    "SELECT 2 AS two"))
            .redirectOutput(Redirect.to(new File(out.toString())))
            .redirectError(Redirect.to(new File(err.toString())))
            .start();
    assertThat(console.waitFor()).isEqualTo(1);
    assertThat(Files.readString(err, UTF_8))
        .contains("Error 53200: ", "LIMIT", "--format csv", NextStep.JAVA_OPTIONS + "=-Xmx")
        .doesNotContain("OutOfMemoryError");
    assertThat(Files.readString(out, UTF_8))
        .contains("{\"one\":1}")
        .endsWith("[\n{\"two\":2}\n]\n");
  }
}
