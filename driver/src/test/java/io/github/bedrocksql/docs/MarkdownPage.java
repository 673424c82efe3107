package io.github.bedrocksql.docs;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of the documentation: its text, fenced blocks, tables, links and headings. */
record MarkdownPage(Path file, String text) {
  private static final Pattern FENCED =
      Pattern.compile("(?ms)^(<!-- rows vary -->\\n)?```(\\w*)\\n(.*?)^```$");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.*)$");
  private static final Pattern NO_ANCHOR = Pattern.compile("[^\\p{Alnum}_ -]");

  static MarkdownPage read(Path file) {
    try {
      return new MarkdownPage(file, Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The pages of a directory, in the order of their names. */
  static List<MarkdownPage> in(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .map(MarkdownPage::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A fenced block.
   *
   * @param varies whether a comment above says that its rows change with the time
   * @param line where it starts
   */
  record Block(String language, String content, boolean varies, int line) {}

  List<Block> blocks() {
    return FENCED
        .matcher(text)
        .results()
        .map(m -> new Block(m.group(2), m.group(3), m.group(1) != null, lineOf(m)))
        .toList();
  }

  private int lineOf(MatchResult match) {
    return (int) text.substring(0, match.start()).lines().count() + 1;
  }

  /** The links to other pages and to headings, as they are written. */
  List<String> relativeLinks() {
    return LINK.matcher(text)
        .results()
        .map(m -> m.group(1))
        .filter(link -> !link.contains("://"))
        .toList();
  }

  /** The anchors of the headings, as GitHub makes them. */
  List<String> anchors() {
    return HEADING
        .matcher(text)
        .results()
        .map(m -> NO_ANCHOR.matcher(m.group(1)).replaceAll(""))
        .map(heading -> heading.strip().toLowerCase(Locale.ROOT).replace(' ', '-'))
        .toList();
  }

  /** The rows of all tables, heads and rules among them, as cells. */
  List<List<String>> tableRows() {
    return cells(text);
  }

  /** The lines of a text that are rows of a table, as cells. */
  static List<List<String>> cells(String text) {
    List<List<String>> rows = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (line.startsWith("|") && line.stripTrailing().endsWith("|")) {
        String inner = line.strip().substring(1, line.strip().length() - 1);
        rows.add(Splitter.on('|').trimResults().splitToList(inner));
      }
    }
    return rows;
  }
}
