package io.github.bedrocksql.jdbc.metadata;

import com.google.common.base.Splitter;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.bedrocksql.adapter.TableDescription;
import io.github.bedrocksql.adapter.TableDescription.ColumnDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Linq4j;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.schema.ScannableTable;
import org.apache.calcite.schema.Schema;
import org.apache.calcite.schema.Table;
import org.apache.calcite.schema.impl.AbstractSchema;
import org.apache.calcite.schema.impl.AbstractTable;
import org.apache.calcite.sql.type.SqlTypeName;

/**
 * The views of standard SQL's {@code information_schema} that PostgreSQL's users ask for: reading
 * them calls nothing. It lists the tables of the other schema, not itself.
 */
public final class InformationSchema extends AbstractSchema {
  /** How the schema is called. */
  public static final String NAME = "information_schema";

  private static final ImmutableMap<String, String> TYPES =
      ImmutableMap.of(
          "VARCHAR", "character varying",
          "TIMESTAMP", "timestamp without time zone",
          "ARRAY", "ARRAY");

  private final String catalog;
  private final Supplier<Tables> tables;

  /**
   * Describes tables, all of one schema, once somebody asks.
   *
   * @param catalog what the views call the database
   */
  public InformationSchema(
      String catalog, String schema, Supplier<ImmutableList<TableDescription>> described) {
    this.catalog = catalog;
    this.tables = Suppliers.memoize(() -> new Tables(schema, described.get()));
  }

  @Override
  public boolean isMutable() {
    return false;
  }

  @Override
  protected Map<String, Table> getTableMap() {
    return ImmutableMap.of(
        "schemata",
        new View("catalog_name, schema_name, schema_owner", this::schemata),
        "tables",
        new View("table_catalog, table_schema, table_name, table_type", this::tableRows),
        "columns",
        new View(
            "table_catalog, table_schema, table_name, column_name, #ordinal_position,"
                + " column_default, is_nullable, data_type, #character_maximum_length,"
                + " #numeric_precision, #numeric_scale, #datetime_precision",
            this::columns),
        "table_constraints",
        new View(
            "constraint_catalog, constraint_schema, constraint_name, table_catalog, table_schema,"
                + " table_name, constraint_type",
            this::constraints),
        "key_column_usage",
        new View(
            "constraint_catalog, constraint_schema, constraint_name, table_catalog, table_schema,"
                + " table_name, column_name, #ordinal_position, #position_in_unique_constraint",
            this::keyColumns));
  }

  private String schema() {
    return tables.get().schema();
  }

  private Keys keys() {
    return new Keys(tables.get());
  }

  private List<Object[]> schemata() {
    return Stream.of(NAME, schema())
        .map(schema -> new Object[] {catalog, schema, null})
        .sorted((a, b) -> ((String) a[1]).compareTo((String) b[1]))
        .toList();
  }

  private List<Object[]> tableRows() {
    return tables
        .get()
        .named(null, null, null)
        .map(
            table ->
                new Object[] {
                  catalog,
                  schema(),
                  table.name(),
                  table.kind() == TableDescription.Kind.TABLE ? "BASE TABLE" : "VIEW"
                })
        .toList();
  }

  private List<Object[]> columns() {
    List<Object[]> rows = new ArrayList<>();
    tables
        .get()
        .named(null, null, null)
        .forEach(
            table -> {
              for (int i = 0; i < table.columns().size(); i++) {
                rows.add(column(table.name(), table.columns().get(i), i + 1));
              }
            });
    return rows;
  }

  private Object[] column(String table, ColumnDescription column, int position) {
    String name = SqlType.name(column.type());
    SqlType type = SqlType.of(column.type());
    boolean number = type.radix() != null;
    return new Object[] {
      catalog,
      schema(),
      table,
      column.name(),
      position,
      null,
      column.nullable() ? "YES" : "NO",
      TYPES.getOrDefault(name.contains("ARRAY") ? "ARRAY" : name, name.toLowerCase(Locale.ROOT)),
      null,
      number ? type.precision() : null,
      number ? type.scale() : null,
      type == SqlType.TIMESTAMP ? type.scale() : null
    };
  }

  private List<Object[]> constraints() {
    return Stream.concat(
            keys().primary(null, null, null).rows().stream()
                .filter(key -> ((Number) key[4]).intValue() == 1)
                .map(key -> constraint(key[5], key[2], "PRIMARY KEY")),
            keys().imported(null, null, null).rows().stream()
                .map(key -> constraint(key[11], key[6], "FOREIGN KEY")))
        .toList();
  }

  private Object[] constraint(Object name, Object table, String type) {
    return new Object[] {catalog, schema(), name, catalog, schema(), table, type};
  }

  private List<Object[]> keyColumns() {
    return Stream.concat(
            keys().primary(null, null, null).rows().stream()
                .map(key -> keyColumn(key[5], key[2], key[3], (Number) key[4], null)),
            keys().imported(null, null, null).rows().stream()
                .map(key -> keyColumn(key[11], key[6], key[7], (Number) key[8], 1)))
        .toList();
  }

  private Object[] keyColumn(
      Object name, Object table, Object column, Number position, Integer inParent) {
    return new Object[] {
      catalog, schema(), name, catalog, schema(), table, column, position.intValue(), inParent
    };
  }

  /** A view; the names of its columns that are numbers begin with {@code #}. */
  private static final class View extends AbstractTable implements ScannableTable {
    private final ImmutableList<String> columns;
    private final Supplier<List<Object[]>> rows;

    View(String columns, Supplier<List<Object[]>> rows) {
      this.columns = ImmutableList.copyOf(Splitter.on(',').trimResults().split(columns));
      this.rows = rows;
    }

    @Override
    public RelDataType getRowType(RelDataTypeFactory types) {
      RelDataTypeFactory.Builder row = types.builder();
      for (String column : columns) {
        boolean number = column.startsWith("#");
        row.add(
                number ? column.substring(1) : column,
                number ? SqlTypeName.INTEGER : SqlTypeName.VARCHAR)
            .nullable(true);
      }
      return row.build();
    }

    @Override
    public Enumerable<Object[]> scan(DataContext root) {
      return Linq4j.asEnumerable(rows.get());
    }

    @Override
    public Schema.TableType getJdbcTableType() {
      return Schema.TableType.VIEW;
    }
  }
}
