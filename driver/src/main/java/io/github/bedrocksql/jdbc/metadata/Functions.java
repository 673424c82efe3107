package io.github.bedrocksql.jdbc.metadata;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.DatabaseMetaData;

/**
 * The functions that can be called. They stand in {@code functions.txt} as a call each, which a
 * test runs: the operators that Calcite lists are more, internal ones and ones that it only parses.
 */
public final class Functions {
  private Functions() {}

  /** Returns the calls: the name up to the first parenthesis or blank, and arguments. */
  static ImmutableList<String> calls() {
    try {
      String text =
          Resources.toString(
              Resources.getResource(Functions.class, "functions.txt"), StandardCharsets.UTF_8);
      return ImmutableList.copyOf(
          Splitter.on('\n').trimResults().omitEmptyStrings().splitToList(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Answers getFunctions. They belong to no schema: a pattern other than "" or % finds none. */
  public static Answer matching(String catalog, String schemaPattern, String functionPattern) {
    boolean anywhere =
        (catalog == null || catalog.isEmpty())
            && (schemaPattern == null || new SearchPattern(schemaPattern).matches(""));
    SearchPattern pattern = new SearchPattern(functionPattern);
    return Answer.of(
        Shape.FUNCTIONS,
        calls().stream()
            .filter(call -> anywhere && pattern.matches(name(call)))
            .map(Functions::row)
            .toList());
  }

  private static String name(String call) {
    return Splitter.onPattern("[( ]").splitToList(call).get(0);
  }

  private static Object[] row(String call) {
    return new Object[] {
      null,
      null,
      name(call),
      "Such as " + call,
      (short) DatabaseMetaData.functionNoTable,
      name(call)
    };
  }
}
