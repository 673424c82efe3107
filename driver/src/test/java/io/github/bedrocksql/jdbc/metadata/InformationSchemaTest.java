package io.github.bedrocksql.jdbc.metadata;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The views say what DatabaseMetaData says, and call nothing. */
class InformationSchemaTest {
  private static Sandbox sandbox;
  private static Connection connection;

  @BeforeAll
  static void open() throws SQLException {
    sandbox = Sandbox.builder().start();
    connection =
        DriverManager.getConnection(
            "jdbc:bedrock:region=us-east-1;accessKeyId=AKIDTEST;secretAccessKey=secret;endpoint="
                + sandbox.endpoint());
  }

  @AfterAll
  static void close() throws SQLException {
    connection.close();
    assertThat(sandbox.requests()).isEmpty();
    sandbox.close();
  }

  private static String rows(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> all = new ArrayList<>();
      while (rows.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          row.add(rows.getString(i));
        }
        all.add(String.join(",", row));
      }
      return all.stream().collect(joining(" / "));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT schema_name FROM information_schema.schemata | bedrock / information_schema",
        "SELECT table_type FROM information_schema.tables WHERE table_name = 'model_import_jobs' "
            + "AND table_schema = 'bedrock' AND table_catalog = current_database() | BASE TABLE",
        "SELECT table_name FROM INFORMATION_SCHEMA.TABLES WHERE table_type = 'VIEW' ORDER BY 1 "
            + "| api_calls / jobs / models / region_status / resource_tags",
        "SELECT data_type, is_nullable, numeric_precision, datetime_precision FROM "
            + "information_schema.columns WHERE table_name = 'model_import_jobs' AND column_name IN "
            + "('job_name', 'creation_time', 'duration_seconds') ORDER BY ordinal_position | "
            + "character varying,NO,null,null / timestamp without time zone,NO,null,3 / "
            + "bigint,YES,19,null",
        "SELECT constraint_type, column_name FROM information_schema.table_constraints "
            + "JOIN information_schema.key_column_usage USING (constraint_name) "
            + "WHERE information_schema.table_constraints.table_name = 'model_import_job_tags' "
            + "ORDER BY constraint_type, column_name "
            + "| FOREIGN KEY,job_arn / PRIMARY KEY,job_arn / PRIMARY KEY,tag_key",
      })
  void views(String sql, String expected) throws SQLException {
    assertThat(rows(sql)).isEqualTo(expected);
  }

  @Test
  void columnsAreThoseOfTheMetadata() throws SQLException {
    List<String> columns = new ArrayList<>();
    try (ResultSet all = connection.getMetaData().getColumns(null, "bedrock", "%", "%")) {
      while (all.next()) {
        columns.add(
            all.getString("TABLE_NAME")
                + ","
                + all.getString("COLUMN_NAME")
                + ","
                + all.getInt("ORDINAL_POSITION"));
      }
    }
    assertThat(
            rows(
                "SELECT table_name, column_name, ordinal_position FROM information_schema.columns"
                    + " ORDER BY table_name, ordinal_position"))
        .isEqualTo(String.join(" / ", columns));
  }
}
