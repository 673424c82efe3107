package io.github.bedrocksql.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormatTest {
  private static final List<Column> NAME_AND_COUNT =
      List.of(new Column("name", Column.Kind.TEXT), new Column("n", Column.Kind.NUMBER));

  @Test
  void tableAlignsByWidthOnScreen() throws IOException {
    assertThat(
            write(
                Format.TABLE,
                NAME_AND_COUNT,
                Arrays.asList("日本", 5),
                Arrays.asList("cafe\u0301", 12L),
                Arrays.asList(null, null)))
        .isEqualTo(
            """
            +------+------+
            | name | n    |
            +------+------+
            | 日本 |    5 |
            | cafe\u0301 |   12 |
            | NULL | NULL |
            +------+------+
            """);
  }

  @Test
  void tableWithoutRowsHasItsHeader() throws IOException {
    assertThat(write(Format.TABLE, NAME_AND_COUNT))
        .isEqualTo("+------+---+\n| name | n |\n+------+---+\n+------+---+\n");
  }

  @Test
  void tableStreamsAfterTheMeasuredRowsAndCutsNothing() throws IOException {
    StringBuilder out = new StringBuilder();
    RowWriter writer = Format.TABLE.writer(out, false);
    writer.begin(NAME_AND_COUNT);
    for (int i = 1; i < Sample.ROWS; i++) {
      writer.row(List.of("a", i));
    }
    assertThat(out).isEmpty();
    writer.row(List.of("a", 1));
    assertThat(out).isNotEmpty();
    writer.row(List.of("wider than any before", 1));
    assertThat(out.toString()).endsWith("| wider than any before |   1 |\n");
  }

  @Test
  void controlCharactersDoNotReachTheTerminal() throws IOException {
    List<Column> column = List.of(new Column("a\u001b", Column.Kind.TEXT));
    for (Format format : List.of(Format.TABLE, Format.VERTICAL)) {
      String shown = write(format, column, List.of("\u001b[2J\t\r\u0007\u009b\u202ex\ud800"));
      assertThat(shown).contains("\\x1b[2J\\t\\r\\x07\\x9b\\u202ex\\ud800").contains("a\\x1b");
      assertThat(shown.replace("\n", "")).doesNotContainPattern("[\\p{Cntrl}\u202e]");
    }
  }

  @Test
  void jsonEscapesWhatATerminalWouldObey() throws IOException {
    List<?> row = List.of("\u001b]0;x\u0007\u0000\u009b\u202e\u2028", 1);
    assertThat(write(Format.JSON, NAME_AND_COUNT, row))
        .contains("\"\\u001b]0;x\\u0007\\u0000\\u009b\\u202e\\u2028\"");
  }

  @Test
  void csvIsExactForAProgramAndHarmlessOnATerminal() throws IOException {
    List<?> row = List.of("\u001b]0;x\u0007\r\n\u202e", 1);
    assertThat(write(Format.CSV, false, NAME_AND_COUNT, row))
        .isEqualTo("name,n\r\n\"\u001b]0;x\u0007\r\n\u202e\",1\r\n");
    assertThat(write(Format.CSV, true, NAME_AND_COUNT, row))
        .isEqualTo("name,n\r\n\\x1b]0;x\\x07\\r\\n\\u202e,1\r\n");
  }

  @Test
  void csvLeavesFormulasToWhoeverOpensIt() throws IOException {
    assertThat(write(Format.CSV, NAME_AND_COUNT, List.of("=1+1", 1))).endsWith("\r\n=1+1,1\r\n");
  }

  @Test
  void vertical() throws IOException {
    assertThat(write(Format.VERTICAL, NAME_AND_COUNT, List.of("x", new BigDecimal("1E+3"))))
        .isEqualTo("-- row 1\nname  x\nn     1000\n");
  }

  @Test
  void aCellOfSeveralLinesTakesSeveralLines() throws IOException {
    List<?> plan = List.of("Sort\n  Scan \u001b\n", 1);
    assertThat(write(Format.TABLE, NAME_AND_COUNT, plan, List.of("x", 2)))
        .isEqualTo(
            """
            +-------------+---+
            | name        | n |
            +-------------+---+
            | Sort        | 1 |
            |   Scan \\x1b |   |
            | x           | 2 |
            +-------------+---+
            """);
    assertThat(write(Format.VERTICAL, NAME_AND_COUNT, plan))
        .isEqualTo("-- row 1\nname  Sort\n        Scan \\x1b\nn     1\n");
  }

  @Test
  void aTableWiderThanTheScreenIsNotCut() throws IOException {
    for (int width : new int[] {12, 11}) {
      StringBuilder out = new StringBuilder();
      List<String> notes = new ArrayList<>();
      RowWriter writer = new FittingWriter(out, width, notes::add);
      writer.begin(NAME_AND_COUNT);
      writer.row(List.of("wide", 5));
      writer.end();
      boolean fits = width == 12;
      assertThat(out.toString())
          .contains("wide")
          .startsWith(fits ? "+------+---+\n" : "-- row 1\nname  wide\nn     5\n");
      assertThat(notes).hasSize(fits ? 0 : 1);
    }
  }

  @Test
  void anArrayThatBreaksOffEndsItsLine() throws IOException {
    StringBuilder out = new StringBuilder();
    RowWriter writer = Format.JSON.writer(out, false);
    writer.begin(NAME_AND_COUNT);
    writer.abandon();
    assertThat(out).isEmpty();
    writer.row(List.of("x", 1));
    writer.abandon();
    assertThat(out.toString()).isEqualTo("[\n{\"name\":\"x\",\"n\":1}\n");
  }

  @Test
  void csv() throws IOException {
    assertThat(
            write(
                Format.CSV,
                NAME_AND_COUNT,
                List.of("plain", 1),
                List.of("a \"b\", c", 2),
                List.of("two\nlines", 3),
                Arrays.asList("", null)))
        .isEqualTo("name,n\r\nplain,1\r\n\"a \"\"b\"\", c\",2\r\n\"two\nlines\",3\r\n\"\",\r\n");
  }

  @Test
  void json() throws IOException {
    List<Column> columns =
        List.of(
            new Column("a", Column.Kind.TEXT),
            new Column("a", Column.Kind.NUMBER),
            new Column("b\"", Column.Kind.BOOLEAN),
            new Column("c", Column.Kind.ARRAY));
    assertThat(
            write(
                Format.JSON,
                columns,
                List.of("q\" b\\ \n\u001b é \ud83d\ude00 \ud800", 1.5, true, List.of("x", 1)),
                Arrays.asList(null, Double.NaN, null, null)))
        .isEqualTo(
            """
            [
            {"a":"q\\" b\\\\ \\n\\u001b é \ud83d\ude00 \\ud800","a_2":1.5,"b\\"":true,"c":["x",1]},
            {"a":null,"a_2":"NaN","b\\"":null,"c":null}
            ]
            """);
  }

  @Test
  void jsonWithoutRowsIsAnEmptyArray() throws IOException {
    assertThat(write(Format.JSON, NAME_AND_COUNT)).isEqualTo("[]\n");
  }

  private static String write(Format format, List<Column> columns, List<?>... rows)
      throws IOException {
    return write(format, false, columns, rows);
  }

  private static String write(
      Format format, boolean toTerminal, List<Column> columns, List<?>... rows) throws IOException {
    StringBuilder out = new StringBuilder();
    RowWriter writer = format.writer(out, toTerminal);
    writer.begin(columns);
    for (List<?> row : rows) {
      writer.row(row);
    }
    writer.end();
    return out.toString();
  }
}
