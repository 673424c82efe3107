package io.github.bedrocksql.jdbc.metadata;

import io.github.bedrocksql.adapter.TableDescription;
import io.github.bedrocksql.adapter.TableDescription.ColumnDescription;
import java.sql.DatabaseMetaData;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Primary keys, foreign keys, and what follows from them. Names match in any case. */
public final class Keys {
  private final Tables tables;

  /** Describes the keys of {@code tables}. */
  public Keys(Tables tables) {
    this.tables = tables;
  }

  private static String keyName(TableDescription table) {
    return table.name() + "_pkey";
  }

  /** Returns a row for each column of a table's primary key, in the key's order. */
  private Stream<Object[]> keyRows(TableDescription table) {
    return IntStream.range(0, table.primaryKey().size())
        .mapToObj(
            i ->
                new Object[] {
                  null,
                  tables.schema(),
                  table.name(),
                  table.primaryKey().get(i),
                  (short) (i + 1),
                  keyName(table)
                });
  }

  /** Answers getPrimaryKeys. */
  public Answer primary(String catalog, String schema, String table) {
    return Answer.of(
        Shape.PRIMARY_KEYS,
        tables
            .named(catalog, schema, table)
            .flatMap(this::keyRows)
            .sorted(Comparator.comparing(row -> (String) row[3]))
            .toList());
  }

  /** Answers getImportedKeys. */
  public Answer imported(String catalog, String schema, String table) {
    return reference(null, null, null, catalog, schema, table);
  }

  /** Answers getExportedKeys. */
  public Answer exported(String catalog, String schema, String table) {
    return reference(catalog, schema, table, null, null, null);
  }

  /** Answers getCrossReference. Each key is one column, so that the order is the tables'. */
  public Answer reference(
      String parentCatalog,
      String parentSchema,
      String parentTable,
      String childCatalog,
      String childSchema,
      String childTable) {
    return Answer.of(
        Shape.FOREIGN_KEYS,
        tables
            .named(parentCatalog, parentSchema, parentTable)
            .flatMap(
                parent ->
                    tables
                        .named(childCatalog, childSchema, childTable)
                        .filter(child -> child.parent().stream().anyMatch(parent.name()::equals))
                        .map(child -> foreignKey(parent, child)))
            .toList());
  }

  private Object[] foreignKey(TableDescription parent, TableDescription child) {
    String column = child.primaryKey().get(0);
    return new Object[] {
      null,
      tables.schema(),
      parent.name(),
      parent.primaryKey().get(0),
      null,
      tables.schema(),
      child.name(),
      column,
      (short) 1,
      (short) DatabaseMetaData.importedKeyNoAction,
      (short) DatabaseMetaData.importedKeyNoAction,
      child.name() + "_" + column + "_fkey",
      keyName(parent),
      (short) DatabaseMetaData.importedKeyNotDeferrable
    };
  }

  /**
   * Answers getIndexInfo: the primary key, for an equality on it is a lookup. How many rows there
   * are is not known without a call: there is no statistic, and the cardinality is 0.
   */
  public Answer indexes(String catalog, String schema, String table) {
    return Answer.of(
        Shape.INDEXES,
        tables
            .named(catalog, schema, table)
            .sorted(Comparator.comparing(Keys::keyName))
            .flatMap(this::keyRows)
            .map(Keys::index)
            .toList());
  }

  private static Object[] index(Object[] key) {
    return new Object[] {
      key[0],
      key[1],
      key[2],
      false,
      null,
      key[5],
      DatabaseMetaData.tableIndexOther,
      key[4],
      key[3],
      null,
      0L,
      0L,
      null
    };
  }

  /** Answers getBestRowIdentifier: the primary key, which holds as long as the row is there. */
  public Answer bestRowIdentifier(String catalog, String schema, String table) {
    return Answer.of(
        Shape.ROW_IDENTIFIERS,
        tables
            .named(catalog, schema, table)
            .flatMap(
                t -> t.columns().stream().filter(column -> t.primaryKey().contains(column.name())))
            .map(Keys::identifier)
            .toList());
  }

  private static Object[] identifier(ColumnDescription column) {
    SqlType type = SqlType.of(column.type());
    return new Object[] {
      (short) DatabaseMetaData.bestRowSession,
      column.name(),
      type.jdbcType(),
      type.name(),
      type.precision(),
      null,
      type.scale() == null ? null : type.scale().shortValue(),
      (short) DatabaseMetaData.bestRowNotPseudo
    };
  }
}
