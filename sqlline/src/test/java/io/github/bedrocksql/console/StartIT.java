package io.github.bedrocksql.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The console as it is unpacked: its start script, and the archive of classes. */
@DisabledOnOs(OS.WINDOWS)
class StartIT {
  private static final String QUERY =
      "SELECT COUNT(*) AS n FROM model_import_jobs WHERE status = 'Failed'";
  private static final int MINUTES = 5;

  @TempDir static Path unpacked;
  @TempDir Path directory;

  private record Outcome(int status, String out, String err) {}

  @BeforeAll
  static void unpack() throws IOException, InterruptedException {
    unpack("here");
  }

  private static void unpack(String name) throws IOException, InterruptedException {
    Path archive;
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(Path.of("target"), "bedrock-sql-*-bin.tar.gz")) {
      archive = files.iterator().next();
    }
    Path folder = Files.createDirectories(unpacked.resolve(name));
    assertThat(
            new ProcessBuilder(
                    "tar", "-xzf", archive.toAbsolutePath().toString(), "-C", folder.toString())
                .inheritIO()
                .start()
                .waitFor())
        .isZero();
  }

  private static Path home() throws IOException {
    return home("here");
  }

  /** The folder that the archive holds. */
  private static Path home(String name) throws IOException {
    try (Stream<Path> folders = Files.list(unpacked.resolve(name))) {
      return folders.findFirst().orElseThrow();
    }
  }

  private Outcome run(Map<String, String> settings, String... arguments)
      throws IOException, InterruptedException {
    return run(home().resolve("bin").resolve("bedrock-sql"), settings, arguments);
  }

  private Outcome run(Path script, Map<String, String> settings, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(arguments));
    File out = directory.resolve("out").toFile();
    File err = directory.resolve("err").toFile();
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectOutput(out)
            .redirectError(err);
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("BEDROCK_SQL_"));
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.putAll(settings);
    int status = builder.start().waitFor();
    return new Outcome(
        status, Files.readString(out.toPath(), UTF_8), Files.readString(err.toPath(), UTF_8));
  }

  private static Map<String, String> without() {
    return new HashMap<>(Map.of("BEDROCK_SQL_CACHE", "off"));
  }

  @Test
  void runsAnywhereAndThroughALink() throws IOException, InterruptedException {
    unpack("a folder");
    Path link = directory.resolve("link");
    Files.createSymbolicLink(link, home("a folder").resolve("bin").resolve("bedrock-sql"));
    assertThat(run(link, without(), "--sandbox", "--format", "csv", "-e", QUERY))
        .isEqualTo(new Outcome(0, "n\r\n4\r\n", ""));
    Files.delete(link);
  }

  @Test
  void hasTheLicences() throws IOException {
    assertThat(home().resolve("LICENSE")).isRegularFile();
    assertThat(
            Files.readString(
                home().resolve("licences").resolve("LICENSES-OF-CONSOLE-LIBRARIES.txt")))
        .contains("JLine", "sqlline");
    assertThat(home().resolve("licences").resolve("LICENSE-JLine.txt")).isRegularFile();
    assertThat(home().resolve("bin").resolve("bedrock-sql.bat")).content().contains("\r\n");
  }

  @Test
  void aCacheThatCannotBeWrittenIsNoConcern() throws IOException, InterruptedException {
    Path file = Files.createFile(directory.resolve("file"));
    Map<String, String> settings = Map.of("BEDROCK_SQL_CACHE", file.resolve("x").toString());
    assertThat(run(settings, "--sandbox", "--format", "csv", "-e", QUERY))
        .isEqualTo(new Outcome(0, "n\r\n4\r\n", ""));
  }

  /** One that came with the console; a jar that is newer than it makes it useless. */
  @Tag("long")
  @Test
  void anArchiveOfClassesIsUsedWhileItIsNewerThanTheJars()
      throws IOException, InterruptedException {
    Path cache = home().resolve("cache");
    assertThat(run(without(), "--make-archive", cache.toString()))
        .isEqualTo(new Outcome(0, "", ""));
    String classes = classesOf();
    assertThat(archived(classes, "io.github.bedrocksql.console.ConsoleMain")).isTrue();
    // A query that is no dialogue needs none of these.
    assertThat(classes).doesNotContain("org.jline.reader.", " sqlline.");
    Path jar;
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(home().resolve("lib"), "sqlline*")) {
      jar = jars.iterator().next();
    }
    FileTime before = Files.getLastModifiedTime(jar);
    Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(60)));
    assertThat(archived(classesOf(), "io.github.bedrocksql.console.ConsoleMain")).isFalse();
    Files.setLastModifiedTime(jar, before);
    try (Stream<Path> files = Files.list(cache)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }

  /** The classes that a query loads, each with where it came from. */
  private String classesOf() throws IOException, InterruptedException {
    Path log = directory.resolve("classes");
    Map<String, String> settings = without();
    settings.put("BEDROCK_SQL_JAVA_OPTS", "-Xlog:class+load:file=" + log);
    assertThat(run(settings, "--sandbox", "--format", "csv", "-e", QUERY))
        .isEqualTo(new Outcome(0, "n\r\n4\r\n", ""));
    return Files.readString(log);
  }

  private static boolean archived(String classes, String name) {
    return classes.lines().anyMatch(line -> line.contains(name + " source: shared objects file"));
  }

  @Tag("long")
  @Test
  void theFirstRunMakesAnArchiveInTheBackground() throws IOException, InterruptedException {
    Path cache = directory.resolve("cache");
    Map<String, String> settings = Map.of("BEDROCK_SQL_CACHE", cache.toString());
    assertThat(run(settings, "--sandbox", "--format", "csv", "-e", QUERY))
        .isEqualTo(new Outcome(0, "n\r\n4\r\n", ""));
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES);
    while (archives(cache) == 0 || Files.exists(lock(cache))) {
      assertThat(System.nanoTime()).as("waits for an archive in " + cache).isLessThan(deadline);
      TimeUnit.MILLISECONDS.sleep(100);
    }
    assertThat(archives(cache)).isEqualTo(1);
  }

  private static Path lock(Path cache) throws IOException {
    try (Stream<Path> files = Files.list(cache)) {
      return files
          .filter(file -> file.toString().endsWith(".lock"))
          .findFirst()
          .orElse(cache.resolve("none"));
    }
  }

  private static long archives(Path cache) throws IOException {
    try (Stream<Path> files = Files.list(cache)) {
      return files.filter(file -> file.toString().matches(".*\\.(jsa|aot)")).count();
    }
  }
}
