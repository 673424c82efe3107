package io.github.bedrocksql.jdbc.metadata;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.TableDescription;
import io.github.bedrocksql.adapter.TableDescription.ColumnDescription;
import java.sql.DatabaseMetaData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The schema, its tables and their columns. There are no catalogs: a catalog of null or "" matches,
 * any other matches nothing; a schema of "" would be none, and all tables have one.
 */
public final class Tables {
  /** In the order of their names, as getTableTypes has them. */
  private static final ImmutableList<String> TYPES =
      Arrays.stream(TableDescription.Kind.values())
          .map(TableDescription.Kind::jdbcName)
          .sorted()
          .collect(ImmutableList.toImmutableList());

  /** The grantee that stands for every user. */
  private static final String EVERYONE = "PUBLIC";

  private final String schema;
  private final ImmutableList<TableDescription> described;

  /** Describes {@code tables}, all of one schema. */
  public Tables(String schema, ImmutableList<TableDescription> tables) {
    this.schema = schema;
    this.described =
        ImmutableList.sortedCopyOf(
            Comparator.comparing(Tables::type).thenComparing(TableDescription::name), tables);
  }

  String schema() {
    return schema;
  }

  static String type(TableDescription table) {
    return table.kind().jdbcName();
  }

  /** Answers getTableTypes. */
  public static Answer types() {
    return Answer.of(Shape.TABLE_TYPES, TYPES.stream().map(type -> new Object[] {type}).toList());
  }

  /** Answers getSchemas; without a pattern, null. */
  public Answer schemas(String catalog, String schemaPattern) {
    boolean shown = inCatalog(catalog) && new SearchPattern(schemaPattern).matches(schema);
    return Answer.of(
        Shape.SCHEMAS, shown ? ImmutableList.of(new Object[] {schema, null}) : ImmutableList.of());
  }

  private static boolean inCatalog(String catalog) {
    return catalog == null || catalog.isEmpty();
  }

  /** Returns the tables that match the patterns, by type and name. */
  private Stream<TableDescription> like(String catalog, String schemaPattern, String tablePattern) {
    if (!inCatalog(catalog) || !new SearchPattern(schemaPattern).matches(schema)) {
      return Stream.empty();
    }
    SearchPattern pattern = new SearchPattern(tablePattern);
    return described.stream().filter(table -> pattern.matches(table.name()));
  }

  /** Returns the tables of this name, in any case; null stands for any. */
  Stream<TableDescription> named(String catalog, String schemaName, String tableName) {
    if (!inCatalog(catalog) || !is(schemaName).test(schema)) {
      return Stream.empty();
    }
    return described.stream().filter(table -> is(tableName).test(table.name()));
  }

  private static Predicate<String> is(String name) {
    return stored -> name == null || name.equalsIgnoreCase(stored);
  }

  /** Answers getTables; {@code types} of null stands for all, an empty one for none. */
  public Answer tables(String catalog, String schemaPattern, String tablePattern, String[] types) {
    ImmutableList<String> wanted = types == null ? TYPES : ImmutableList.copyOf(types);
    return Answer.of(
        Shape.TABLES,
        like(catalog, schemaPattern, tablePattern)
            .filter(table -> wanted.contains(type(table)))
            .map(this::row)
            .toList());
  }

  private Object[] row(TableDescription table) {
    return new Object[] {
      null, schema, table.name(), type(table), table.remark(), null, null, null, null, null
    };
  }

  /** Answers getColumns. */
  public Answer columns(
      String catalog, String schemaPattern, String tablePattern, String columnPattern) {
    SearchPattern pattern = new SearchPattern(columnPattern);
    List<Object[]> rows = new ArrayList<>();
    like(catalog, schemaPattern, tablePattern)
        .sorted(Comparator.comparing(TableDescription::name))
        .forEach(
            table -> {
              for (int i = 0; i < table.columns().size(); i++) {
                if (pattern.matches(table.columns().get(i).name())) {
                  rows.add(row(table, i));
                }
              }
            });
    return Answer.of(Shape.COLUMNS, rows);
  }

  private Object[] row(TableDescription table, int index) {
    ColumnDescription column = table.columns().get(index);
    SqlType type = SqlType.of(column.type());
    return new Object[] {
      null,
      schema,
      table.name(),
      column.name(),
      type.jdbcType(),
      SqlType.name(column.type()),
      type.precision(),
      null,
      type.scale(),
      type.radix(),
      column.nullable() ? DatabaseMetaData.columnNullable : DatabaseMetaData.columnNoNulls,
      column.remark(),
      null,
      null,
      null,
      type.octets(),
      index + 1,
      column.nullable() ? "YES" : "NO",
      null,
      null,
      null,
      null,
      "NO",
      "NO"
    };
  }

  /**
   * Answers getTablePrivileges. To select is all that a table allows here, and it allows it to
   * everyone; what AWS allows is known when it is asked.
   */
  public Answer tablePrivileges(String catalog, String schemaPattern, String tablePattern) {
    return Answer.of(
        Shape.TABLE_PRIVILEGES,
        like(catalog, schemaPattern, tablePattern)
            .sorted(Comparator.comparing(TableDescription::name))
            .map(table -> new Object[] {null, schema, table.name(), null, EVERYONE, "SELECT", "NO"})
            .toList());
  }

  /** Answers getColumnPrivileges: as the table's. */
  public Answer columnPrivileges(
      String catalog, String schemaName, String tableName, String columnPattern) {
    SearchPattern pattern = new SearchPattern(columnPattern);
    return Answer.of(
        Shape.COLUMN_PRIVILEGES,
        named(catalog, schemaName, tableName)
            .flatMap(table -> table.columns().stream().map(column -> privilege(table, column)))
            .filter(row -> pattern.matches((String) row[3]))
            .sorted(Comparator.comparing(row -> (String) row[3]))
            .toList());
  }

  private Object[] privilege(TableDescription table, ColumnDescription column) {
    return new Object[] {null, schema, table.name(), column.name(), null, EVERYONE, "SELECT", "NO"};
  }
}
