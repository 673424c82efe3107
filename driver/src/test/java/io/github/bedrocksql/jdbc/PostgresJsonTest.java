package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bedrocksql.sandbox.Sandbox;
import io.github.bedrocksql.taste.Tasted;
import java.sql.SQLException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PostgreSQL's operators and functions of JSON and arrays; what is expected is what it answers. */
class PostgresJsonTest {
  @AutoClose private static final Bench bench = Bench.shared(Sandbox.builder().start());

  private static String rows(String sql, Object... parameters) throws SQLException {
    return bench.run(sql, parameters).text();
  }

  @Tasted
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "'{\"a\":1}'::jsonb -> 'a', '{\"b\":\"t\"}'::json ->> 'b', '{\"a\":1}'::jsonb -> 'z'; 1,t,null",
        "'[1,\"x\",null]'::jsonb -> 1, '[1,\"x\"]'::jsonb ->> 1, '[1,2,3]'::jsonb ->> -1; \"x\",x,3",
        "'[null]'::jsonb -> 0, '[null]'::jsonb ->> 0, '[1]'::jsonb -> 5; null,null,null",
        "'{\"a\":{\"b\":[10,20]}}'::jsonb #> '{a,b}', '{\"a\":{\"b\":[10,20]}}'::jsonb #>>"
            + " '{a,b,1}'; [10, 20],20",
        "'[{\"x\":5}]'::jsonb -> 0 ->> 'x', ('[5]'::jsonb ->> 0)::int + 1; 5,6",
        "'{\"a\":1}'::jsonb ? 'a', '[\"a\"]'::jsonb ?? 'b', '\"a\"'::jsonb ? 'a'; true,false,true",
        "'{\"a\":1}'::jsonb ?| array['a','z'], '[\"a\"]'::jsonb ?& '{a,b}'; true,false",
        "'{\"a\":1,\"b\":2}'::jsonb @> '{\"a\":1}', '[\"a\",\"b\"]'::jsonb @> '\"a\"',"
            + " '[\"a\"]'::jsonb <@ '[\"b\"]'; true,true,false",
        "'{\"b\": 1,\"a\":[1,2]}'::jsonb, '{\"a\":  1}'::json; {\"a\": [1, 2], \"b\": 1},{\"a\":  1}",
        "'{\"a\": 1}'::jsonb = '{\"a\":1}'; true",
        "json_build_object('a', 1, 'b', 'x', 'c', null, 'd', true);"
            + " {\"a\" : 1, \"b\" : \"x\", \"c\" : null, \"d\" : true}",
        "jsonb_build_object('b', 1, 'a', 'x'), json_build_array(1, 'x', null, 1.5);"
            + " {\"a\": \"x\", \"b\": 1},[1, \"x\", null, 1.5]",
        "jsonb_build_object('j', '{\"k\":1}'::jsonb -> 'k', 't', TIMESTAMP '2026-01-02 03:04:05.6');"
            + " {\"j\": 1, \"t\": \"2026-01-02T03:04:05.6\"}",
        "json_typeof('1'), jsonb_typeof('null'), jsonb_typeof('[]'), jsonb_typeof('true');"
            + " number,null,array,boolean",
        "jsonb_extract_path('{\"a\":{\"b\":1}}', 'a', 'b'), json_extract_path_text('{\"a\":\"x\"}',"
            + " 'a'); 1,x",
        "to_json('a\"b'), to_jsonb(1), to_json(true), to_json(array[1,2]), to_jsonb(NULL::text);"
            + " \"a\\\"b\",1,true,[1,2],null",
        "'{\"a\":1,\"b\":2}'::jsonb - 'a', '[\"a\",\"b\"]'::jsonb - 0; {\"b\": 2},[\"b\"]",
        "'[1]'::jsonb || '[2]'::jsonb, '{\"a\":1}'::jsonb || '{\"b\":2}'; [1, 2],{\"a\": 1, \"b\": 2}",
      })
  void json(String expressions, String expected) throws SQLException {
    assertThat(rows("SELECT " + expressions)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "SELECT json_object_agg(x, i) FROM (VALUES ('a', 1), ('b', 2)) t(x, i) # { \"a\" : 1, \"b\" : 2 }",
        "SELECT jsonb_agg(x), json_agg(i) FROM (VALUES ('a', 1), (NULL, 2)) t(x, i)"
            + " # [\"a\", null],[1, 2]",
        "SELECT json_agg(x ORDER BY i DESC), jsonb_agg(i) FILTER (WHERE i > 1) FROM"
            + " (VALUES ('a', 1), ('b', 2)) t(x, i) # [\"b\", \"a\"],[2]",
        "SELECT s.subnet, s.n FROM (VALUES ('[\"a\",\"b\"]')) t(c) CROSS JOIN LATERAL"
            + " jsonb_array_elements_text(c::jsonb) WITH ORDINALITY AS s(subnet, n) # a,1 / b,2",
        "SELECT e ->> 'k', e.value ->> 'k' FROM jsonb_array_elements('[{\"k\":1}]') AS e # 1,1",
        "SELECT value, ordinality FROM jsonb_array_elements('[{\"k\":1}]') WITH ORDINALITY"
            + " # {\"k\": 1},1",
        "SELECT e FROM json_array_elements_text('[\"b\",\"a\"]') e ORDER BY e # a / b",
        "SELECT * FROM jsonb_object_keys('{\"b\":1,\"a\":2}') k # a / b",
        "SELECT count(*) FROM (VALUES ('[\"a\"]'), ('[\"b\"]')) t(c) WHERE c::jsonb ? 'a' # 1",
        "SELECT count(*) FROM (VALUES ('[\"subnet-1\"]'), ('[\"subnet-2\"]'), (NULL)) t(c)"
            + " WHERE json_exists(c, '$[?(@ == \"subnet-1\")]') # 1",
      })
  void rowsOfJson(String sql, String expected) throws SQLException {
    assertThat(rows(sql)).isEqualTo(expected);
  }

  @Test
  void parametersBesideQuestionMarks() throws SQLException {
    assertThat(
            rows(
                "SELECT '[\"a\"]'::jsonb ?? ?, CAST(? AS VARCHAR)::jsonb ?| ARRAY['z']", "a", "{}"))
        .isEqualTo("true,false");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "'abc' LIKE ANY (array['b%','a%']), 'abc' ILIKE ANY ('{A%}'), 'abc' NOT LIKE ALL"
            + " (array['b%','a%']), 'abc' LIKE ALL (array['a%','%c']); true,true,false,true",
        "'abc' ~ ANY (array['^a','x']), 'abc' !~* ALL (array['X','Y']); true,true",
        "'a' = ANY('{a,b}'), 5 = ANY('{1,5}'), 'c' <> ALL('{a,b}'), 3 > ANY(array[4,2]), 1 ="
            + " ANY('{}'); true,true,true,true,false",
        "NULL = ANY('{a}'), 'a' = ANY(array['b', NULL]); null,null",
        "'a' = ANY(string_to_array('a,b', ',')); true",
        "array_to_string('{a,b}'::text[], '-'), array_to_string(array['a',NULL,'b'], ',', '*');"
            + " a-b,a,*,b",
        "(string_to_array('a/b', '/'))[2], ('{1,2}'::int[])[1] + 1, (array['a'])[5]; b,2,null",
        "array_length(array[1,2,3], 1), cardinality('{a,\"b c\",NULL}'::text[]); 3,3",
        "array_position(array['a','b'], 'b'), array_position(array['a'], 'z'); 2,null",
        "array['a','b'] && array['b'], array[1,2] @> array[3], '{a}' <@ array['a','b'];"
            + " true,false,true",
        "array_to_string(array[1,2] || array[3] || 4, ','), array_to_string('{a}'::text[] || 'b'::text,"
            + " ''); 1,2,3,4,ab",
        "array_to_string(array_append(array[1], 2), ','), array_to_string(array(SELECT 1), ','); 1,2,1",
      })
  void arrays(String expressions, String expected) throws SQLException {
    assertThat(rows("SELECT " + expressions)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "SELECT x FROM (VALUES ('abc'), ('xyz'), (NULL)) t(x) WHERE x NOT LIKE ANY (array['a%','x%'])"
            + " ORDER BY x # abc / xyz",
        "SELECT x LIKE ANY (array_agg(x) OVER ()) FROM (VALUES ('abc'), ('xyz')) t(x) # true / true",
        "SELECT x FROM unnest(string_to_array('a,b', ',')) AS x # a / b",
        "SELECT u.x, u.n FROM unnest(array['a','b']) WITH ORDINALITY AS u(x, n) # a,1 / b,2",
      })
  void rowsOfArrays(String sql, String expected) throws SQLException {
    assertThat(rows(sql)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "SELECT 'x'::jsonb # 22P02",
        "SELECT 'a' = ANY('{a') # 22P02",
        "SELECT json_build_object('a') # 22023",
        "SELECT jsonb_set('{}', '{a}', '1') # 42883",
        "SELECT x -> 'a' FROM (VALUES ('oops')) t(x) # 22P02",
      })
  void mistakes(String sql, String sqlState) {
    SQLException failure = catchThrowableOfType(SQLException.class, () -> rows(sql));
    assertThat(failure.getSQLState()).as(failure.getMessage()).isEqualTo(sqlState);
  }

  @Test
  void aKnownArrayIsAList() throws SQLException {
    String query =
        "SELECT job_name FROM model_import_jobs WHERE status = %s AND creation_time > now()";
    assertThat(bench.plan(query.formatted("ANY('{Failed}')")))
        .isEqualTo(bench.plan(query.formatted("'Failed'")))
        .isEqualTo(bench.plan(query.formatted("ANY(string_to_array('Failed', ','))")));
  }
}
