package io.github.bedrocksql.adapter.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
  private static final List<String> NAMES =
      List.of("status", "job_name", "imported_model_name", "creation_time", "region");

  @ParameterizedTest
  @CsvSource({
    "sttaus, status",
    "STATUSS, status",
    "stats, status",
    "jobname, job_name",
    "name, job_name",
    "creationtime, creation_time",
    "regoin, region",
    "xyz,",
    "me,",
    "customers,",
    "'',"
  })
  void nearest(String misspelt, String name) {
    assertThat(NearestName.of(misspelt, NAMES).orElse(null)).isEqualTo(name);
  }
}
