package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the columns of a result, and the parameters of a statement, say of themselves. */
class ColumnsTest {
  @AutoClose private static final Bench bench = Bench.shared(Sandbox.startWithSampleJobs());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Value, type's name, precision, scale, display size, class
        "X'61'|BINARY|1|0|2|[B",
        "UPPER('abc')|CHAR|3|0|3|java.lang.String",
        "CAST('a' AS VARCHAR(5))|VARCHAR|5|0|5|java.lang.String",
        "CAST('a' AS VARCHAR)|VARCHAR|2147483647|0|2147483647|java.lang.String",
        "TRUE|BOOLEAN|1|0|5|java.lang.Boolean",
        "CAST(1 AS SMALLINT)|SMALLINT|5|0|6|java.lang.Integer",
        "1|INTEGER|10|0|11|java.lang.Integer",
        "CAST(1 AS BIGINT)|BIGINT|19|0|20|java.lang.Long",
        "1E0|DOUBLE|15|0|24|java.lang.Double",
        "CAST(1 AS DECIMAL(9, 2))|DECIMAL|9|2|11|java.math.BigDecimal",
        "DATE '2026-01-01'|DATE|10|0|10|java.sql.Date",
        "TIME '01:02:03'|TIME|8|0|8|java.sql.Time",
        "TIMESTAMP '2026-01-01 00:00:00'|TIMESTAMP|19|0|19|java.sql.Timestamp",
        "CAST(TIMESTAMP '2026-01-01 00:00:00' AS TIMESTAMP(3))|TIMESTAMP|23|3|23|java.sql.Timestamp",
        "X'0102'|BINARY|2|0|4|[B",
        "ARRAY['a']|CHAR ARRAY|2147483647|0|2147483647|java.sql.Array",
        "INTERVAL '1' DAY|INTERVAL DAY|10|6|10|java.lang.String",
        "NULL|NULL|0|0|4|java.lang.Object",
      })
  void sizes(String value, String name, int precision, int scale, int displaySize, String type)
      throws SQLException {
    ResultSet rows = bench.connection().createStatement().executeQuery("SELECT " + value + " AS x");
    ResultSetMetaData columns = rows.getMetaData();
    rows.close();
    assertThat(columns.getColumnLabel(1)).isEqualTo("x");
    assertThat(columns.getColumnTypeName(1)).isEqualTo(name);
    assertThat(columns.getPrecision(1)).isEqualTo(precision);
    assertThat(columns.getScale(1)).isEqualTo(scale);
    assertThat(columns.getColumnDisplaySize(1)).isEqualTo(displaySize);
    assertThat(columns.getColumnClassName(1)).isEqualTo(type);
    assertThat(columns.getTableName(1)).isEmpty();
    assertThat(columns.getSchemaName(1)).isEmpty();
    assertThat(columns.getCatalogName(1)).isEmpty();
  }

  @Test
  void ofATable() throws SQLException {
    PreparedStatement statement =
        bench
            .connection()
            .prepareStatement(
                "SELECT job_name AS n, end_time, duration_seconds FROM model_import_jobs");
    ResultSetMetaData columns = statement.getMetaData();
    assertThat(columns.getColumnCount()).isEqualTo(3);
    assertThat(columns.getColumnLabel(1)).isEqualTo("n");
    assertThat(columns.getColumnName(1)).isEqualTo("job_name");
    assertThat(columns.getTableName(1)).isEqualTo("model_import_jobs");
    assertThat(columns.getSchemaName(1)).isEqualTo("bedrock");
    assertThat(columns.isNullable(1)).isEqualTo(ResultSetMetaData.columnNoNulls);
    assertThat(columns.isNullable(2)).isEqualTo(ResultSetMetaData.columnNullable);
    assertThat(columns.isCaseSensitive(1)).isTrue();
    assertThat(columns.isCaseSensitive(2)).isFalse();
    assertThat(columns.isSigned(1)).isFalse();
    assertThat(columns.isSigned(3)).isTrue();
    assertThat(columns.getPrecision(2)).isEqualTo(23);
    for (int i = 1; i <= 3; i++) {
      assertThat(columns.isSearchable(i)).isTrue();
      assertThat(columns.isReadOnly(i)).isTrue();
      assertThat(columns.isWritable(i)).isFalse();
      assertThat(columns.isDefinitelyWritable(i)).isFalse();
      assertThat(columns.isAutoIncrement(i)).isFalse();
      assertThat(columns.isCurrency(i)).isFalse();
    }
    for (int none : new int[] {0, 4}) {
      assertThat(
              catchThrowableOfType(SQLException.class, () -> columns.isSearchable(none))
                  .getSQLState())
          .isEqualTo("22023");
    }
    assertThat(bench.requests()).isEmpty();
  }

  @Test
  void parameters() throws SQLException {
    ParameterMetaData parameters =
        bench
            .connection()
            .prepareStatement(
                "SELECT job_name FROM model_import_jobs WHERE job_name = ? AND creation_time < ?"
                    + " AND duration_seconds > ? LIMIT ?")
            .getParameterMetaData();
    assertThat(parameters.getParameterCount()).isEqualTo(4);
    assertThat(parameters.getParameterType(1)).isEqualTo(Types.VARCHAR);
    assertThat(parameters.getParameterTypeName(2)).isEqualTo("TIMESTAMP");
    assertThat(parameters.getPrecision(2)).isEqualTo(23);
    assertThat(parameters.getScale(2)).isEqualTo(3);
    assertThat(parameters.getParameterClassName(2)).isEqualTo("java.sql.Timestamp");
    assertThat(parameters.getParameterClassName(3)).isEqualTo("java.lang.Long");
    assertThat(parameters.isSigned(3)).isTrue();
    assertThat(parameters.isSigned(1)).isFalse();
    assertThat(parameters.getParameterMode(1)).isEqualTo(ParameterMetaData.parameterModeIn);
    assertThat(parameters.isNullable(1)).isEqualTo(ParameterMetaData.parameterNullable);
    assertThat(parameters.getParameterClassName(4)).isEqualTo("java.lang.Integer");
    assertThat(
            catchThrowableOfType(SQLException.class, () -> parameters.getParameterType(5))
                .getSQLState())
        .isEqualTo("22023");
  }
}
