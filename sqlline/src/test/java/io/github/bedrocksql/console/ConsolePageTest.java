package io.github.bedrocksql.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The console's page is true: what stands in its blocks is what the console prints. */
class ConsolePageTest {
  private static final Path PAGE = Path.of("..", "docs", "console.md");
  private static final Pattern SESSION = Pattern.compile("(?ms)^```sandbox\\n(.*?)^```$");
  private static final Pattern TYPED = Pattern.compile("^(?:sandbox| *[;('\"]|/\\*)> ");

  @TestFactory
  Stream<DynamicTest> sessions() throws IOException {
    return SESSION
        .matcher(Files.readString(PAGE))
        .results()
        .map(block -> block.group(1))
        .map(
            block ->
                DynamicTest.dynamicTest(
                    block.lines().findFirst().orElseThrow(),
                    () -> assertThat(rough(output(block))).isEqualTo(rough(printed(block)))));
  }

  @Test
  void everyOptionIsDescribed() throws IOException {
    String page = Files.readString(PAGE);
    assertThat(HelpText.text().lines().filter(line -> line.startsWith("  --")))
        .map(line -> line.strip().split(" ", 2)[0])
        .filteredOn(
            Predicate.not(
                Set.of(
                        "--sandbox",
                        "--region",
                        "--profile",
                        "--endpoint",
                        "--url",
                        "--verbose",
                        "--help",
                        "--version")
                    ::contains))
        .isNotEmpty()
        .allSatisfy(option -> assertThat(page).contains(option));
  }

  private static String printed(String block) {
    return block.lines().filter(TYPED.asPredicate().negate()).collect(Collectors.joining("\n"));
  }

  private static String output(String block) {
    String typed =
        block
            .lines()
            .filter(TYPED.asPredicate())
            .map(line -> TYPED.matcher(line).replaceFirst(""))
            .collect(Collectors.joining("\n"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream screen = new PrintStream(bytes, true, UTF_8);
    ConsoleMain.run(
        new String[] {"--sandbox"},
        new ByteArrayInputStream(typed.getBytes(UTF_8)),
        screen,
        screen,
        Map.of(),
        Terminals.NONE);
    return bytes.toString(UTF_8);
  }

  /** Times and ages differ from run to run, and with them widths. */
  private static String rough(String text) {
    return text.replaceAll("\\d+", "N").replaceAll("-{2,}", "-").replaceAll(" {2,}", " ").strip();
  }
}
