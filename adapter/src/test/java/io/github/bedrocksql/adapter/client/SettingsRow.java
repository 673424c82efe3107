package io.github.bedrocksql.adapter.client;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.bedrocksql.adapter.config.BedrockConfig;
import io.github.bedrocksql.adapter.config.BedrockProperty;
import io.github.bedrocksql.adapter.settings.Environment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * A row of docs/aws-settings.md: what is set, and what comes of it.
 *
 * @param set variables, properties of the JVM and of the connection, and sections of files
 * @param outcome what is in code type
 * @param words the outcome's cell as it stands
 */
record SettingsRow(ImmutableList<String> set, ImmutableList<String> outcome, String words) {
  private static final Path PAGE = Path.of("..", "docs", "aws-settings.md");
  private static final Pattern CODE = Pattern.compile("`([^`]*)`");
  private static final String CREDENTIALS = "credentials: ";
  private static final String JVM = "-D";

  /** Returns the rows of the table below a heading. */
  static List<SettingsRow> under(String heading) {
    try {
      String page = Files.readString(PAGE);
      String from = page.substring(page.indexOf("\n## " + heading + "\n") + 4);
      int end = from.indexOf("\n## ");
      return (end < 0 ? from : from.substring(0, end))
          .lines()
          .filter(line -> line.startsWith("| `"))
          .map(SettingsRow::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SettingsRow of(String line) {
    List<String> cells = Splitter.on('|').trimResults().splitToList(line);
    return new SettingsRow(code(cells.get(1)), code(cells.get(2)), cells.get(2));
  }

  private static ImmutableList<String> code(String cell) {
    return CODE.matcher(cell)
        .results()
        .map(match -> match.group(1))
        .collect(ImmutableList.toImmutableList());
  }

  /** Returns the row with the host that answers. */
  SettingsRow at(String host) {
    return new SettingsRow(
        set.stream()
            .map(text -> text.replace("HERE", host))
            .collect(ImmutableList.toImmutableList()),
        outcome,
        words);
  }

  /** Returns whether a failure is what comes of it: an SQLState comes first then. */
  boolean isFailure() {
    return !outcome.isEmpty() && outcome.get(0).matches("[0-9]{2}[0-9A-Z]{3}");
  }

  private static boolean isOfConnection(String text) {
    return BedrockProperty.named(name(text)).isPresent();
  }

  private static String name(String text) {
    return text.substring(0, Math.max(0, text.indexOf('=')));
  }

  private static String value(String text) {
    return text.substring(text.indexOf('=') + 1);
  }

  /** Returns the connection's properties, and some more for what the row is not about. */
  BedrockConfig config(Map<String, String> more) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("maxRetries", "0");
    properties.putAll(more);
    set.stream()
        .filter(text -> !text.startsWith("[") && isOfConnection(text))
        .forEach(text -> properties.setProperty(name(text), value(text)));
    return BedrockConfig.parse("jdbc:bedrock:", properties);
  }

  /** Returns the environment, with the files in a home, and some more variables. */
  Environment environment(Path home, Map<String, String> more) throws IOException {
    Map<String, String> variables = new LinkedHashMap<>(more);
    Map<String, String> jvm = new LinkedHashMap<>();
    StringBuilder config = new StringBuilder();
    StringBuilder credentials = new StringBuilder();
    for (String text : set) {
      if (text.startsWith("[")) {
        config.append(lines(text));
      } else if (text.startsWith(CREDENTIALS)) {
        credentials.append(lines(text.substring(CREDENTIALS.length())));
      } else if (text.startsWith(JVM)) {
        jvm.put(name(text).substring(JVM.length()), value(text));
      } else if (!isOfConnection(text)) {
        variables.put(name(text), value(text));
      }
    }
    Path directory = Files.createDirectories(home.resolve(".aws"));
    Files.writeString(directory.resolve("config"), config);
    Files.writeString(directory.resolve("credentials"), credentials);
    variables.put("HOME", home.toString());
    return new Environment(ImmutableMap.copyOf(variables), ImmutableMap.copyOf(jvm));
  }

  /** One semicolon ends a line; the blank after it is the page's, further ones indent. */
  private static String lines(String text) {
    return text.replaceAll("; ?", "\n") + "\n";
  }

  @Override
  public String toString() {
    return String.join(" ", set);
  }
}
