package io.github.bedrocksql.jdbc.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wildcards, escapes and case. */
class SearchPatternTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          job_name    | job_name | true
          JOB_NAME    | job_name | true
          job\\_name  | job_name | true
          job\\_name  | jobxname | false
          job_name    | jobxname | true
          job%        | job_name | true
          %name       | job_name | true
          %b_n%       | job_name | true
          %%a%%e%%    | job_name | true
          %a%m        | job_name | false
          %           | ''       | true
          ''          | ''       | true
          ''          | a        | false
          _           | ''       | false
          job         | job_name | false
          job_name_   | job_name | false
          a\\%b       | a%b      | true
          a\\%b       | axb      | false
          a\\\\b      | a\\b     | true
          a\\         | a\\      | true
          %ab         | aab      | true
          """)
  void matches(String pattern, String name, boolean expected) {
    assertThat(new SearchPattern(pattern).matches(name)).isEqualTo(expected);
  }

  @Test
  void nullMatchesEveryName() {
    assertThat(new SearchPattern(null).matches("job_name")).isTrue();
  }

  /** A pattern comes from outside: it must not be able to keep a thread busy. */
  @Test
  void manyWildcardsAreCheap() {
    SearchPattern pattern = new SearchPattern("%a".repeat(2_000) + "b");
    String name = "a".repeat(4_000);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(30), () -> assertThat(pattern.matches(name)).isFalse());
  }
}
