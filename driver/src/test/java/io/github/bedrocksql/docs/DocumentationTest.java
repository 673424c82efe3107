package io.github.bedrocksql.docs;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.bedrocksql.adapter.config.BedrockConfig;
import io.github.bedrocksql.docs.MarkdownPage.Block;
import io.github.bedrocksql.taste.Taste;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.JDBCType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The pages are true: every column is in them as it is defined, links lead somewhere, URLs are
 * accepted, and queries run on the sandbox and give the rows that stand below them.
 */
class DocumentationTest {
  private static final Path DOCS = Path.of(System.getProperty("docs.dir")).normalize();

  private static final Pattern CONSOLE_QUERY = Pattern.compile("(?m)^\\$ .*bedrock-sql .*-e \"");
  private static final Pattern URL = Pattern.compile("jdbc:bedrock:[\\w.:/=;,-]*(?=[`\"'\\s])");
  private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))`");
  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(\\.\\d+)?");

  // Pages

  private static List<MarkdownPage> pages() {
    return Stream.concat(
            Stream.of(MarkdownPage.read(DOCS.resolveSibling("README.md"))),
            MarkdownPage.in(DOCS).stream())
        .toList();
  }

  private static MarkdownPage page(String name) {
    return MarkdownPage.read(DOCS.resolve(name));
  }

  @TestFactory
  Stream<DynamicTest> relativeLinksResolve() {
    return pages().stream()
        .map(
            page ->
                dynamicTest(
                    page.file().getFileName().toString(),
                    () ->
                        assertThat(page.relativeLinks())
                            .allSatisfy(link -> assertResolves(page, link))));
  }

  private static void assertResolves(MarkdownPage page, String link) {
    int hash = link.indexOf('#');
    String name = hash < 0 ? link : link.substring(0, hash);
    Path file = name.isEmpty() ? page.file() : page.file().resolveSibling(name).normalize();
    assertThat(file).exists();
    if (hash >= 0) {
      assertThat(MarkdownPage.read(file).anchors()).contains(link.substring(hash + 1));
    }
  }

  // Connections

  @TestFactory
  Stream<DynamicTest> urlsAreAccepted() {
    return pages().stream()
        .flatMap(
            page ->
                URL.matcher(page.text())
                    .results()
                    .map(m -> m.group())
                    .distinct()
                    .map(
                        url ->
                            dynamicTest(
                                page.file().getFileName() + ": " + url,
                                () -> BedrockConfig.parse(url, new Properties()))));
  }

  @TestFactory
  Stream<DynamicTest> modelsAreAccepted() {
    return pages().stream()
        .flatMap(page -> page.blocks().stream())
        .filter(block -> block.language().equals("json"))
        .filter(block -> block.content().contains("\"factory\""))
        .map(
            block ->
                dynamicTest(
                    "line " + block.line(),
                    () -> {
                      Properties model = new Properties();
                      model.setProperty("model", "inline:" + block.content());
                      DriverManager.getConnection("jdbc:calcite:", model).close();
                    }));
  }

  // Tables

  private static String code(String text) {
    return "`" + text + "`";
  }

  /** The system tables too, whose remarks only the adapter knows. */
  @Test
  void columnsOfTheDriverAreThoseDocumented() throws SQLException {
    List<List<String>> documented =
        page("schema.md").tableRows().stream().filter(r -> r.size() >= 4).toList();
    Set<List<String>> rows = documented.stream().map(r -> r.subList(0, 3)).collect(toSet());
    Set<String> headings = new HashSet<>(page("schema.md").anchors());
    try (Connection connection = DriverManager.getConnection("jdbc:bedrock:sandbox=true");
        ResultSet columns = connection.getMetaData().getColumns(null, "bedrock", "%", "%")) {
      while (columns.next()) {
        assertThat(headings).contains(columns.getString("TABLE_NAME"));
        assertThat(rows).contains(row(columns));
      }
    }
  }

  private static List<String> row(ResultSet column) throws SQLException {
    int type = column.getInt("DATA_TYPE");
    String name = JDBCType.valueOf(type).getName();
    return List.of(
        code(column.getString("COLUMN_NAME")),
        type == JDBCType.TIMESTAMP.getVendorTypeNumber() ? name + "(3)" : name,
        column.getInt("NULLABLE") == DatabaseMetaData.columnNoNulls ? "no" : "yes");
  }

  // Queries

  @TestFactory
  Stream<DynamicTest> queriesRun() {
    return Taste.of(pages().stream().flatMap(DocumentationTest::queries).toList()).stream();
  }

  /** Each block of SQL, with the block of text that follows it, and each console's query. */
  private static Stream<DynamicTest> queries(MarkdownPage page) {
    List<DynamicTest> tests = new ArrayList<>();
    List<Block> blocks = page.blocks();
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      String name = page.file().getFileName() + ", line " + block.line();
      if (block.language().equals("sql")) {
        boolean shown = i + 1 < blocks.size() && blocks.get(i + 1).language().equals("text");
        String output = shown && !block.varies() ? blocks.get(i + 1).content() : "";
        tests.add(dynamicTest(name, () -> assertGives(block.content(), output)));
      }
      Matcher query = CONSOLE_QUERY.matcher(block.content());
      if (block.language().equals("console") && query.find()) {
        String rest = block.content().substring(query.end());
        int end = rest.indexOf("\"\n");
        tests.add(
            dynamicTest(name, () -> assertGives(rest.substring(0, end), rest.substring(end))));
      }
    }
    return tests.stream();
  }

  /** Runs statements; their tables, or plans, must be the output's, if there is one. */
  private static void assertGives(String sql, String output) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    StringBuilder plans = new StringBuilder();
    try (Connection connection = DriverManager.getConnection("jdbc:bedrock:sandbox=true");
        Statement statement = connection.createStatement()) {
      for (String query : sql.split(";\\s*", -1)) {
        if (!query.isBlank()) {
          run(statement, query, rows, plans);
        }
      }
    }
    if (!plans.isEmpty() && !output.isEmpty()) {
      // The pages break a plan's long lines.
      assertThat(output.replaceAll("\\s", "")).isEqualTo(plans.toString().replaceAll("\\s", ""));
    } else if (!output.isEmpty()) {
      assertThat(rows).isEqualTo(MarkdownPage.cells(TIME.matcher(output).replaceAll("TIME")));
    }
  }

  private static void run(
      Statement statement, String sql, List<List<String>> rows, StringBuilder plans)
      throws SQLException {
    try (ResultSet result = statement.executeQuery(sql)) {
      int columns = result.getMetaData().getColumnCount();
      List<String> labels = new ArrayList<>();
      for (int i = 1; i <= columns; i++) {
        labels.add(result.getMetaData().getColumnLabel(i));
      }
      rows.add(labels);
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          String value = result.getString(i);
          row.add(value == null ? "NULL" : TIME.matcher(value).replaceAll("TIME"));
        }
        rows.add(row);
        if (sql.startsWith("EXPLAIN")) {
          plans.append(row.get(0));
        }
      }
    }
  }

  /** What a promise is said to be tested by must be there. */
  @Test
  void testsOfPromisesExist() throws IOException {
    Path project = DOCS.toAbsolutePath().getParent();
    List<String> named =
        page("security.md").tableRows().stream()
            .flatMap(row -> TEST.matcher(row.get(1)).results())
            .map(match -> match.group(1) + ".java")
            .toList();
    try (Stream<Path> files = Files.walk(project)) {
      assertThat(files.map(file -> file.getFileName().toString())).containsAll(named);
    }
    assertThat(named).hasSizeGreaterThan(10);
  }
}
