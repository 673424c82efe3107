package io.github.bedrocksql.docs;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bedrocksql.adapter.config.BedrockConfig;
import io.github.bedrocksql.adapter.config.BedrockProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The table of docs/connection-properties.md, which is written from the declarations: {@code
 * -Ddocs.update=true} writes it anew.
 */
class PropertiesPageTest {
  private static final Path PAGE = Path.of("..", "docs", "connection-properties.md");
  private static final String BEGIN = "## Properties\n\n";
  private static final String END = "\n`DriverPropertyInfo`";
  private static final String HEAD =
      """
      | property | default | values | meaning | example |
      | --- | --- | --- | --- | --- |
      """;

  private static final Pattern RANGE = Pattern.compile("(\\d+) to (\\d+)");

  @Test
  void propertiesAreAsTheyAreDeclared() throws IOException {
    String page = Files.readString(PAGE);
    String before = page.substring(0, page.indexOf(BEGIN) + BEGIN.length());
    String after = page.substring(page.indexOf(END));
    String written =
        Arrays.stream(BedrockProperty.values())
            .map(PropertiesPageTest::row)
            .collect(joining("\n", HEAD, "\n"));
    if (Boolean.getBoolean("docs.update")) {
      Files.writeString(PAGE, before + written + after);
    }
    assertThat(Files.readString(PAGE))
        .as("docs/connection-properties.md: -Ddocs.update=true writes it anew")
        .isEqualTo(before + written + after);
  }

  private static String row(BedrockProperty property) {
    return "| "
        + String.join(
            " | ",
            code(property.key()),
            property.defaultValue().map(PropertiesPageTest::code).orElse("none"),
            property.format(),
            property.documentation(),
            code(property.example()))
        + " |";
  }

  @ParameterizedTest
  @EnumSource(BedrockProperty.class)
  void examplesAreAccepted(BedrockProperty property) {
    assertThatCode(() -> parse(property.example())).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @EnumSource(BedrockProperty.class)
  void rangesHold(BedrockProperty property) {
    Matcher range = RANGE.matcher(property.format());
    if (!range.matches()) {
      assertThat(property.format()).isNotEmpty();
      return;
    }
    long least = Long.parseLong(range.group(1));
    long most = Long.parseLong(range.group(2));
    for (long allowed : new long[] {least, most}) {
      assertThatCode(() -> parse(property.key() + "=" + allowed)).doesNotThrowAnyException();
    }
    for (long refused : new long[] {least - 1, most + 1}) {
      assertThatThrownBy(() -> parse(property.key() + "=" + refused))
          .isInstanceOf(SQLException.class);
    }
  }

  private static BedrockConfig parse(String property) throws SQLException {
    return BedrockConfig.parse(BedrockConfig.URL_PREFIX + property, new Properties());
  }

  private static String code(String text) {
    return "`" + text + "`";
  }
}
