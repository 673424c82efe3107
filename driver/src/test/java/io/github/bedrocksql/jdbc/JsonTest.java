package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.SQLException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JSON's functions: what the standard says of them, and PostgreSQL's functions on jsonb. */
class JsonTest {
  @AutoClose private static final Bench bench = Bench.shared(Sandbox.startWithSampleJobs());

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      nullValues = "null",
      textBlock =
          """
          JSON_EXISTS('[1,2]', '$[?(@ > 1)]') ~ true
          JSON_EXISTS('[1,2]', '$[?(@ > 5)]') ~ false
          JSON_EXISTS('[1,2]', 'strict $[?(@ > 5)]') ~ false
          JSON_EXISTS('[]', 'lax $[*]') ~ false
          JSON_EXISTS('{"a":[{"b":1}]}', '$..b') ~ true
          JSON_EXISTS('{"a":[{"b":1}]}', '$..c') ~ false
          JSON_EXISTS('{"a":null}', '$.a') ~ true
          JSON_EXISTS('{"a":1}', '$.b') ~ false
          JSON_EXISTS('{"a":1}', 'strict $.b') ~ false
          JSON_EXISTS('{"a":1}', 'strict $.b' TRUE ON ERROR) ~ true
          JSON_EXISTS('{"a":1}', 'lax $.b' TRUE ON ERROR) ~ false
          JSON_EXISTS('{"a":1}', 'strict $.b' UNKNOWN ON ERROR) ~ null
          JSON_EXISTS('no', '$.b' TRUE ON ERROR) ~ true
          JSON_EXISTS(CAST(NULL AS VARCHAR), '$') ~ null
          JSON_VALUE('[1,2]', '$[?(@ > 1)]') ~ 2
          JSON_VALUE('[1,2]', '$[?(@ > 5)]' DEFAULT 'none' ON EMPTY) ~ none
          JSON_VALUE('[1,2]', '$[?(@ > 0)]' DEFAULT 'several' ON ERROR) ~ several
          JSON_VALUE('[1,2]', '$[*]') ~ null
          JSON_VALUE('{"a":1.50}', '$.a') ~ 1.50
          JSON_VALUE('{"a":true}', '$.a') ~ true
          JSON_VALUE('{"a":null}', '$.a' DEFAULT 'none' ON EMPTY) ~ null
          JSON_VALUE('{"a":1}', '$.b' DEFAULT 'none' ON EMPTY DEFAULT 'bad' ON ERROR) ~ none
          JSON_VALUE('{"a":1}', 'strict $.b' DEFAULT 'none' ON EMPTY DEFAULT 'bad' ON ERROR) ~ bad
          JSON_VALUE('{"a":{}}', 'lax $.a' DEFAULT 'none' ON EMPTY DEFAULT 'bad' ON ERROR) ~ bad
          JSON_VALUE('no', 'lax $.a' DEFAULT 'none' ON EMPTY DEFAULT 'bad' ON ERROR) ~ bad
          JSON_VALUE('{"a":12}', '$.a' RETURNING INTEGER) ~ 12
          JSON_VALUE('{"a":"x"}', '$.a' RETURNING INTEGER) ~ null
          JSON_VALUE('{"a":"x"}', '$.a' RETURNING INTEGER DEFAULT -1 ON ERROR) ~ -1
          JSON_VALUE('{"a":null}', '$.a' RETURNING INTEGER DEFAULT -1 ON ERROR) ~ null
          JSON_VALUE('{"a":1}', '$.b' RETURNING INTEGER DEFAULT 7 ON EMPTY) ~ 7
          JSON_QUERY('[1,2]', '$[?(@ > 5)]') ~ null
          JSON_QUERY('[1,2]', '$[?(@ > 5)]' EMPTY ARRAY ON EMPTY) ~ []
          JSON_QUERY('[1,2]', '$[?(@ > 5)]' WITH WRAPPER) ~ null
          JSON_QUERY('[1,2]', '$[?(@ > 0)]' WITH WRAPPER) ~ [1,2]
          JSON_QUERY('[1,2]', '$[?(@ > 0)]') ~ null
          JSON_QUERY('[{"a":1},{"a":2}]', '$[?(@.a == 2)]') ~ {"a":2}
          JSON_QUERY('{"a":[1]}', '$.a') ~ [1]
          JSON_QUERY('{"a":[1]}', '$.a' WITH CONDITIONAL WRAPPER) ~ [1]
          JSON_QUERY('{"a":1}', '$' WITH CONDITIONAL WRAPPER) ~ {"a":1}
          JSON_QUERY('{"a":1}', '$.a' WITH CONDITIONAL WRAPPER) ~ [1]
          JSON_QUERY('{"a":[1]}', '$.a' WITH UNCONDITIONAL WRAPPER) ~ [[1]]
          JSON_QUERY('{"a":1}', '$.a' EMPTY OBJECT ON ERROR) ~ {}
          JSON_QUERY('no', '$.a' EMPTY ARRAY ON ERROR) ~ []
          JSON_QUERY('{"a":[1,2]}', '$.a' RETURNING INTEGER ARRAY) ~ [1, 2]
          '1' IS JSON ~ true
          '{"a":1} x' IS JSON ~ false
          '1 2' IS JSON ~ false
          '' IS NOT JSON ~ true
          '{}' IS JSON OBJECT ~ true
          '[]' IS JSON OBJECT ~ false
          '[]' IS JSON ARRAY ~ true
          '"a"' IS JSON SCALAR ~ true
          '[]' IS NOT JSON SCALAR ~ true
          CAST(NULL AS VARCHAR) IS JSON ~ null
          """)
  void values(String expression, String value) throws SQLException {
    assertThat(Bench.texts(bench.connection(), "SELECT " + expression)).containsExactly(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          JSON_EXISTS('{}', 'strict $.b' ERROR ON ERROR) ~ 2203A
          JSON_EXISTS('no', '$.b' ERROR ON ERROR) ~ 22032
          JSON_EXISTS('[1]', '$[*] ? (@ > 5)') ~ 22023
          JSON_EXISTS('[1]', 'a') ~ 22023
          JSON_VALUE('[1,2]', '$[?(@ > 1)') ~ 22023
          JSON_VALUE('{}', '$.b' ERROR ON EMPTY) ~ 22035
          JSON_VALUE('[1,2]', '$[*]' ERROR ON ERROR) ~ 22034
          JSON_VALUE('[]', '$' ERROR ON ERROR) ~ 2203F
          JSON_VALUE('{"a":"x"}', '$.a' RETURNING INTEGER ERROR ON ERROR) ~ 22018
          JSON_QUERY('{}', '$.b' ERROR ON EMPTY) ~ 22035
          JSON_QUERY('[1,2]', '$[*]' ERROR ON ERROR) ~ 22034
          JSON_QUERY('[1]', '$[*]' RETURNING INTEGER ARRAY) ~ 0A000
          """)
  void errors(String expression, String sqlState) {
    SQLException failure =
        catchThrowableOfType(SQLException.class, () -> bench.run("SELECT " + expression));
    assertThat(failure.getSQLState()).isEqualTo(sqlState);
  }

  @Test
  void filtersOfAColumn() throws SQLException {
    String counted =
        "SELECT COUNT(*) FROM model_import_jobs WHERE JSON_EXISTS(vpc_config_subnet_ids, ?)";
    assertThat(bench.run(counted, "$[?(@ == 'none')]").column()).containsExactly(0L);
    Object all = bench.run(counted, "$").column().get(0);
    assertThat(bench.run(counted, "$[?(@ =~ /subnet-.*/)]").column()).containsExactly(all);
    assertThat(all).isNotEqualTo(0L);
  }
}
