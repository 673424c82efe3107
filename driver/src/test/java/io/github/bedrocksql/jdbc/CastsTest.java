package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.SQLException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Casts, written or not: what is expected is what PostgreSQL answers. */
class CastsTest {
  @AutoClose private static final Bench bench = Bench.shared(Sandbox.builder().start());

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        // To numeric, which keeps the fraction.
        "'1.5'::numeric, '-0.25'::numeric, 7::numeric, 2.50::numeric, NULL::numeric;"
            + " 1.5,-0.25,7,2.50,null",
        "round(2.345::float8::numeric, 2) = 2.35, (1 / 3.0::float8)::decimal > 0.3333; true,true",
        "round(7::numeric / 3, 2) = 2.33, 7::numeric / 2 = 3.5; true,true",
        "CAST('2.5' AS NUMERIC) > 2, CAST(1.26 AS NUMERIC(3, 1)), 2.5::numeric(4); true,1.3,3",
        // To text.
        "true::text, (1 = 2) || 'x', concat(true, 1), NULL::boolean::text; true,falsex,true1,null",
        "(1 / 7.0)::text LIKE '0.142857%', (-0.5)::text, 0.5 || 'x', round(0.04, 1)::text;"
            + " true,-0.5,0.5x,0.0",
        "3::float8::text, 0.1::float8 || '', 1e20::float8::text, 1e-7::float8::text,"
            + " 0.0001::float8::text; 3,0.1,1e+20,1e-07,0.0001",
        "1.5::real::text, 1e6::real::text, 123456::real::text, 1e15::float8::text,"
            + " 123456789012345::float8::text; 1.5,1e+06,123456,1e+15,123456789012345",
        "true::varchar(2), 12.5::varchar(3); tr,12.",
        // Of a truth value.
        "true::int, (1 = 2)::int4, NULL::boolean::int; 1,0,null",
      })
  void values(String expressions, String expected) throws SQLException {
    assertThat(bench.run("SELECT " + expressions).text()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        // Two numerics compare by all of their digits.
        "floor(x / 7.0) = 0.25; 0",
        "floor(x / 7.0) > 0.5; 1",
        "round(x / 7.0) BETWEEN 0.5 AND 1.5; 1",
        "coalesce(nullif(x, 1), NULL) > 0; 1",
        "coalesce(NULL, y, NULL::text) NOT LIKE 'a%'; 1",
        "lpad(y, 3) NOT LIKE '%a'; 1",
      })
  void conditions(String condition, int rows) throws SQLException {
    assertThat(
            bench
                .run("SELECT x FROM (VALUES (1, NULL), (9, 'b')) AS t (x, y) WHERE " + condition)
                .rows())
        .hasSize(rows);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "covar_pop(x, y); 2.0",
        "covar_samp(x, y) FILTER (WHERE x < 3); 1.0",
        "round(covar_pop(x, y * y) FILTER (WHERE x < 9), 4); 12.4444",
        "round(corr(x, y), 4), corr(x, 1), corr(x, y) FILTER (WHERE x = 1); 0.982,null,null",
        "count(DISTINCT y), percentile_disc(0.5) WITHIN GROUP (ORDER BY x), string_agg(y::text, ','"
            + " ORDER BY x DESC); 3,2,5,3,1",
      })
  void aggregates(String aggregates, String expected) throws SQLException {
    String rows = "(VALUES (1, 1, 'a'), (2, 3, 'a'), (4, 5, 'a'), (9, NULL, 'a')) AS t (x, y, g)";
    assertThat(bench.run("SELECT " + aggregates + " FROM " + rows + " GROUP BY g").text())
        .isEqualTo(expected);
  }
}
