package io.github.bedrocksql.docs;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The files in docs/ that tools read: they name the driver that is built here, and what it does.
 */
class ToolFilesTest {
  private static final Path DOCS = Path.of(System.getProperty("docs.dir")).normalize();
  private static final String SANDBOX = "jdbc:bedrock:sandbox=true";

  private static final Pattern CLASS =
      Pattern.compile("io\\.github\\.bedrocksql\\.[a-z.]*[A-Z]\\w*");

  /** What Tableau's customization says that works, each with a query of that form. */
  private static final ImmutableMap<String, String> TABLEAU_WRITES =
      ImmutableMap.<String, String>builder()
          .put(
              "CAP_QUERY_WHERE_FALSE_METADATA=yes",
              "SELECT * FROM \"bedrock\".\"model_import_jobs\" WHERE (0 = 1)")
          .put(
              "CAP_QUERY_TOPSTYLE_LIMIT=yes",
              "SELECT \"job_name\" FROM \"bedrock\".\"model_import_jobs\" LIMIT 5")
          .put(
              "CAP_QUERY_SUBQUERIES=yes",
              "SELECT \"t\".\"status\" AS \"s\", SUM(1) AS \"n\" FROM"
                  + " (SELECT * FROM \"bedrock\".\"model_import_jobs\") \"t\" GROUP BY \"t\".\"status\"")
          .put(
              "CAP_QUERY_SUBQUERIES_WITH_TOP=yes",
              "SELECT COUNT(1) AS \"n\" FROM"
                  + " (SELECT \"status\" FROM \"bedrock\".\"model_import_jobs\" LIMIT 5) \"t\"")
          .put(
              "CAP_QUERY_GROUP_BY_DEGREE=yes",
              "SELECT \"status\" AS \"s\", COUNT(1) AS \"n\" FROM \"model_import_jobs\" GROUP BY 1")
          .put(
              "CAP_QUERY_SORT_BY_DEGREE=yes",
              "SELECT \"job_name\" FROM \"model_import_jobs\" ORDER BY 1")
          .put(
              "CAP_QUERY_GROUP_BY_BOOL=yes",
              "SELECT \"instruct_supported\" FROM \"imported_models\""
                  + " GROUP BY \"instruct_supported\"")
          .put(
              "CAP_QUERY_BOOLEXPR_TO_INTEXPR=no",
              "SELECT (\"status\" = 'Failed') AS \"failed\" FROM \"model_import_jobs\"")
          .put(
              "CAP_QUERY_HAVING_REQUIRES_GROUP_BY=no",
              "SELECT COUNT(1) AS \"n\" FROM \"model_import_jobs\" HAVING (COUNT(1) > 0)")
          .put(
              "CAP_SUPPORTS_UNION=yes",
              "SELECT \"job_name\" FROM \"model_import_jobs\""
                  + " UNION ALL SELECT \"model_name\" FROM \"imported_models\"")
          .build();

  /** What it says that does not work, so that Tableau keeps from it. */
  private static final ImmutableMap<String, String> TABLEAU_DOES_NOT_WRITE =
      ImmutableMap.of(
          "CAP_CREATE_TEMP_TABLES=no",
          "CREATE LOCAL TEMPORARY TABLE \"#Tableau_1\" (\"x\" INTEGER)",
          "CAP_SELECT_INTO=no",
          "SELECT \"job_name\" INTO \"#Tableau_1\" FROM \"model_import_jobs\"",
          "CAP_QUERY_TOPSTYLE_TOP=no",
          "SELECT TOP 5 \"job_name\" FROM \"model_import_jobs\"");

  private static Document parse(String file)
      throws IOException, SAXException, ParserConfigurationException {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(DOCS.resolve(file).toFile());
  }

  private static Stream<Element> elements(Document document, String name) {
    NodeList found = document.getElementsByTagName(name);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
  }

  private static Element only(Document document, String name) {
    assertThat(elements(document, name)).hasSize(1);
    return (Element) document.getElementsByTagName(name).item(0);
  }

  private static void run(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(SANDBOX);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        rows.getString(1);
      }
    }
  }

  @Test
  void dbeaversDefinitionIsThisDriver() throws Exception {
    Document definition = parse("dbeaver/drivers.xml");
    Element driver = only(definition, "driver");
    assertThat(((Element) driver.getParentNode()).getAttribute("id")).isEqualTo("generic");
    Driver loaded =
        Class.forName(driver.getAttribute("class"))
            .asSubclass(Driver.class)
            .getDeclaredConstructor()
            .newInstance();
    assertThatCode(() -> loaded.connect(driver.getAttribute("url"), new Properties()).close())
        .doesNotThrowAnyException();
    try (Connection connection = DriverManager.getConnection(SANDBOX)) {
      assertThat(only(definition, "library").getAttribute("path"))
          .isEqualTo(
              "${drivers_home}/bedrock-sql-driver-"
                  + connection.getMetaData().getDriverVersion()
                  + ".jar");
      assertThat(driver.getAttribute("name"))
          .isEqualTo(connection.getMetaData().getDatabaseProductName());
    }
  }

  @Test
  void tableausCustomizationIsForTheseUrls() throws Exception {
    Document customization = parse("tableau/bedrock-sql.tdc");
    Element root = customization.getDocumentElement();
    assertThat(root.getAttribute("class")).isEqualTo("genericjdbc");
    assertThat(only(customization, "vendor").getAttribute("name")).isEqualTo("genericjdbc");
    String subprotocol = only(customization, "driver").getAttribute("name");
    assertThat(SANDBOX).startsWith("jdbc:" + subprotocol + ":");
  }

  @TestFactory
  Stream<DynamicTest> tableauWritesWhatWorks() throws Exception {
    Set<String> capabilities = capabilities();
    return TABLEAU_WRITES.entrySet().stream()
        .map(
            claim ->
                dynamicTest(
                    claim.getKey(),
                    () -> {
                      assertThat(capabilities).contains(claim.getKey());
                      run(claim.getValue());
                    }));
  }

  @TestFactory
  Stream<DynamicTest> tableauDoesNotWriteWhatFails() throws Exception {
    Set<String> capabilities = capabilities();
    return TABLEAU_DOES_NOT_WRITE.entrySet().stream()
        .map(
            claim ->
                dynamicTest(
                    claim.getKey(),
                    () -> {
                      assertThat(capabilities).contains(claim.getKey());
                      assertThatThrownBy(() -> run(claim.getValue()))
                          .isInstanceOf(SQLException.class);
                    }));
  }

  private static Set<String> capabilities() throws Exception {
    return elements(parse("tableau/bedrock-sql.tdc"), "customization")
        .map(c -> c.getAttribute("name") + "=" + c.getAttribute("value"))
        .collect(toSet());
  }

  @TestFactory
  Stream<DynamicTest> classesThatPagesNameExist() {
    return MarkdownPage.in(DOCS).stream()
        .flatMap(page -> CLASS.matcher(page.text()).results().map(m -> m.group()))
        .distinct()
        .map(name -> dynamicTest(name, () -> Class.forName(name)));
  }
}
