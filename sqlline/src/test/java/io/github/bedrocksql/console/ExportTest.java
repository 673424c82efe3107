package io.github.bedrocksql.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that {@code !export} writes. */
class ExportTest {
  @TempDir Path directory;

  private static String sheet(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return new String(
          zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(), UTF_8);
    }
  }

  @Test
  void textFormats() throws IOException {
    Path csv = directory.resolve("a b.csv");
    Path json = directory.resolve("x.JSON");
    Batch batch =
        Batch.run(
            "!export '" + csv + "' SELECT 1 AS a, 'x,y' AS b;\n!export " + json + " VALUES 1;");
    assertThat(batch.status()).isZero();
    assertThat(batch.err()).contains("1 row written to " + csv);
    assertThat(Files.readString(csv)).isEqualTo("a,b\r\n1,\"x,y\"\r\n");
    assertThat(Files.readString(json)).startsWith("[\n{").endsWith("}\n]\n");
  }

  @Test
  void theTypesOfExcel() throws IOException {
    Path file = directory.resolve("x.xlsx");
    String row =
        "SELECT 42 AS n, 1.5 AS d, TRUE AS b, 'a<b' AS t, CAST(NULL AS VARCHAR) AS z,"
            + " DATE '2026-01-02' AS a_day, TIMESTAMP '2026-01-02 12:00:00' AS a_time,"
            + " 1234567890123456789 AS long_one, DATE '1850-01-01' AS early";
    assertThat(Batch.run("!export " + file + " " + row + ";").err())
        .isEqualTo("1 row written to " + file + "\n");
    assertThat(sheet(file))
        .contains("<c r=\"A2\" t=\"n\"><v>42</v></c>", "<c r=\"B2\" t=\"n\"><v>1.5</v></c>")
        .contains("<c r=\"C2\" t=\"b\"><v>1</v></c>")
        .doesNotContain("r=\"E2\"")
        .containsPattern("<c r=\"F2\" s=\"[1-9]\" t=\"n\"><v>46024\\.0</v></c>")
        .containsPattern("<c r=\"G2\" s=\"[1-9]\" t=\"n\"><v>46024\\.5</v></c>")
        .contains("<c r=\"H2\" t=\"s\">", "<c r=\"I2\" t=\"s\">");
  }

  @Test
  void manyRows() throws IOException {
    Path file = directory.resolve("x.xlsx");
    assertThat(Batch.run("!export " + file + " SELECT n FROM generate_series(1, 5000) AS t(n);"))
        .satisfies(batch -> assertThat(batch.err()).startsWith("5000 rows written"));
    assertThat(sheet(file))
        .contains("<c r=\"A5001\" t=\"n\"><v>5000</v></c>")
        .doesNotContain("A5002");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x.xls", "x", "x.csv.gz", "x.parquet"})
  void otherEndings(String name) {
    Batch batch = Batch.run("!export " + name + " VALUES 1;");
    assertThat(batch.status()).isEqualTo(1);
    assertThat(batch.err()).contains("'" + name + "'", ".csv, .json or .xlsx");
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "json", "xlsx"})
  void whatFailsLeavesTheFileAsItWas(String ending) throws IOException {
    Path file = Files.writeString(directory.resolve("x." + ending), "before");
    for (String query :
        new String[] {"SELECT nope", "SELECT 10 / (2 - x) AS y FROM (VALUES 1, 2) AS t(x)"}) {
      assertThat(Batch.run("!export " + file + " " + query + ";").status()).isEqualTo(1);
      assertThat(file).hasContent("before");
      assertThat(directory).isDirectoryContaining(file::equals);
      assertThat(file.resolveSibling("x." + ending + ".part")).doesNotExist();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "csv, /none/x.csv, no such file or folder",
    "xlsx, /none/x.xlsx, no such file or folder",
  })
  void aFileThatCannotBeWritten(String ending, String file, String reason) {
    assertThat(Batch.run("!export " + file + " VALUES 1;"))
        .satisfies(batch -> assertThat(batch.status()).isEqualTo(1))
        .satisfies(
            batch ->
                assertThat(batch.err())
                    .isEqualTo("Error: cannot write " + file + ": " + reason + "\n"));
  }

  @Test
  void whatExcelHasNoRoomFor() {
    Path file = directory.resolve("x.xlsx");
    assertThat(Batch.run("!export " + file + " SELECT repeat('x', 32768) AS x;").err())
        .contains("cannot write", "room for 32767 characters");
    assertThat(file).doesNotExist();
  }
}
