package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bedrocksql.sandbox.GeneratedJobs;
import io.github.bedrocksql.sandbox.Sandbox;
import io.github.bedrocksql.taste.Tasted;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** LIKE, ILIKE and SIMILAR TO, over 100 jobs, job-00001 and so on. What PostgreSQL 15 says. */
class PatternTest {
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

  /** As literals, as parameters, and negated. */
  @Tasted
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          a.c  ~ SIMILAR TO ~ a.c ~ true
          abc  ~ SIMILAR TO ~ a.c ~ false
          abc  ~ SIMILAR TO ~ a_c ~ true
          abc  ~ SIMILAR TO ~ a% ~ true
          abc  ~ SIMILAR TO ~ b ~ false
          abc  ~ SIMILAR TO ~ ^abc$ ~ false
          ^a$  ~ SIMILAR TO ~ ^a$ ~ true
          a_c  ~ SIMILAR TO ~ a\\_c ~ true
          abc  ~ SIMILAR TO ~ a\\_c ~ false
          a+   ~ SIMILAR TO ~ a\\+ ~ true
          aa   ~ SIMILAR TO ~ a\\+ ~ false
          aaa  ~ SIMILAR TO ~ a+ ~ true
          aab  ~ SIMILAR TO ~ a*b?b ~ true
          aaa  ~ SIMILAR TO ~ a{2} ~ false
          aaa  ~ SIMILAR TO ~ a{2,} ~ true
          aaa  ~ SIMILAR TO ~ a{1,3} ~ true
          a{b  ~ SIMILAR TO ~ a{b ~ true
          a}   ~ SIMILAR TO ~ a} ~ true
          abab ~ SIMILAR TO ~ (ab|cd)+ ~ true
          abc  ~ SIMILAR TO ~ (ab|cd) ~ false
          b    ~ SIMILAR TO ~ a|b ~ true
          ab   ~ SIMILAR TO ~ a[bc] ~ true
          ab   ~ SIMILAR TO ~ a[^bc] ~ false
          ax   ~ SIMILAR TO ~ a[^bc] ~ true
          a]   ~ SIMILAR TO ~ a[]] ~ true
          a-   ~ SIMILAR TO ~ a[b-] ~ true
          a-   ~ SIMILAR TO ~ a[-b] ~ true
          ac   ~ SIMILAR TO ~ a[b-d] ~ true
          a^   ~ SIMILAR TO ~ a[x^] ~ true
          a[   ~ SIMILAR TO ~ a[[] ~ true
          a&   ~ SIMILAR TO ~ a[a&&b] ~ true
          a1   ~ SIMILAR TO ~ a[[:digit:]] ~ true
          aé   ~ SIMILAR TO ~ a[[:alpha:]] ~ true
          a1   ~ SIMILAR TO ~ a\\d ~ true
          a.b  ~ SIMILAR TO ~ a[.]b ~ true
          a#b$ ~ SIMILAR TO ~ a#b$ ~ true
          a😀  ~ SIMILAR TO ~ a_ ~ true
          a_c  ~ LIKE ~ a\\_c ~ true
          abc  ~ LIKE ~ a\\_c ~ false
          a%   ~ LIKE ~ a\\% ~ true
          ab   ~ LIKE ~ a\\% ~ false
          a\\  ~ LIKE ~ a\\\\ ~ true
          ab   ~ LIKE ~ a\\b ~ true
          ab   ~ LIKE ~ \\a% ~ true
          AB   ~ LIKE ~ ab ~ false
          a.b  ~ LIKE ~ a_b ~ true
          a😀  ~ LIKE ~ a_ ~ true
          aab  ~ LIKE ~ %a%b% ~ true
          aabaab ~ LIKE ~ a%aab ~ true
          aabaabx ~ LIKE ~ a%aab ~ false
          a    ~ LIKE ~ % ~ true
          a    ~ LIKE ~ __ ~ false
          A_C  ~ ILIKE ~ a\\_c ~ true
          ABC  ~ ILIKE ~ a\\_c ~ false
          ÉA   ~ ILIKE ~ éa ~ true
          """)
  void matches(String text, String operator, String pattern, boolean matches) throws SQLException {
    String sql = "SELECT '%s' %s '%s'".formatted(text, operator, pattern);
    assertThat(bench.run(sql).column()).containsExactly(matches);
    String negated = "SELECT '%s' NOT %s '%s'".formatted(text, operator, pattern);
    assertThat(bench.run(negated).column()).containsExactly(!matches);
    String parameters = "SELECT CAST(? AS VARCHAR) %s ?".formatted(operator);
    assertThat(bench.run(parameters, text, pattern).column()).containsExactly(matches);
    String column = "SELECT t %s p FROM (VALUES ('%s', '%s')) AS x (t, p)";
    assertThat(bench.run(column.formatted(operator, text, pattern)).column())
        .containsExactly(matches);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      nullValues = "null",
      textBlock =
          """
          'a_c' LIKE 'a!_c' ESCAPE '!' ~ true
          'a\\c' LIKE 'a\\_' ESCAPE '' ~ true
          'a\\c' LIKE 'a\\_' ESCAPE '!' ~ true
          'a\\_' ILIKE 'A\\_' ESCAPE '' ~ true
          'abc' LIKE '%b%' ESCAPE '' ~ true
          'a+' SIMILAR TO 'a#+' ESCAPE '#' ~ true
          'a\\' SIMILAR TO 'a\\' ESCAPE '' ~ true
          'aa' SIMILAR TO 'a\\+' ESCAPE '' ~ false
          'a' LIKE NULL ~ null
          NULL LIKE 'a' ~ null
          'a' LIKE 'a' ESCAPE NULL ~ null
          CAST(NULL AS VARCHAR) SIMILAR TO 'a' ~ null
          'a' SIMILAR TO CAST(NULL AS VARCHAR) ~ null
          'a' NOT LIKE CAST(NULL AS VARCHAR) ~ null
          """)
  void escapesAndNulls(String expression, Boolean value) throws SQLException {
    assertThat(bench.run("SELECT " + expression).column()).containsExactly(value);
  }

  @Test
  void anyCharacterIsALineBreak() throws SQLException {
    for (String operator : List.of("LIKE", "ILIKE", "SIMILAR TO")) {
      String sql = "SELECT CAST(? AS VARCHAR) " + operator + " ?";
      for (String pattern : List.of("a_b", "a%b", "%")) {
        assertThat(bench.run(sql, "a\nb", pattern).column()).containsExactly(true);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          LIKE ~ a\\ ~ 22025
          ILIKE ~ %\\ ~ 22025
          SIMILAR TO ~ a\\ ~ 22025
          SIMILAR TO ~ *a ~ 2201B
          SIMILAR TO ~ a++ ~ 2201B
          SIMILAR TO ~ (*a) ~ 2201B
          SIMILAR TO ~ (a ~ 2201B
          SIMILAR TO ~ a) ~ 2201B
          SIMILAR TO ~ [a ~ 2201B
          SIMILAR TO ~ [b-a] ~ 2201B
          SIMILAR TO ~ [[:foo:]] ~ 2201B
          SIMILAR TO ~ a{2 ~ 2201B
          SIMILAR TO ~ a{256} ~ 2201B
          SIMILAR TO ~ (?:a) ~ 2201B
          SIMILAR TO ~ \\1 ~ 2201B
          """)
  void invalidPatterns(String operator, String pattern, String sqlState) {
    assertThat(failure("SELECT 'a' " + operator + " '" + pattern + "'").getSQLState())
        .isEqualTo(sqlState);
    assertThat(
            failure("SELECT job_name " + operator + " ? FROM model_import_jobs", pattern)
                .getSQLState())
        .isEqualTo(sqlState);
  }

  @Test
  void anEscapeIsOneCharacter() {
    for (String operator : List.of("LIKE", "SIMILAR TO")) {
      String sql = "SELECT job_name " + operator + " 'a' ESCAPE ";
      assertThat(failure(sql + "'xx' FROM model_import_jobs").getSQLState()).isEqualTo("22025");
      assertThat(failure(sql + "? FROM model_import_jobs", "xx").getSQLState()).isEqualTo("22025");
    }
    assertThat(failure("SELECT 'a' LIKE 'a\\'").getMessage())
        .isEqualTo(
            "The pattern 'a\\' ends in its escape character, which must come before another at line"
                + " 1, column 17");
  }

  @Test
  void theEscapeOfTheMetadataIsThatOfLike() throws SQLException {
    String escape = bench.connection().getMetaData().getSearchStringEscape();
    String sql = "SELECT CAST(? AS VARCHAR) LIKE ?";
    assertThat(bench.run(sql, "a_c", "a" + escape + "_c").column()).containsExactly(true);
    assertThat(bench.run(sql, "abc", "a" + escape + "_c").column()).containsExactly(false);
  }

  /** Whether the API is asked for less or not, the rows are the same. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          job\\-0000_ ~ 9 ~ nameContains=job-0000
          job-0000\\%% ~ 0 ~ nameContains=job-0000
          job-0000\\__ ~ 0 ~ nameContains=job-0000
          %\\-0009% ~ 10 ~ nameContains=0009
          job-%\\%% ~ 0 ~ nameContains=job
          job-0000_ ~ 9 ~ nameContains=job-0000
          """)
  void pushedDown(String pattern, int rows, String asked) throws SQLException {
    String from = "SELECT job_name FROM model_import_jobs WHERE job_name";
    Bench.Answer literal = bench.run(from + " LIKE '" + pattern + "'");
    assertThat(literal.requests()).singleElement().asString().contains(asked);
    Bench.Answer parameter = bench.run(from + " LIKE ?", pattern);
    assertThat(parameter.requests()).isEqualTo(literal.requests());
    Bench.Answer here = bench.run(from + " || '' LIKE '" + pattern + "'");
    assertThat(here.requests()).singleElement().asString().doesNotContain("nameContains");
    assertThat(literal.rows()).hasSize(rows).isEqualTo(parameter.rows()).isEqualTo(here.rows());
  }

  /** No job can have such a name, so none is asked for. */
  @Test
  void anEscapedWildcardIsNoWildcard() throws SQLException {
    String from = "SELECT job_name FROM model_import_jobs WHERE job_name ";
    for (String pattern : List.of("job-0000\\%", "job-0000\\_")) {
      Bench.Answer answer = bench.run(from + "LIKE ?", pattern);
      assertThat(answer.rows()).isEmpty();
      assertThat(answer.requests()).isEmpty();
      assertThat(bench.run(from + "|| '' LIKE ?", pattern).rows()).isEmpty();
    }
  }

  private static SQLDataException failure(String sql, Object... parameters) {
    return catchThrowableOfType(SQLDataException.class, () -> bench.run(sql, parameters));
  }
}
