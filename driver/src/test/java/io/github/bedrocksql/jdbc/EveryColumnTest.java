package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrocksql.adapter.table.BedrockTables;
import io.github.bedrocksql.adapter.table.BedrockViews;
import io.github.bedrocksql.adapter.table.TableDefinition;
import io.github.bedrocksql.adapter.table.ViewDefinition;
import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A condition on any column of any table and view keeps the rows of the sample account that it
 * keeps of all rows here, whatever calls it takes.
 */
@Tag("long")
class EveryColumnTest {
  @AutoClose private static final Bench bench = Bench.shared(Sandbox.startWithSampleJobs());

  static Stream<String> tables() {
    return Stream.concat(
        BedrockTables.all().stream().map(TableDefinition::name),
        BedrockViews.all().stream().map(ViewDefinition::name));
  }

  private static List<String> columns(String table) {
    return BedrockTables.all().stream()
        .filter(t -> t.name().equals(table))
        .<List<String>>map(TableDefinition::columnNames)
        .findFirst()
        .orElseGet(
            () ->
                BedrockViews.all().stream()
                    .filter(view -> view.name().equals(table))
                    .flatMap(view -> view.columns().stream())
                    .map(ViewDefinition.ViewColumn::name)
                    .toList());
  }

  @ParameterizedTest
  @MethodSource("tables")
  void conditionsKeepTheirRows(String table) throws SQLException {
    List<List<Object>> all = bench.run("SELECT * FROM " + table).rows();
    List<String> columns = columns(table);
    for (int i = 0; i < columns.size(); i++) {
      int column = i;
      Optional<Object> value =
          all.stream().map(row -> row.get(column)).filter(Objects::nonNull).findFirst();
      if (value.isPresent()) {
        String where = "SELECT * FROM " + table + " WHERE " + columns.get(i);
        assertThat(bench.run(where + " = ?", value.get()).rows())
            .as(where + " = " + value.get())
            .containsExactlyInAnyOrderElementsOf(
                all.stream().filter(row -> value.get().equals(row.get(column))).toList());
        assertThat(bench.run(where + " <> ?", value.get()).rows())
            .as(where + " <> " + value.get())
            .containsExactlyInAnyOrderElementsOf(
                all.stream()
                    .filter(row -> row.get(column) != null && !value.get().equals(row.get(column)))
                    .toList());
      }
      assertThat(
              bench.run("SELECT * FROM " + table + " WHERE " + columns.get(i) + " IS NULL").rows())
          .as(columns.get(i) + " IS NULL")
          .containsExactlyInAnyOrderElementsOf(
              all.stream().filter(row -> row.get(column) == null).toList());
    }
  }
}
