package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.SQLException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Functions that PostgreSQL has and Calcite has not; what is expected is what it answers. */
class PostgresFunctionsTest {
  @AutoClose private static final Bench bench = Bench.shared(Sandbox.builder().start());

  private static String rows(String sql) throws SQLException {
    return bench.run(sql).text();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "left('abc', -1), left('abc', 2), left('abc', 9), left('abc', -9); ab,ab,abc,",
        "right('abc', -1), right('abc', 2), right('abc', 9), right('abc', -9); bc,bc,abc,",
        "left(NULL, 2), right('abc', NULL); null,null",
        "btrim('  a '), btrim('xyaxy', 'xy'); a,a",
        "initcap('ÜBER élan x1Y-z_a''b'), initcap(NULL), greatest(NULL::text, NULL);"
            + " Über Élan X1y-Z_A'B,null,null",
        "ltrim('xyax', 'xy'), rtrim('xyax', 'xy'), ltrim(NULL, 'a'); ax,xya,null",
        "lpad('abc', 5, 'xy'), rpad('abc', 2), lpad('abc', -1, 'x'), rpad('abc', 5, '');"
            + " xyabc,ab,,abc",
        "lpad(x, 2) IS NULL, rpad(x, 2, 'a') NOT LIKE 'a' FROM (VALUES (NULL), ('ab')) AS t (x)"
            + " WHERE x IS NULL; true,null",
        "overlay('abc' placing 'xyz' from 2), overlay('abc' placing 'x' from 3 for 9), overlay(''"
            + " placing 'x' from 5); axyz,abx,x",
        "cardinality(string_to_array('', ',')), (string_to_array('a,b', ','))[2],"
            + " cardinality(string_to_array('ab', '')); 0,b,1",
        "regexp_replace('a-b-c', '(-)', '<\\1\\&>'), regexp_replace('aXa', 'x', '\\\\\\9', 'i'),"
            + " regexp_replace('abab', 'A', '', 'gi'); a<-->b-c,a\\a,bb",
        "substring('a1' from '[[:digit:]]'), ':' ~* '[[:digit:]]', 'a' ~ '^[[:alpha:]]$'; 1,false,true",
        "age(TIMESTAMP '2026-03-20 00:00:00', TIMESTAMP '2025-11-28 00:00:00'), age(DATE"
            + " '2026-01-01', DATE '2026-01-02'), age(TIMESTAMP '2025-11-28 00:00:00', TIMESTAMP"
            + " '2026-03-20 00:00:00'), age(TIMESTAMP '2026-01-01 01:02:03.4', TIMESTAMP"
            + " '2025-01-01 00:00:00'); 3 mons 22 days,-1 days,-3 mons -22 days,1 year 01:02:03.4",
        "substring('llama-3-70b' from '-(\\d+)b?'), substring('abc' from 'x'); 3,null",
        "substring('abc' from '[b-z]+'), substring('abc' from 2), substring('abc', 2, 1); bc,bc,b",
        "(regexp_match('a1b22', '([a-z])(\\d)'))[2], (regexp_match('abc', 'b'))[1]; 1,b",
        "regexp_match('abc', 'x') IS NULL, regexp_count('abab', 'ab'); true,2",
        "'digit' ~ 'digit', 'a1' ~ '^[[:alpha:]][^[:alpha:]]$', 'A' ~* 'a', 'A' !~* 'a';"
            + " true,true,true,false",
        "'[' ~ '[[]', ']' ~ '[]]', 'a&' ~ '[&&]', regexp_count('ad1', '[[:digit:]]');"
            + " true,true,true,1",
        "CHR(10) ~ '^.$', regexp_like('a' || CHR(10) || 'b', 'A$', 'in'), regexp_like('a', '.', 'q');"
            + " true,true,false",
        "regexp_replace('bcbc', 'b(c)', '<\\1\\&\\\\\\2$1>', 'g'), regexp_replace('aAa', 'A', 'x',"
            + " 'i'); <cbc\\$1><cbc\\$1>,xAa",
        "regexp_replace('a1', '[[:digit:]]', ''), regexp_replace(NULL, 'a', 'b'); a,null",
        "make_date(2026, 2, 28), make_timestamp(2026, 2, 28, 1, 2, 3.5) = TIMESTAMP '2026-02-28"
            + " 01:02:03.5'; 2026-02-28,true",
        "date_bin('15 minutes', TIMESTAMP '2026-02-28 01:44:03', TIMESTAMP '2026-01-01 00:05:00')"
            + " = TIMESTAMP '2026-02-28 01:35:00'; true",
        "date_bin(INTERVAL '1 day', TIMESTAMP '2025-12-31 01:00:00', TIMESTAMP '2026-01-01"
            + " 00:00:00') = TIMESTAMP '2025-12-31 00:00:00'; true",
        "width_bucket(5.35, 0.024, 10.06, 5), width_bucket(-1, 0, 10, 5), width_bucket(10, 0, 10,"
            + " 5), width_bucket(3, 10, 0, 5); 3,0,6,4",
        "trunc(-1.9) = -1, trunc(1.259, 2) = 1.25, div(7, 2), div(-7, 2); true,true,3,-3",
        "json_array_length('[1, [2, 3], null]'), jsonb_array_length('[]'); 3,0",
        "array_length(ARRAY[1, 2], 1), array_to_string(ARRAY['a', 'b'], '-'), bit_length('ab');"
            + " 2,a-b,16",
        "format('%s is %s, 100%%', 'x', 5), format('plain'), format('<%s>', NULL);"
            + " x is 5, 100%,plain,<>",
        "array_remove(ARRAY[1, 2, 1], 1), array_remove(ARRAY['a', NULL], NULL),"
            + " array_position(ARRAY[1.5, 2], 2), array_position(ARRAY['a', 'bc'], 'a'),"
            + " array_position(ARRAY['a', NULL], NULL), array_remove(NULL::text[], 'a');"
            + " [2],[a],2,1,2,null",
        "INTERVAL '1 day' > '23 hours', (now() - now()) < '1 day', array_to_json(ARRAY['a']);"
            + " true,true,[\"a\"]",
        "regexp_substr('a1b22', '(\\d)\\d'), regexp_substr('a', '\\d'); 22,null",
        "date('2026-01-02'), date(TIMESTAMP '2026-01-02 23:00:00'), timezone('Asia/Tokyo', TIMESTAMP"
            + " '2026-01-02 23:00:00') = TIMESTAMP '2026-01-03 08:00:00'; 2026-01-02,2026-01-02,true",
        "'a' COLLATE \"C\" < 'B' COLLATE \"POSIX\"; false",
        "current_database(), current_schema(), current_schema, current_catalog;"
            + " bedrock,bedrock,bedrock,bedrock",
        "clock_timestamp() >= now(), version() LIKE 'Bedrock SQL%'; true,true",
      })
  void values(String expressions, String expected) throws SQLException {
    assertThat(rows("SELECT " + expressions)).isEqualTo(expected == null ? "" : expected);
  }

  @ParameterizedTest
  @CsvSource({
    "year,1,-1",
    "month,3,-3",
    "day,20,-20",
    "hour,5,-5",
    "minute,6,-6",
    "second,7.500,-7.500",
    "milliseconds,7500.000,-7500.000",
    "quarter,2,0",
    "decade,0,0",
    "epoch,41079967.500,-41079967.500",
  })
  void agesHaveFields(String field, String value, String negative) throws SQLException {
    String earlier = "TIMESTAMP '2024-11-30'";
    String later = "TIMESTAMP '2026-03-20 05:06:07.5'";
    assertThat(
            rows(
                "SELECT extract(%s FROM age(%s, %s)), date_part('%s', age(%s, %s))"
                    .formatted(field, later, earlier, field, earlier, later)))
        .isEqualTo(value + "," + negative);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "DATE '2026-01-01' + INTERVAL '1 hour'; 2026-01-01 01:00:00.000",
        "DATE '2026-03-31' - INTERVAL '1 month'; 2026-02-28 00:00:00.000",
        "INTERVAL '1 day' + DATE '2026-01-01'; 2026-01-02 00:00:00.000",
        "DATE '2026-01-01' + INTERVAL '1 month 2 days'; 2026-02-03 00:00:00.000",
        "NULL::date + INTERVAL '1 day'; null",
      })
  void dateAndIntervalMakeTime(String sum, String time) throws SQLException {
    assertThat(rows("SELECT CAST(" + sum + " AS VARCHAR)")).isEqualTo(time);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "(n || ' days')::interval; 3 days",
        "('3' || ' hours')::interval; 03:00:00",
        "concat(n, ' months')::interval; 3 mons",
        "CAST(n::text || ' min' AS interval); 00:03:00",
        "(NULL || ' days')::interval; null",
        "t::interval; 1 day 02:00:00",
        "make_interval(days => n); 3 days",
        "make_interval(0, 0, 0, 1, 2); 1 day 02:00:00",
        "make_interval(hours := 1, mins := 30); 01:30:00",
        "make_interval(years => 1, months => n); 1 year 3 mons",
        "make_interval(secs => 1.5); 00:00:01.5",
        "make_interval(); 00:00:00",
        "INTERVAL '1 02:03:04'; 1 day 02:03:04",
        "INTERVAL '1 day 5'; 1 day 00:00:05",
        "justify_hours(INTERVAL '27 hours'); 1 day 03:00:00",
        "date_trunc('minute', INTERVAL '1 day 02:03:04.5'); 1 day 02:03:00",
        "date_trunc('hour', INTERVAL '-90 min'); -01:00:00",
        "date_trunc('day', INTERVAL '50 hours'); 2 days",
        "date_trunc('month', INTERVAL '50 hours'); 00:00:00",
      })
  void intervalsAreMadeOfNumbersAndUnits(String interval, String text) throws SQLException {
    assertThat(
            rows(
                "SELECT CAST("
                    + interval
                    + " AS VARCHAR) FROM (VALUES (3, '1 day 2 hours')) AS v (n, t)"))
        .isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "make_interval(months => 1, days => 2); 0A000",
        "make_interval(week => 2); 42883",
        "('x' || ' days')::interval; 22007",
        "t::interval FROM (VALUES ('2 months')) AS v (t); 0A000",
        "t::interval FROM (VALUES ('soon')) AS v (t); 22007",
        "INTERVAL '1 2'; 22007",
        "INTERVAL '1 day' > '1 month'; 0A000",
        "date_trunc('week', INTERVAL '1 day'); 0A000",
        "extract(week FROM age(now(), now())); 0A000",
        "'a' COLLATE \"de_DE\"; 42000",
      })
  void whatIsNotAnInterval(String expression, String state) {
    assertThat(
            catchThrowableOfType(SQLException.class, () -> rows("SELECT " + expression))
                .getSQLState())
        .isEqualTo(state);
  }

  @Test
  void elementsOfNullHaveNoNumbers() throws SQLException {
    assertThat(
            rows(
                "SELECT u.e, u.n FROM (VALUES (ARRAY['a', 'b']), (NULL)) AS t (x), UNNEST(t.x) WITH"
                    + " ORDINALITY AS u (e, n) ORDER BY n"))
        .isEqualTo("a,1 / b,2");
    assertThat(
            rows(
                "SELECT u.e, u.n FROM (VALUES ('[7]'), (NULL)) AS t (x),"
                    + " jsonb_array_elements_text(t.x) WITH ORDINALITY AS u (e, n)"))
        .isEqualTo("7,1");
  }

  @Test
  void severalArraysAreNotUnnestedAtOnce() {
    assertThat(
            catchThrowableOfType(
                    SQLException.class,
                    () -> rows("SELECT * FROM UNNEST(ARRAY[1, 2], ARRAY[3, 4]) AS t (a, b)"))
                .getSQLState())
        .isEqualTo("0A000");
  }

  @Test
  void severalPercentilesAtOnce() throws SQLException {
    assertThat(
            rows(
                "SELECT percentile_cont(ARRAY[0, 0.5]) WITHIN GROUP (ORDER BY x),"
                    + " (percentile_disc(ARRAY[0, 1]) WITHIN GROUP (ORDER BY x DESC))[2] FROM"
                    + " (VALUES (1), (2)) AS t (x)"))
        .isEqualTo("[1.0, 1.5],1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "SELECT * FROM generate_series(1, 3); 1 / 2 / 3",
        "SELECT n * 2 FROM generate_series(5, 1, -2) AS g (n) ORDER BY n; 2 / 6 / 10",
        "SELECT g FROM generate_series(2, 3) g WHERE g > 2; 3",
        "SELECT COUNT(*) FROM generate_series(3, 1); 0",
        "SELECT generate_series.generate_series FROM generate_series(1, 1); 1",
        "SELECT t.i, e FROM (VALUES (1, '[\"a\", 2, null]'), (2, '[]')) AS t (i, x),"
            + " json_array_elements_text(t.x) AS e; 1,a / 1,2 / 1,null",
        "SELECT e.item FROM (VALUES ('[\"a\", {\"b\": 1}]')) AS t (x) CROSS JOIN LATERAL"
            + " jsonb_array_elements(t.x) AS e (item); \"a\" / {\"b\": 1}",
        "SELECT * FROM generate_series(timestamp '2026-01-31', date '2026-04-01', '1 month');"
            + " 2026-01-31 00:00:00.0 / 2026-02-28 00:00:00.0 / 2026-03-28 00:00:00.0",
        "SELECT d::date, n FROM generate_series('2026-01-02'::date, '2026-01-01', '-1 day'::interval)"
            + " WITH ORDINALITY AS t (d, n); 2026-01-02,1 / 2026-01-01,2",
        "SELECT extract(hour FROM generate_series) FROM generate_series(date '2026-01-01',"
            + " timestamp '2026-01-01 12:00:00', INTERVAL '5' HOUR); 0 / 5 / 10",
        "SELECT x, p[2], p FROM (VALUES ('a:b')) t (x), string_to_array(x, ':') AS p; a:b,b,[a, b]",
        "SELECT * FROM generate_series(abs(-1), greatest(1, 2)); 1 / 2",
        "SELECT u.x, lower FROM upper('a') AS u (x), lower(u.x); A,a",
        "SELECT 3 = ANY (a), 3 > ALL (a), 1.0 = ANY (a), 2 <> ALL (a), NULL = ANY (a) FROM (SELECT"
            + " array_agg(x) AS a FROM (VALUES (1), (2)) t (x)) s; false,true,true,false,null",
        "SELECT 1 = ANY (a), 3 = ANY (a), 3 <> ALL (a) FROM (SELECT array_agg(x) AS a FROM"
            + " (VALUES (1), (NULL)) t (x)) s; true,null,null",
        "SELECT date '2026-01-01' = SOME (array_agg(x)) FROM (VALUES (date '2026-01-01')) t (x);"
            + " true",
        "SELECT 12.345::money; 12.35",
        "SELECT count(t.*), count(u.*) FROM (VALUES (1), (NULL)) t (x), (VALUES (1)) u (y); 2,2",
        "SELECT t.x FROM (VALUES (1), (2), (2)) t (x) GROUP BY t.x HAVING count(t.*) > 1; 2",
        "SELECT word FROM regexp_split_to_table('a  b c', '\\s+') AS word; a / b / c",
      })
  void rowsInFrom(String sql, String expected) throws SQLException {
    assertThat(rows(sql)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "SELECT 1 WHERE generate_series(1, 2) = 1; 0A000",
        "SELECT * FROM generate_series(1, 2, 0); 22023",
        "SELECT * FROM generate_series(1, 100000000); 54000",
        "SELECT date_trunc('week', age(now())); 0A000",
        "SELECT date_trunc('dya', age(now())); 22023",
        "SELECT count(b.*) FROM model_import_jobs a LEFT JOIN imported_models b USING (region); 0A000",
        "SELECT * FROM generate_series(now(), now(), '0 days'); 22023",
        "SELECT * FROM generate_series(now(), now(), '1 fortnight'); 22007",
        "SELECT 'a' = ANY (array_agg(x)) FROM (VALUES (1)) t (x); 42883",
        "SELECT 1 = ANY (status) FROM model_import_jobs; 42804",
        "SELECT json_array_length('{}'); 22023",
        "SELECT json_array_length('no'); 22032",
        "SELECT make_date(2026, 2, 30); 22008",
        "SELECT format('%d', 1); 22023",
        "SELECT format(status, 1) FROM model_import_jobs; 0A000",
        "SELECT regexp_count('a', '('); 2201B",
        "SELECT overlay('a' placing 'b' from 0); 22011",
        "SELECT 'a' ~ '('; 2201B",
        "SELECT regexp_like('a', 'a', 'y'); 22023",
        "SELECT width_bucket(1, 2, 2, 3); 2201G",
        "SELECT date_bin('0 seconds', now(), now()); 22023",
      })
  void refused(String sql, String sqlState) {
    SQLException failure = catchThrowableOfType(SQLException.class, () -> rows(sql));
    assertThat(failure.getSQLState()).isEqualTo(sqlState);
  }
}
