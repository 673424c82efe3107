package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SELECT INTO is a write, wherever INTO stands. */
class SelectIntoTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT job_name INTO x FROM model_import_jobs",
        "select job_name into temp table x from model_import_jobs",
        "SELECT 1 INTO \"#Tableau_1\"",
        "SELECT * INTO \"#Tableau_1\" FROM (SELECT 1) AS t WHERE 1 = 1",
        "WITH c AS (SELECT 1) SELECT * INTO UNLOGGED x FROM c",
        "(SELECT 1 INTO x)",
        "EXPLAIN PLAN FOR SELECT 1 INTO x"
      })
  void selectInto(String sql) throws SQLException {
    try (Bench bench = new Bench(Sandbox.startWithSampleJobs(), "")) {
      SQLException failure = catchThrowableOfType(SQLException.class, () -> bench.run(sql));
      assertThat(failure.getSQLState()).isEqualTo("25006");
    }
  }
}
