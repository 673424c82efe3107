package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bedrocksql.adapter.table.BedrockTables;
import io.github.bedrocksql.adapter.table.BedrockViews;
import io.github.bedrocksql.sandbox.Sandbox;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.JDBCType;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database by its own name and as it is, without a secret and without a call. */
class MetaDataTest {
  private static final String JOBS = "model_import_jobs";

  private Bench bench;
  private DatabaseMetaData metaData;

  @BeforeEach
  void start() throws SQLException {
    bench = new Bench(Sandbox.startWithSampleJobs(), "sessionToken=hush;");
    metaData = bench.connection().getMetaData();
  }

  @AfterEach
  void stop() throws SQLException {
    assertThat(bench.requests()).isEmpty();
    bench.close();
  }

  /** Each row as its columns' values, those of {@code labels} or all, joined by a blank. */
  private static List<String> rows(ResultSet rows, String... labels) throws SQLException {
    List<String> values = new ArrayList<>();
    try (rows) {
      List<String> shown = labels.length == 0 ? labels(rows) : List.of(labels);
      while (rows.next()) {
        List<String> row = new ArrayList<>();
        for (String label : shown) {
          row.add(String.valueOf(rows.getObject(label)));
        }
        values.add(String.join(" ", row));
      }
    }
    return values;
  }

  private static List<String> labels(ResultSet rows) throws SQLException {
    ResultSetMetaData columns = rows.getMetaData();
    List<String> labels = new ArrayList<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      labels.add(columns.getColumnLabel(i));
    }
    return labels;
  }

  @Test
  void saysWhatItIs() throws SQLException {
    assertThat(metaData.getURL())
        .startsWith("jdbc:bedrock:region=us-east-1;")
        .doesNotContain("secret", "hush");
    assertThat(bench.connection().toString())
        .contains("jdbc:bedrock:region=us-east-1;")
        .doesNotContain("secret", "hush", "alcite");
    assertThat(metaData.getConnection()).isSameAs(bench.connection());
    assertThat(metaData.getUserName()).isEqualTo("AKIDTEST");
    assertThat(metaData.getDatabaseProductName()).isEqualTo("Bedrock SQL");
    assertThat(metaData.getDriverName()).startsWith("Bedrock SQL");
    assertThat(metaData.getDriverVersion()).isEqualTo(DriverVersions.CURRENT.text());
    assertThat(metaData.getDatabaseProductVersion()).isEqualTo(DriverVersions.CURRENT.text());
    assertThat(metaData.getDriverMajorVersion()).isEqualTo(DriverVersions.CURRENT.major());
    assertThat(metaData.isReadOnly()).isTrue();
  }

  /** Arguments that fit; the answers of the methods are checked elsewhere. */
  private static Object argument(Class<?> type) {
    if (type == int.class) {
      return 1;
    }
    return type == boolean.class ? (Object) false : null;
  }

  @Test
  void answersEveryMethod() throws ReflectiveOperationException, SQLException {
    for (Method method : DatabaseMetaData.class.getMethods()) {
      if (method.getDeclaringClass() != DatabaseMetaData.class) {
        continue;
      }
      Object[] arguments =
          Arrays.stream(method.getParameterTypes()).map(MetaDataTest::argument).toArray();
      Object answer = method.invoke(metaData, arguments);
      assertThat(answer).as(method.toString()).isNotNull();
      if (answer instanceof ResultSet rows) {
        assertThat(rows.getStatement()).as(method.toString()).isNull();
        assertThat(rows.getMetaData().getColumnCount()).as(method.toString()).isPositive();
        rows(rows);
      }
    }
  }

  @Test
  void wrapsNothing() throws SQLException {
    assertThat(metaData.isWrapperFor(DatabaseMetaData.class)).isTrue();
    assertThat(metaData.unwrap(DatabaseMetaData.class)).isSameAs(metaData);
    assertThat(metaData.isWrapperFor(String.class)).isFalse();
    assertThatThrownBy(() -> metaData.unwrap(String.class)).isInstanceOf(SQLException.class);
  }

  @Test
  void rowsAreNotGivenByAClosedConnection() throws SQLException {
    bench.connection().close();
    assertThatThrownBy(() -> metaData.getTables(null, null, "%", null))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("08003"));
  }

  @Test
  void holdsItsOwnSchemaAndNoCatalog() throws SQLException {
    assertThat(rows(metaData.getSchemas())).containsExactly("bedrock null");
    assertThat(rows(metaData.getSchemas("", "BED%"))).containsExactly("bedrock null");
    assertThat(rows(metaData.getSchemas("main", null))).isEmpty();
    assertThat(rows(metaData.getSchemas(null, ""))).isEmpty();
    assertThat(rows(metaData.getCatalogs())).isEmpty();
    assertThat(rows(metaData.getTableTypes())).containsExactly("SYSTEM TABLE", "TABLE", "VIEW");
  }

  @Test
  void tablesByTypeAndName() throws SQLException {
    assertThat(
            rows(
                metaData.getTables(null, null, "%", null),
                "TABLE_CAT",
                "TABLE_SCHEM",
                "TABLE_TYPE",
                "TABLE_NAME"))
        .containsExactlyElementsOf(
            Stream.of(
                    Stream.of(
                        "null bedrock SYSTEM TABLE api_calls",
                        "null bedrock SYSTEM TABLE region_status"),
                    BedrockTables.all().stream()
                        .map(table -> "null bedrock TABLE " + table.name())
                        .sorted(),
                    BedrockViews.all().stream().map(view -> "null bedrock VIEW " + view.name()))
                .flatMap(tables -> tables)
                .toList());
    assertThat(rows(metaData.getTables(null, null, JOBS, null), "REMARKS"))
        .containsExactly("Custom model import jobs, one row each");
  }

  @Test
  void tablesByPattern() throws SQLException {
    assertThat(named(null, null, "MODEL_IMPORT_JOBS", null)).containsExactly(JOBS);
    assertThat(named("", "bedrock", "model\\_import\\_jobs", null)).containsExactly(JOBS);
    assertThat(named(null, "BEDROCK", "%import_jobs", null)).containsExactly(JOBS);
    assertThat(named(null, "bedroc_", null, new String[] {"SYSTEM TABLE"}))
        .containsExactly("api_calls", "region_status");
    assertThat(named(null, null, "%", new String[] {"VIEW"}))
        .containsExactly("jobs", "models", "resource_tags");
    assertThat(named(null, null, "%", new String[0])).isEmpty();
    assertThat(named("bedrock", null, "%", null)).isEmpty();
    assertThat(named(null, "", "%", null)).isEmpty();
    assertThat(named(null, "metadata", "%", null)).isEmpty();
  }

  private List<String> named(String catalog, String schema, String table, String[] types)
      throws SQLException {
    return rows(metaData.getTables(catalog, schema, table, types), "TABLE_NAME");
  }

  @Test
  void columnsAreLaidOutAsJdbcSays() throws SQLException {
    try (ResultSet columns = metaData.getColumns(null, null, JOBS, null)) {
      assertThat(labels(columns))
          .containsExactly(
              ("TABLE_CAT TABLE_SCHEM TABLE_NAME COLUMN_NAME DATA_TYPE TYPE_NAME COLUMN_SIZE"
                      + " BUFFER_LENGTH DECIMAL_DIGITS NUM_PREC_RADIX NULLABLE REMARKS COLUMN_DEF"
                      + " SQL_DATA_TYPE SQL_DATETIME_SUB CHAR_OCTET_LENGTH ORDINAL_POSITION"
                      + " IS_NULLABLE SCOPE_CATALOG SCOPE_SCHEMA SCOPE_TABLE SOURCE_DATA_TYPE"
                      + " IS_AUTOINCREMENT IS_GENERATEDCOLUMN")
                  .split(" "));
      assertThat(columns.getMetaData().getColumnType(5)).isEqualTo(Types.INTEGER);
      assertThat(columns.getMetaData().getColumnType(22)).isEqualTo(Types.SMALLINT);
      assertThat(columns.getMetaData().isNullable(4)).isEqualTo(ResultSetMetaData.columnNoNulls);
      assertThat(columns.getMetaData().isNullable(12)).isEqualTo(ResultSetMetaData.columnNullable);
    }
    String size = String.valueOf(Integer.MAX_VALUE);
    assertThat(rows(metaData.getColumns(null, "bedrock", JOBS, "VPC%\\_subnet%")))
        .containsExactly(
            "null bedrock model_import_jobs vpc_config_subnet_ids 12 VARCHAR "
                + size
                + " null null null 1 Subnets that the job works in, a JSON array of ids; null: no"
                + " VPC null null null "
                + size
                + " 17 YES null null null null NO NO");
    assertThat(rows(metaData.getColumns(null, "bedrock", JOBS, "creation\\_time")))
        .containsExactly(
            "null bedrock model_import_jobs creation_time 93 TIMESTAMP 23 null 3 null 0 When the"
                + " job was created, UTC null null null null 7 NO null null null null NO NO");
    assertThat(
            rows(
                metaData.getColumns(null, null, "api_calls", "_%"),
                "COLUMN_NAME",
                "TYPE_NAME",
                "COLUMN_SIZE",
                "DECIMAL_DIGITS",
                "NUM_PREC_RADIX",
                "ORDINAL_POSITION"))
        .startsWith("call_number BIGINT 19 0 10 1")
        .contains("row_count INTEGER 10 0 10 7");
  }

  /** What a query shows of a column is what the metadata says of it. */
  @Test
  void columnsAreThoseOfSelect() throws SQLException {
    for (String table : rows(metaData.getTables(null, null, "%", null), "TABLE_NAME")) {
      List<String> selected = new ArrayList<>();
      try (ResultSet none =
          bench
              .connection()
              .createStatement()
              .executeQuery("SELECT * FROM " + table + " WHERE 1 = 0")) {
        ResultSetMetaData columns = none.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
          selected.add(
              columns.getColumnName(i)
                  + " "
                  + columns.getColumnType(i)
                  + " "
                  + columns.isNullable(i));
        }
      }
      assertThat(
              rows(
                  metaData.getColumns(null, null, table, "%"),
                  "COLUMN_NAME",
                  "DATA_TYPE",
                  "NULLABLE"))
          .as(table)
          .isEqualTo(selected);
    }
  }

  @Test
  void primaryKeys() throws SQLException {
    assertThat(rows(metaData.getPrimaryKeys(null, "bedrock", JOBS)))
        .containsExactly("null bedrock model_import_jobs job_arn 1 model_import_jobs_pkey");
    assertThat(
            rows(
                metaData.getPrimaryKeys("", null, "MODEL_IMPORT_JOB_TAGS"),
                "COLUMN_NAME",
                "KEY_SEQ"))
        .containsExactly("job_arn 1", "tag_key 2");
    assertThat(rows(metaData.getPrimaryKeys(null, null, "api_calls"), "COLUMN_NAME"))
        .containsExactly("call_number");
    assertThat(rows(metaData.getPrimaryKeys(null, null, "region_status"))).isEmpty();
    assertThat(rows(metaData.getPrimaryKeys(null, null, "model_import_job_"))).isEmpty();
    assertThat(rows(metaData.getPrimaryKeys("main", null, JOBS))).isEmpty();
  }

  @Test
  void foreignKeys() throws SQLException {
    String subnets =
        "null bedrock model_import_jobs job_arn null bedrock model_import_job_subnets job_arn 1 3 3"
            + " model_import_job_subnets_job_arn_fkey model_import_jobs_pkey 7";
    assertThat(rows(metaData.getImportedKeys(null, null, "model_import_job_subnets")))
        .containsExactly(subnets);
    assertThat(rows(metaData.getImportedKeys(null, null, "imported_models"))).isEmpty();
    assertThat(rows(metaData.getExportedKeys(null, "bedrock", JOBS), "FKTABLE_NAME"))
        .containsExactly(
            "model_import_job_security_groups",
            "model_import_job_subnets",
            "model_import_job_tags");
    assertThat(rows(metaData.getExportedKeys(null, null, "imported_models"), "FKTABLE_NAME"))
        .containsExactly("imported_model_tags");
    assertThat(
            rows(
                metaData.getCrossReference(
                    null, null, JOBS, null, null, "model_import_job_subnets")))
        .containsExactly(subnets);
    assertThat(
            rows(
                metaData.getCrossReference(
                    null, null, "imported_models", null, null, "model_import_job_subnets")))
        .isEmpty();
  }

  @Test
  void indexesAndRowIdentifiers() throws SQLException {
    assertThat(rows(metaData.getIndexInfo(null, null, JOBS, true, true)))
        .containsExactly(
            "null bedrock model_import_jobs false null model_import_jobs_pkey 3 1 job_arn null 0 0"
                + " null");
    assertThat(
            rows(
                metaData.getBestRowIdentifier(
                    null, null, JOBS, DatabaseMetaData.bestRowSession, false)))
        .containsExactly("2 job_arn 12 VARCHAR " + Integer.MAX_VALUE + " null null 1");
    assertThat(rows(metaData.getVersionColumns(null, null, JOBS))).isEmpty();
  }

  @Test
  void privileges() throws SQLException {
    assertThat(rows(metaData.getTablePrivileges(null, null, JOBS)))
        .containsExactly("null bedrock model_import_jobs null PUBLIC SELECT NO");
    assertThat(rows(metaData.getColumnPrivileges(null, null, JOBS, "STAT%")))
        .containsExactly("null bedrock model_import_jobs status null PUBLIC SELECT NO");
  }

  /** Sorted by code, and each is what a cast to it gives. */
  @Test
  void typesExist() throws SQLException {
    List<Integer> codes = new ArrayList<>();
    try (ResultSet types = metaData.getTypeInfo()) {
      while (types.next()) {
        codes.add(types.getInt("DATA_TYPE"));
        String cast = "SELECT CAST(NULL AS " + types.getString("TYPE_NAME") + ")";
        try (ResultSet value = bench.connection().createStatement().executeQuery(cast)) {
          assertThat(value.getMetaData().getColumnType(1))
              .as(cast)
              .isEqualTo(types.getInt("DATA_TYPE"));
        }
      }
    }
    assertThat(codes).isSorted().doesNotHaveDuplicates();
    assertThat(codes.stream().map(JDBCType::valueOf).collect(Collectors.toSet()))
        .contains(JDBCType.VARCHAR, JDBCType.TIMESTAMP, JDBCType.BOOLEAN, JDBCType.BIGINT)
        .doesNotContain(JDBCType.OTHER, JDBCType.CLOB);
  }

  @Test
  void functionsByName() throws SQLException {
    assertThat(rows(metaData.getFunctions(null, null, "lp%")))
        .containsExactly("null null LPAD Such as LPAD('abc', 5) 1 LPAD");
    assertThat(rows(metaData.getFunctions(null, "", "LPAD"))).hasSize(1);
    assertThat(rows(metaData.getFunctions(null, "%", "LPAD"))).hasSize(1);
    assertThat(rows(metaData.getFunctions(null, "bedrock", "LPAD"))).isEmpty();
    assertThat(rows(metaData.getFunctions(null, null, null), "FUNCTION_NAME"))
        .isSorted()
        .doesNotHaveDuplicates()
        .noneMatch(name -> name.contains("$"));
  }

  /** Neither credentials nor a Region are looked for. */
  @Test
  void needsNoRegion() throws SQLException {
    try (Connection connection =
        DriverManager.getConnection("jdbc:bedrock:profile=nobodys-profile")) {
      assertThat(rows(connection.getMetaData().getColumns(null, null, JOBS, "%"))).isNotEmpty();
      assertThat(rows(connection.getMetaData().getExportedKeys(null, null, JOBS))).isNotEmpty();
    }
  }
}
