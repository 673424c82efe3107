package io.github.bedrocksql.jdbc;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrocksql.sandbox.Sandbox;
import io.github.bedrocksql.taste.Tasted;
import java.sql.SQLException;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditions of hundreds and thousands of terms, as programs write them. */
class LongConditionsTest {
  private static final int JOBS = 120;

  /** The names of all jobs, and more that no job has. */
  private static final int MANY = 1_010;

  @AutoClose
  private static final Bench bench =
      Bench.shared(Sandbox.builder().generatedJobs("us-east-1", JOBS).start());

  /** Returns terms with numbers in them, and what is put between each two. */
  private static String chain(int terms, String term, String between) {
    return IntStream.rangeClosed(1, terms)
        .mapToObj(i -> term.replace("#", String.format(Locale.ROOT, "job-%05d", i)))
        .collect(joining(between));
  }

  private static Object[] names(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> String.format(Locale.ROOT, "job-%05d", i))
        .toArray();
  }

  private static Object count(String table, String condition, Object... parameters)
      throws SQLException {
    String sql = "SELECT COUNT(*) FROM " + table + " WHERE ";
    return bench.run(sql + condition, parameters).column().get(0);
  }

  @Tasted
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "OR  | job_name = '#' | 120",
        "OR  | (job_name = '#' AND region = 'us-east-1') | 120",
        "OR  | (job_name = '#' AND region <> 'us-east-1') | 0",
        "OR  | (job_name = '#' AND status IN ('Completed', 'Failed', 'InProgress')) | 120",
        "OR  | (job_name = '#' OR role_arn = '#') | 120",
        "OR  | job_name BETWEEN '#' AND '#' | 120",
        "OR  | NOT job_name <> '#' | 120",
        "AND | job_name <> '#' | 0",
        "AND | NOT job_name = '#' | 0",
        "AND | (job_name <> '#' OR status IS NULL) | 0",
        "AND | job_name NOT BETWEEN '#' AND '#' | 0",
      })
  void chains(String word, String term, long rows) throws SQLException {
    String condition = chain(MANY, term, " " + word + " ");
    assertThat(count("model_import_jobs", condition)).isEqualTo(rows);
    assertThat(
            count("jobs", "kind = 'import' AND (" + condition.replace("role_arn", "job_arn") + ")"))
        .isEqualTo(rows);
  }

  @Tasted
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "OR  | job_name LIKE '#%' | 120",
        "OR  | job_name ILIKE '#' | 120",
        "OR  | job_name LIKE '#' ESCAPE '!' | 120",
        "AND | job_name NOT LIKE '#%' | 0",
        "OR  | (job_name LIKE '#%' AND status LIKE '%e%') | 120",
        "OR  | job_name BETWEEN '#' AND '#' AND status LIKE '%e%' | 120",
      })
  void chainsOfPatterns(String word, String term, long rows) throws SQLException {
    String condition = chain(term.startsWith("job_name") ? MANY : 150, term, " " + word + " ");
    assertThat(count("model_import_jobs", condition)).isEqualTo(rows);
  }

  @Tag("long")
  @ParameterizedTest
  @ValueSource(strings = {"model_import_jobs", "jobs"})
  void parameters(String table) throws SQLException {
    String list = "(" + chain(MANY, "?", ", ") + ")";
    Object[] names = names(MANY);
    assertThat(count(table, "job_name IN " + list, names)).isEqualTo((long) JOBS);
    assertThat(count(table, chain(MANY, "job_name = ?", " OR "), names)).isEqualTo((long) JOBS);
    assertThat(count(table, "status <> 'x' AND job_name NOT IN " + list, names))
        .isEqualTo(count(table, "job_name NOT LIKE 'job-%'"));
  }

  @Test
  void lookUpByKey() throws SQLException {
    String sql =
        "SELECT role_arn FROM model_import_jobs WHERE job_identifier IN ("
            + chain(30, "?", ", ")
            + ")";
    Bench.Answer answer = bench.run(sql, names(30));
    assertThat(answer.rows()).hasSize(30);
    assertThat(answer.requests())
        .hasSize(30)
        .allMatch(request -> request.startsWith("GetModelImportJob"));
  }

  @Tag("long")
  @Test
  void areEqualToThoseOfValues() throws SQLException {
    String names = chain(MANY, "'#'", ", ");
    for (String table : new String[] {"model_import_jobs", "jobs"}) {
      assertThat(count(table, "job_name IN (" + names + ")")).isEqualTo((long) JOBS);
      assertThat(count(table, "job_name = ANY (ARRAY[" + names + "])")).isEqualTo((long) JOBS);
      assertThat(count(table, "job_name IN (VALUES " + chain(MANY, "('#')", ", ") + ")"))
          .isEqualTo((long) JOBS);
    }
  }
}
