package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.SQLException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Queries, operators and literals of PostgreSQL; what is expected is what it answers. */
class PostgresQueriesTest {
  @AutoClose private static final Bench bench = Bench.shared(Sandbox.builder().start());

  private static String rows(String sql) throws SQLException {
    return bench.run(sql).text();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "SELECT 1 WHERE 1 = 1 # 1",
        "SELECT count(*) FROM (SELECT 1 WHERE 1 = 2) s # 0",
        "SELECT t.x, s.y FROM (VALUES (1), (2)) t(x) LEFT JOIN LATERAL (SELECT t.x + 1 AS y WHERE"
            + " t.x > 1) s ON true ORDER BY 1 # 1,null / 2,3",
        "SELECT unnest(ARRAY[1, 2]) # 1 / 2",
        "SELECT x, generate_series(1, 2) FROM (VALUES ('a'), ('b')) t(x) ORDER BY 1, 2"
            + " # a,1 / a,2 / b,1 / b,2",
        "SELECT DISTINCT jsonb_array_elements_text(x::jsonb) AS s FROM (VALUES ('[\"a\",\"b\"]'),"
            + " ('[\"b\"]')) t(x) ORDER BY s # a / b",
        "SELECT count(*), max(unnest) FROM (SELECT unnest('{a,b}'::text[])) s # 2,b",
        "WITH a AS MATERIALIZED (SELECT 1 AS x), b AS NOT MATERIALIZED (SELECT x FROM a) SELECT x"
            + " FROM b # 1",
        "SELECT count(DISTINCT (x, y)) FROM (VALUES (1, NULL), (1, NULL), (2, 3)) t(x, y) # 2",
        "SELECT rank() OVER (), dense_rank() OVER (PARTITION BY x) FROM (VALUES (1), (2)) t(x)"
            + " # 1,1 / 1,1",
        "SELECT x FROM (VALUES (1), (NULL), (2)) t(x) ORDER BY x DESC # null / 2 / 1",
      })
  void queries(String sql, String expected) throws SQLException {
    assertThat(rows(sql)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "E'a\\tb', E'it\\'s', $$it's$$, U&'\\0041'; a\tb,it's,it's,A",
        "1 ISNULL, NULL NOTNULL, 1 NOTNULL; false,false,true",
        "2 * 3 ^ 2 = 18, |/ 16 = 4, ||/ 27 = 3, @ -5; true,true,true,5",
        "6 & 3, 6 | 3, 6 # 3, 1 << 3, 8 >> 1, ~5; 2,7,5,8,4,-6",
        "quote_literal('it''s'), quote_ident('a b'), quote_ident('abc'); 'it''s',\"a b\",abc",
        "encode(sha256('abc'), 'hex') LIKE 'ba7816bf%', encode(decode('616263', 'hex'), 'base64');"
            + " true,YWJj",
        "ltrim('xxa', 'x'), rtrim('axx', 'x'), to_hex(255), gcd(12, 18), lcm(4, 6), factorial(5);"
            + " a,a,ff,6,12,120",
        "num_nulls(1, NULL), num_nonnulls(1, NULL), current_setting('TimeZone'); 1,1,UTC",
        "pg_catalog.upper('a'), pg_catalog.count(*); A,1",
        "(regexp_split_to_array('a b', ' '))[2], (current_schemas(false))[1]; b,bedrock",
      })
  void expressions(String expressions, String expected) throws SQLException {
    assertThat(rows("SELECT " + expressions)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "SELECT unnest(ARRAY[1]), generate_series(1, 2); 0A000",
        "SELECT unnest(ARRAY[1]) FROM (VALUES (1)) t(x) GROUP BY x; 0A000",
        "SELECT row_number() OVER (), unnest(ARRAY[1, 2]); 0A000",
        "SELECT CASE WHEN true THEN unnest(ARRAY[1, 2]) END; 0A000",
        "SELECT current_setting('no.such'); 42704",
        "SELECT decode('x', 'hex'); 22023",
      })
  void mistakes(String sql, String sqlState) {
    SQLException failure = catchThrowableOfType(SQLException.class, () -> rows(sql));
    assertThat(failure.getSQLState()).as(failure.getMessage()).isEqualTo(sqlState);
  }
}
