package io.github.bedrocksql.pushdown;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;

/**
 * A keyword at the start of a line, the rest of that line, and the indented lines below it.
 *
 * @param place file and line, for messages
 */
public record Directive(
    String place, String keyword, String argument, ImmutableList<String> block) {

  /** Returns the directives of a file, comments and blank lines left out. */
  public static ImmutableList<Directive> split(String file, String text) {
    ImmutableList.Builder<Directive> all = ImmutableList.builder();
    List<String> lines = text.lines().toList();
    int i = 0;
    while (i < lines.size()) {
      String line = lines.get(i).stripTrailing();
      i++;
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      String place = file + ":" + i;
      if (line.charAt(0) == ' ') {
        throw new QueryFormatException(place, "an indented line belongs to no keyword: " + line);
      }
      List<String> block = new ArrayList<>();
      while (i < lines.size() && lines.get(i).startsWith("  ")) {
        block.add(lines.get(i).strip());
        i++;
      }
      String keyword = line.split(" ", 2)[0];
      all.add(
          new Directive(
              place,
              keyword,
              line.substring(keyword.length()).strip(),
              ImmutableList.copyOf(block)));
    }
    return all.build();
  }

  /** Returns the argument and the block as one text. */
  public String text() {
    String below = String.join(" ", block);
    return argument.isEmpty() || below.isEmpty() ? argument + below : argument + " " + below;
  }

  /** Returns a mistake in this directive, to be thrown. */
  public QueryFormatException error(String message) {
    return new QueryFormatException(place, message);
  }
}
