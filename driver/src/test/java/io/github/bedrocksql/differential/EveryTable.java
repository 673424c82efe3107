package io.github.bedrocksql.differential;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import io.github.bedrocksql.adapter.table.BedrockTables;
import io.github.bedrocksql.adapter.table.BedrockViews;
import io.github.bedrocksql.adapter.table.TableDefinition;
import io.github.bedrocksql.adapter.table.ViewDefinition;
import io.github.bedrocksql.differential.Column.ColumnType;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Each table and view of the schema, as its definition has it, with the rows that a scan of
 * everything gives: {@code EveryColumnTest} holds those to the SDK's answers.
 */
final class EveryTable {
  private EveryTable() {}

  /**
   * Returns the rows of all tables and views.
   *
   * @param heeds whether the server heeds filters: else columns that only those tell are left out
   */
  static ShownRows rows(Target target, boolean heeds) throws SQLException {
    ImmutableMap.Builder<Table, ImmutableList<List<Object>>> rows = ImmutableMap.builder();
    for (Table table : declared(heeds)) {
      List<List<Object>> all = target.run(Fragment.text("SELECT * FROM " + table.name()));
      rows.put(
          withKey(table, all),
          all.stream().map(row -> typed(table, row)).collect(ImmutableList.toImmutableList()));
    }
    return new ShownRows(rows.buildOrThrow());
  }

  private static List<Object> typed(Table table, List<Object> row) {
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      Object value = row.get(i);
      ColumnType type = table.columns().get(i).type();
      values.add(
          value instanceof BigDecimal number
              ? type == ColumnType.LONG ? (Object) number.longValueExact() : number.doubleValue()
              : value);
    }
    return Collections.unmodifiableList(values);
  }

  private static List<Table> declared(boolean heeds) {
    List<Table> all = new ArrayList<>();
    BedrockTables.all().forEach(table -> all.add(table(table, heeds)));
    BedrockViews.all().forEach(view -> all.add(view(view)));
    return all;
  }

  /** Returns all tables; those that calls can be narrowed for in more ways come more often. */
  static Tables tables(ShownRows shown) {
    ImmutableSet<String> pushed = pushed();
    return new Tables(
        Maps.toMap(
            shown.rows().keySet(),
            table ->
                1 + (int) table.columns().stream().filter(c -> pushed.contains(c.kind())).count()),
        shown.rows().keySet().stream()
            .filter(table -> table.name().equals("model_import_jobs"))
            .findFirst()
            .orElseThrow());
  }

  private static Table table(TableDefinition definition, boolean heeds) {
    ImmutableList<Column> columns =
        definition.columns().stream()
            .map(
                column ->
                    new Column(
                        column.name(),
                        type(column.type()),
                        column.nullable(),
                        heeds || !isTold(definition, column.name())
                            ? kind(definition, column.name())
                            : Column.UNTOLD))
            .collect(ImmutableList.toImmutableList());
    return new Table(
        definition.name(),
        columns,
        definition.primaryKey().stream()
            .map(definition.columnNames()::get)
            .collect(ImmutableList.toImmutableList()),
        identified(definition));
  }

  private static boolean isTold(TableDefinition definition, String column) {
    return definition.capability().isTold(definition.columnNames().indexOf(column));
  }

  private static String kind(TableDefinition definition, String column) {
    int ordinal = definition.columnNames().indexOf(column);
    return definition.identifier().isIdentifier(ordinal)
        ? Column.IDENTIFIER
        : definition.name() + "." + column;
  }

  private static ImmutableList<String> identified(TableDefinition definition) {
    return definition.identifier().identifierColumn().isEmpty()
        ? ImmutableList.of()
        : ImmutableList.of(
            definition.columnNames().get(definition.identifier().arnColumn()),
            definition.columnNames().get(definition.identifier().otherColumn().orElseThrow()));
  }

  private static Table view(ViewDefinition definition) {
    ImmutableList<Column> columns =
        definition.columns().stream()
            .map(
                column ->
                    new Column(
                        column.name(),
                        type(column.type()),
                        !column.equals(definition.columns().get(0)),
                        definition.name() + "." + column.name()))
            .collect(ImmutableList.toImmutableList());
    return new Table(definition.name(), columns, ImmutableList.of(), ImmutableList.of());
  }

  private static ColumnType type(io.github.bedrocksql.adapter.table.ColumnType type) {
    return switch (type) {
      case VARCHAR, VARCHAR_ARRAY -> ColumnType.TEXT;
      case TIMESTAMP -> ColumnType.TIME;
      case BIGINT, INTEGER -> ColumnType.LONG;
      case DOUBLE -> ColumnType.DOUBLE;
      case BOOLEAN -> ColumnType.BOOL;
    };
  }

  /** What two accounts see, and the rows of views, are told apart by nothing less than all. */
  private static Table withKey(Table table, List<List<Object>> rows) {
    List<Integer> key =
        table.key().stream().map(name -> table.columns().indexOf(table.column(name))).toList();
    long distinct =
        rows.stream().map(row -> key.stream().map(row::get).toList()).distinct().count();
    return !key.isEmpty() && distinct == rows.size()
        ? table
        : new Table(
            table.name(),
            table.columns(),
            table.columns().stream()
                .filter(column -> !column.isIdentifier() && !column.isUntold())
                .map(Column::name)
                .collect(ImmutableList.toImmutableList()),
            table.identified());
  }

  /** Returns the kinds of the columns that the API can filter by. */
  static ImmutableSet<String> pushed() {
    ImmutableSet.Builder<String> pushed = ImmutableSet.builder();
    BedrockTables.all().forEach(table -> pushed.addAll(pushed(table)));
    for (ViewDefinition view : BedrockViews.all()) {
      pushed.add(view.name() + "." + view.columns().get(0).name());
      for (ViewDefinition.Part part : view.parts()) {
        for (ViewDefinition.ViewColumn column : view.columns()) {
          String source = part.table() + "." + part.column(column.name());
          if (pushed.build().contains(source)) {
            pushed.add(view.name() + "." + column.name());
          }
        }
      }
    }
    return pushed.build();
  }

  private static List<String> pushed(TableDefinition table) {
    return IntStream.range(0, table.columns().size())
        .filter(
            i ->
                table.identifier().isKey(i)
                    || table.capability().isNarrowing(i)
                    || table.capability().isName(i)
                    || table.capability().isCreation(i))
        .mapToObj(i -> kind(table, table.columnNames().get(i)))
        .toList();
  }
}
