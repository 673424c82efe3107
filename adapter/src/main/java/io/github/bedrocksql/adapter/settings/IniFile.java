package io.github.bedrocksql.adapter.settings;

import com.google.common.collect.ImmutableMap;
import com.google.common.io.Files;
import io.github.bedrocksql.adapter.error.SqlState;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sections of names and values, by the rules of the AWS CLI: names in any case, keys indented or
 * not, {@code =} or {@code :} between, and one level of indented keys below a key without a value,
 * which are named {@code key.inner} here. As for the AWS SDK, a comment may follow a value.
 */
final class IniFile {
  private static final Pattern HEADER = Pattern.compile("\\[(.+)].*");
  private static final Pattern OPTION = Pattern.compile("([^=:]+)[=:](.*)", Pattern.DOTALL);
  private static final Pattern COMMENT = Pattern.compile("\\s[#;].*");

  /** The one value in which such a character may be part of it: it is for a shell. */
  private static final String COMMAND = "credential_process";

  private final Path path;
  private final Map<String, Map<String, StringBuilder>> sections = new LinkedHashMap<>();
  private Map<String, StringBuilder> section;
  private StringBuilder value;
  private int indentation;

  private IniFile(Path path) {
    this.path = path;
  }

  /**
   * Reads a file.
   *
   * @return values by section and name, in the file's order; empty if there is no such file
   * @throws SQLException with SQLState 28000 if it can't be read
   */
  static ImmutableMap<String, ImmutableMap<String, Setting>> read(Path path) throws SQLException {
    if (!java.nio.file.Files.isRegularFile(path)) {
      return ImmutableMap.of();
    }
    IniFile file = new IniFile(path);
    List<String> lines = file.text().lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      file.take(lines.get(i), i + 1);
    }
    return file.content();
  }

  private String text() throws SQLException {
    try {
      // No channel: those close when their thread is interrupted.
      byte[] bytes = Files.toByteArray(path.toFile());
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw failed("is not UTF-8", e);
    } catch (IOException e) {
      throw failed("can't be read: " + e.getMessage(), e);
    }
  }

  /** The line itself is not quoted: it may be part of a key. */
  private SQLException failed(String what, Exception cause) {
    return SqlState.INVALID_AUTHORIZATION.exception(
        "The AWS configuration file " + path + " " + what, cause);
  }

  private void take(String line, int number) throws SQLException {
    String text = line.strip();
    if (text.isEmpty() || text.startsWith("#") || text.startsWith(";")) {
      return;
    }
    int indented = line.indexOf(text);
    if (value != null && indented > indentation) {
      value.append('\n').append(text);
      return;
    }
    indentation = indented;
    Matcher header = HEADER.matcher(text);
    Matcher option = OPTION.matcher(text);
    if (header.matches()) {
      section = sections.computeIfAbsent(header.group(1).strip(), n -> new LinkedHashMap<>());
      value = null;
    } else if (section == null || !option.matches() || option.group(1).isBlank()) {
      throw failed(
          "can't be understood: line "
              + number
              + (section == null
                  ? " stands before any [section]"
                  : " is not of the form key=value"),
          null);
    } else {
      value = new StringBuilder(option.group(2).strip());
      section.put(option.group(1).strip().toLowerCase(Locale.ROOT), value);
    }
  }

  private ImmutableMap<String, ImmutableMap<String, Setting>> content() {
    ImmutableMap.Builder<String, ImmutableMap<String, Setting>> content = ImmutableMap.builder();
    sections.forEach((name, values) -> content.put(name, settings(name, values)));
    return content.buildOrThrow();
  }

  private ImmutableMap<String, Setting> settings(String name, Map<String, StringBuilder> values) {
    ImmutableMap.Builder<String, Setting> settings = ImmutableMap.builder();
    values.forEach(
        (key, lines) -> {
          String text = lines.toString();
          if (!text.startsWith("\n")) {
            setting(name, key, text).ifPresent(s -> settings.put(key, s));
            return;
          }
          text.lines()
              .map(OPTION::matcher)
              .filter(Matcher::matches)
              .forEach(
                  inner -> {
                    String full = key + "." + inner.group(1).strip().toLowerCase(Locale.ROOT);
                    setting(name, full, inner.group(2)).ifPresent(s -> settings.put(full, s));
                  });
        });
    return settings.buildKeepingLast();
  }

  private Optional<Setting> setting(String name, String key, String text) {
    String kept = key.equals(COMMAND) ? text : COMMENT.matcher(text).replaceFirst("");
    return kept.isBlank()
        ? Optional.empty()
        : Optional.of(new Setting(kept.strip(), key + " of [" + name + "] in " + path));
  }
}
