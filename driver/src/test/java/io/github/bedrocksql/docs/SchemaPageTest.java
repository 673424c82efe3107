package io.github.bedrocksql.docs;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import io.github.bedrocksql.adapter.BedrockSchema;
import io.github.bedrocksql.adapter.TableDescription;
import io.github.bedrocksql.adapter.config.BedrockConfig;
import io.github.bedrocksql.adapter.table.BedrockTables;
import io.github.bedrocksql.adapter.table.Column;
import io.github.bedrocksql.adapter.table.ColumnType;
import io.github.bedrocksql.adapter.table.TableDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/**
 * The tables of docs/schema.md, which are written from their definitions: {@code
 * -Ddocs.update=true} writes them anew. What stands below a table's columns is kept.
 */
class SchemaPageTest {
  private static final Path PAGE = Path.of("..", "docs", "schema.md");
  private static final String BEGIN = "## API tables\n\n";
  private static final String END = "## System tables\n";

  private static final String VIEWS =
      """
      ## Views

      A view has the rows of several tables, one after the other; `kind` says which. A condition on the kind asks the lists of that kind
      only, and conditions, order, limits and details reach the API as they do in a query of the tables themselves.

      """;

  @Test
  void tablesAreAsTheyAreDefined() throws IOException, SQLException {
    String page = Files.readString(PAGE);
    String before = page.substring(0, page.indexOf(BEGIN) + BEGIN.length());
    String tables =
        Splitter.on(VIEWS)
            .split(page.substring(before.length(), page.indexOf(END)))
            .iterator()
            .next();
    String after = page.substring(page.indexOf(END));
    String written =
        BedrockTables.all().stream()
                .map(table -> section(table) + "\n\n" + notes(table, tables))
                .collect(joining())
            + VIEWS
            + views();
    if (Boolean.getBoolean("docs.update")) {
      Files.writeString(PAGE, before + written + after);
    }
    assertThat(Files.readString(PAGE))
        .as("docs/schema.md: -Ddocs.update=true writes it anew")
        .isEqualTo(before + written + after);
  }

  private static String views() throws SQLException {
    BedrockConfig config = BedrockConfig.parse("jdbc:bedrock:region=us-east-1", new Properties());
    try (BedrockSchema schema = new BedrockSchema(config)) {
      return schema.descriptions().stream()
          .filter(table -> table.kind() == TableDescription.Kind.VIEW)
          .map(SchemaPageTest::view)
          .collect(joining());
    }
  }

  private static String view(TableDescription view) {
    return view.columns().stream()
        .map(column -> row(column.name(), column.type(), column.nullable(), column.remark()))
        .collect(
            joining(
                "\n",
                "### "
                    + code(view.name())
                    + "\n\n"
                    + view.remark()
                    + ".\n\n| column | type | null | what it is |\n| --- | --- | --- | --- |\n",
                "\n\n"));
  }

  /** What is said of a table in the page, after its columns. */
  private static String notes(TableDefinition table, String tables) {
    int heading = tables.indexOf("### " + code(table.name()) + "\n");
    if (heading < 0) {
      return "";
    }
    int next = tables.indexOf("\n### ", heading);
    String section = tables.substring(heading, next < 0 ? tables.length() : next + 1);
    String notes = section.substring(section.lastIndexOf("|\n") + 2).strip();
    return notes.isEmpty() ? "" : notes + "\n\n";
  }

  private static String section(TableDefinition table) {
    String key =
        table.primaryKey().stream()
            .map(ordinal -> code(table.columns().get(ordinal).name()))
            .collect(joining(", "));
    return table.columns().stream()
        .map(column -> row(column, filledBy(table, column)))
        .collect(
            joining(
                "\n",
                "### "
                    + code(table.name())
                    + "\n\n"
                    + table.remark()
                    + ".\n\nPrimary key: "
                    + key
                    + table.parent().map(parent -> foreignKey(table, parent)).orElse("")
                    + ". Summary: "
                    + code(table.list().name())
                    + (table.hasOnlyListedElements() ? "" : ". Detail: " + code(table.get().name()))
                    + ".\n\n| column | type | null | filled by | what it is |\n"
                    + "| --- | --- | --- | --- | --- |\n",
                ""));
  }

  private static String foreignKey(TableDefinition table, String parent) {
    String column = table.columns().get(table.primaryKey().get(0)).name();
    return ". Foreign key: " + code(column) + " to " + code(parent);
  }

  private static String row(Column column, String filledBy) {
    return row(column.name(), column.type(), column.nullable(), filledBy, column.remark());
  }

  private static String row(String name, ColumnType type, boolean nullable, String... rest) {
    List<String> cells = new ArrayList<>();
    cells.add(code(name));
    cells.add(type == ColumnType.TIMESTAMP ? "TIMESTAMP(3)" : type.name());
    cells.add(nullable ? "yes" : "no");
    cells.addAll(Arrays.asList(rest));
    return "| " + String.join(" | ", cells) + " |";
  }

  private static String filledBy(TableDefinition table, Column column) {
    int ordinal = table.columns().indexOf(column);
    if (table.isOnlyListed(ordinal)) {
      return "list only";
    }
    return table.isDetail(ordinal) ? "detail" : "summary";
  }

  private static String code(String text) {
    return "`" + text + "`";
  }
}
