package io.github.bedrocksql.jdbc;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import io.github.bedrocksql.sandbox.GeneratedJobs;
import io.github.bedrocksql.sandbox.Sandbox;
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

/** Words that people and tools use as names, over 100 jobs. */
class NamesTest {
  private static final List<String> WORDS =
      Splitter.on(' ')
          .splitToList(
              "count value year month day hour date time timestamp result method one row rows user"
                  + " start end position language avg max min sum order group select limit offset"
                  + " table left desc primary references");

  private static Bench bench;

  @BeforeAll
  static void open() throws SQLException {
    Sandbox sandbox =
        Sandbox.builder()
            .jobs("us-east-1", GeneratedJobs.of("us-east-1", "111122223333", 100))
            .start();
    bench = new Bench(sandbox, "");
  }

  @AfterAll
  static void close() throws SQLException {
    bench.close();
  }

  @Test
  void anyWordIsALabelAndAColumn() throws SQLException {
    String inner = WORDS.stream().map(word -> "COUNT(*) AS " + word).collect(joining(", "));
    String outer = WORDS.stream().map(word -> "t." + word).collect(joining(", "));
    String quoted = WORDS.stream().map(word -> "\"" + word + "\"").collect(joining(", "));
    for (String names : List.of("*", outer, quoted)) {
      try (Statement statement = bench.connection().createStatement();
          ResultSet rows =
              statement.executeQuery(
                  "SELECT " + names + " FROM (SELECT " + inner + " FROM model_import_jobs) AS t")) {
        assertThat(rows.next()).isTrue();
        for (int i = 0; i < WORDS.size(); i++) {
          assertThat(rows.getMetaData().getColumnLabel(i + 1)).isEqualTo(WORDS.get(i));
          assertThat(rows.getLong(WORDS.get(i))).isEqualTo(100);
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT * FROM (SELECT COUNT(*) AS count FROM model_import_jobs) t WHERE count > 1"
            + " ORDER BY count | 100",
        "SELECT t.value FROM (SELECT MAX(job_name) value FROM model_import_jobs) t | job-00100",
        "SELECT COUNT(*) AS rows FROM model_import_jobs GROUP BY region HAVING COUNT(*) > 1"
            + " ORDER BY rows DESC | 100",
        "SELECT EXTRACT(YEAR FROM creation_time) AS year FROM model_import_jobs GROUP BY year | 2026",
        "SELECT date FROM (SELECT CAST(creation_time AS DATE) AS date FROM model_import_jobs)"
            + " WHERE date = DATE '2026-01-01' GROUP BY date | 2026-01-01",
        "SELECT row + time - value FROM (VALUES (1, 2, 3)) AS timestamp (row, time, value) | 0",
        "SELECT date.rows FROM (SELECT 1 AS rows) date | 1",
        "WITH rows (date) AS (SELECT 5), time AS (SELECT 2 AS row) SELECT date * row FROM rows, time"
            + " | 10",
        "SELECT SUM(row) OVER range FROM (VALUES (1)) AS t (row) WINDOW range AS (ORDER BY row"
            + " ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) | 1",
        "SELECT value FROM (SELECT 1 AS value) a JOIN (SELECT 1 AS value) b USING (value) | 1",
        "SELECT CASE WHEN start = 1 THEN 'a' ELSE 'b' END end FROM (VALUES (1)) AS t (start) | a",
        "SELECT MAX(interval), MIN(t.interval) FROM (VALUES (7)) AS t (interval) | 7 7",
      })
  void wordsAreReferredTo(String sql, String row) throws SQLException {
    assertThat(rows(sql)).containsExactly(row);
  }

  private static List<String> rows(String sql) throws SQLException {
    try (Statement statement = bench.connection().createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          values.add(result.getString(i));
        }
        rows.add(String.join(" ", values));
      }
      return rows;
    }
  }
}
