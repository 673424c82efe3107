package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The names of columns that are given none; what is expected is what PostgreSQL says. */
class LabelsTest {
  /** In each query, {@code $t} is a table of this. */
  private static final String TABLE =
      "(VALUES (1, 'b', TIMESTAMP '2026-01-31 10:00:00'), (2, 'a', TIMESTAMP '2026-02-01"
          + " 12:30:00')) AS t (i, x, c)";

  @AutoClose private static final Bench bench = Bench.shared(Sandbox.builder().start());

  private static String rows(String sql) throws SQLException {
    return bench.run(sql.replace("$t", TABLE)).text();
  }

  private static String labels(String sql) throws SQLException {
    try (Statement statement = bench.connection().createStatement();
        ResultSet rows = statement.executeQuery(sql.replace("$t", TABLE))) {
      ResultSetMetaData columns = rows.getMetaData();
      List<String> labels = new ArrayList<>();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        labels.add(columns.getColumnLabel(i));
      }
      return String.join(",", labels);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "count(*), count(*) FILTER (WHERE i > 1), COUNT(DISTINCT x), sum(i), every(i > 0)"
            + " | count,count,count,sum,every",
        "string_agg(x, ','), percentile_cont(0.5) WITHIN GROUP (ORDER BY i), array_agg(i)"
            + " | string_agg,percentile_cont,array_agg",
        "coalesce(x, ''), nullif(i, 1), greatest(i, 1), least(i, 1) | coalesce,nullif,greatest,least",
        "round(1.5), ceil(1.5), abs(i), mod(i, 2), upper(x), left(x, 1), split_part(x, '-', 1)"
            + " | round,ceil,abs,mod,upper,left,split_part",
        "trim(x), trim(LEADING FROM x), position('a' IN x), substring(x FROM 1), overlay(x PLACING"
            + " 'y' FROM 1) | btrim,ltrim,position,substring,overlay",
        "date_trunc('day', c), extract(year FROM c), date_part('day', c), to_char(c, 'YYYY')"
            + " | date_trunc,extract,date_part,to_char",
        "now(), CURRENT_DATE, current_timestamp, localtimestamp, CURRENT_USER"
            + " | now,current_date,current_timestamp,localtimestamp,current_user",
        "c::date, CAST(x AS VARCHAR(9)), (c::date)::text, upper(x)::text, (i + 1)::text"
            + " | c,x,c,upper,text",
        "1::int, '1'::bigint, 1::smallint, 1::numeric, 1::float8, 1::real, true::boolean"
            + " | int4,int8,int2,numeric,float8,float4,bool",
        "'x'::text, '2026-01-01'::date, date '2026-01-01', timestamp '2026-01-01', interval '1 day',"
            + " '1 day'::interval, '2026-01-01'::timestamptz"
            + " | text,date,date,timestamp,interval,interval,timestamptz",
        "1, 'x', NULL, true, i + 1, -i, NOT true, i = 1, x IS NULL, x IN ('a'), x ~ 'a'"
            + " | ?column?,?column?,?column?,?column?,?column?,?column?,?column?,?column?,?column?,"
            + "?column?,?column?",
        "CASE WHEN i = 1 THEN 2 END, CASE i WHEN 1 THEN 2 ELSE i END, CASE WHEN true THEN 1 ELSE"
            + " abs(i) END | case,i,abs",
        "EXISTS (SELECT 1), (SELECT 1), (SELECT 2 AS b), (SELECT count(*) FROM $t), ARRAY[1],"
            + " (ARRAY[1])[1] | exists,?column?,b,count,array,array",
        "row_number() OVER (), lag(x) OVER (ORDER BY i), max(i) OVER w | row_number,lag,max",
        "c AT TIME ZONE 'UTC', t.i, I, i AS \"An i\" | timezone,i,I,An i",
        "{fn UCASE(x)}, {fn now()} | ucase,now",
      })
  void names(String items, String expected) throws SQLException {
    String window = items.contains("OVER w") ? " WINDOW w AS (ORDER BY i)" : "";
    assertThat(labels("SELECT " + items + " FROM $t" + window)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT * FROM (SELECT count(*), count(x) FROM $t) s | count,count",
        "SELECT count(*) FROM $t UNION ALL SELECT max(i) FROM $t | count",
        "WITH s AS (SELECT 1, 2) SELECT * FROM s | ?column?,?column?",
        "SELECT i, i, x FROM $t | i,i,x",
        "SELECT 1 | ?column?",
        "select 1 | ?column?",
        "VALUES 1 | column1",
        "values 1 | column1",
        "VALUES (1, 2) | column1,column2",
        "SELECT * FROM (VALUES (1, 2)) v | column1,column2",
        "SELECT * FROM (VALUES (1, 2)) v (a) | a,column2",
        "WITH v AS (VALUES (1)) SELECT * FROM v | column1",
        "SELECT * FROM (SELECT 1 AS a, 2 AS a) s | a,a",
      })
  void ofQueries(String sql, String expected) throws SQLException {
    assertThat(labels(sql)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT count FROM (SELECT count(*) FROM $t) s | 2",
        "SELECT s.max + \"?column?\" FROM (SELECT max(i), 5 FROM $t) s | 7",
        "WITH s AS (SELECT x, count(*) FROM $t GROUP BY x) SELECT sum(count) FROM s | 2",
        "SELECT a.count FROM (SELECT count(*) FROM $t) a JOIN (SELECT 2 AS n) b ON a.count = b.n | 2",
        "SELECT upper FROM (SELECT upper(x) FROM $t UNION ALL SELECT 'c') u ORDER BY upper | A / B / c",
        "SELECT upper(x), count(*) FROM $t GROUP BY upper ORDER BY count, upper DESC | B,1 / A,1",
        "SELECT i, abs(i - 2) FROM $t ORDER BY abs | 2,0 / 1,1",
        "SELECT CASE i WHEN 1 THEN 9 ELSE i END FROM $t ORDER BY i | 2 / 9",
        "SELECT CASE i WHEN 1 THEN 9 ELSE i END FROM $t ORDER BY i + 0 | 9 / 2",
        "SELECT CASE i WHEN 1 THEN 9 ELSE i END, x FROM $t GROUP BY i, x HAVING i = 1 | 9,b",
        "SELECT -i AS i FROM $t WHERE i = 2 | -2",
        "SELECT count(*), count(*) FROM $t ORDER BY count | 2,2",
        "SELECT column1 FROM (VALUES (3), (4)) v ORDER BY column1 DESC | 4 / 3",
        "VALUES (3), (4) ORDER BY column1 DESC | 4 / 3",
        "SELECT * FROM (SELECT 1 AS a, 2 AS a) s | 1,2",
      })
  void areNames(String sql, String expected) throws SQLException {
    assertThat(rows(sql)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT count FROM (SELECT count(*), count(x) FROM $t) s | 42702",
        "SELECT a FROM (SELECT 1 AS a, 2 AS a) s | 42702",
        "SELECT count(*), count(x) FROM $t ORDER BY count | 42702",
        "SELECT count(*) FROM $t HAVING count > 1 | 42S22",
        "SELECT count(*), count + 1 FROM $t | 42S22",
        "SELECT upper FROM (SELECT lower(x) FROM $t) s | 42S22",
      })
  void areNoOther(String sql, String sqlState) {
    SQLException failure = catchThrowableOfType(SQLException.class, () -> rows(sql));
    assertThat(failure.getSQLState()).as(failure.getMessage()).isEqualTo(sqlState);
  }

  /** Pools ask so. */
  @ParameterizedTest
  @ValueSource(strings = {"SELECT 1 FROM DUAL", "select 1 from dual"})
  void ofNoTable(String sql) throws SQLException {
    assertThat(rows(sql)).isEqualTo("1");
  }

  @Test
  void findAColumn() throws SQLException {
    try (Statement statement = bench.connection().createStatement();
        ResultSet rows = statement.executeQuery("SELECT 3, count(*), count(*) FROM api_calls")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getInt("?column?")).isEqualTo(3);
      assertThat(rows.findColumn("COUNT")).isEqualTo(2);
    }
  }
}
