package io.github.bedrocksql.dialect.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.junit.jupiter.api.Assertions;

/** Any text for a statement: text of the same places, or an SQLException with its SQLState. */
class SqlTextPropertyTest {
  private static final String SEED = "20261125";

  @Provide
  Arbitrary<String> pieces() {
    return Arbitraries.of(
        "SELECT ",
        "WITH ",
        "EXPLAIN ",
        "PLAN ",
        "FOR ",
        "x ",
        "AS ",
        "DELETE ",
        "drop ",
        "'",
        "\"",
        "''",
        "--",
        "//",
        "/*",
        "*/",
        "*",
        "/",
        "\n",
        "\r",
        "\t",
        " ",
        ";",
        "(",
        ")",
        "{",
        "}",
        "{fn ",
        "{d ",
        "{escape ",
        "{limit ",
        "{oj ",
        "now()",
        "ucase(",
        "FETCH\n",
        "FETCH ",
        "FIRST ",
        "ROW ",
        "ROW\n",
        "ONLY",
        "?",
        "1",
        ",",
        "\0",
        "\u0085",
        "\u2028",
        "é",
        "\ud83d",
        "\ude00");
  }

  @Provide
  Arbitrary<String> statements() {
    return Arbitraries.oneOf(
        pieces().list().ofMaxSize(25).map(list -> String.join("", list)),
        pieces().list().ofMaxSize(15).map(list -> "SELECT " + String.join("", list)),
        Arbitraries.strings().all().ofMaxLength(30));
  }

  @Property(seed = SEED, tries = 20_000)
  void everythingStandsWhereItStood(@ForAll("statements") String sql) {
    String query;
    try {
      query = SqlText.query(sql);
    } catch (SQLException e) {
      assertThat(e.getSQLState()).isIn("42000", "25006", "0A000");
      return;
    }
    assertThat(query.length()).isLessThanOrEqualTo(sql.length());
    assertThat(lineBreaks(query)).isEqualTo(lineBreaks(sql.substring(0, query.length())));
  }

  private static String lineBreaks(String text) {
    return text.replaceAll("[^\\r\\n]", ".");
  }

  /** In comments and quotes, and of text without any escape, nothing changes at all. */
  @Property(seed = SEED, tries = 5_000)
  void quotedTextIsNotTouched(@ForAll("statements") String text) throws SQLException {
    String literal = "SELECT '" + text.replace("'", "''") + "' FROM t";
    assertThat(SqlText.query(literal)).isEqualTo(literal);
    String name = "SELECT \"" + text.replace("\"", "\"\"") + "\" FROM t";
    assertThat(SqlText.query(name)).isEqualTo(name);
    String comment = "SELECT /*" + text.replace("*/", "* ").replaceAll("\\*$", "") + "*/ 1";
    assertThat(SqlText.query(comment)).isEqualTo(comment);
  }

  @Tag("long")
  @Property(seed = SEED, tries = 40)
  void longTextTakesNoLongerThanItsLength(
      @ForAll("pieces") String first, @ForAll("pieces") String second) {
    String piece = first + second;
    Assertions.assertTimeout(
        Duration.ofSeconds(5),
        () -> everythingStandsWhereItStood("SELECT " + piece.repeat(100_000 / piece.length())));
  }
}
