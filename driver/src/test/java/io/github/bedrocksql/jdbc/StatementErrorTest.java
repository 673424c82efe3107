package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bedrocksql.adapter.table.BedrockTables;
import io.github.bedrocksql.adapter.table.BedrockViews;
import io.github.bedrocksql.adapter.table.TableDefinition;
import io.github.bedrocksql.adapter.table.ViewDefinition;
import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Typing mistakes, and what is said of each: what is wrong, where, and what may have been meant.
 */
class StatementErrorTest {
  @AutoClose private static final Bench bench = Bench.shared(Sandbox.startWithSampleJobs());

  private static final String TABLES =
      Stream.concat(
              Stream.concat(
                  Stream.of("api_calls", "region_status"),
                  BedrockViews.all().stream().map(ViewDefinition::name)),
              BedrockTables.all().stream().map(TableDefinition::name))
          .sorted()
          .collect(Collectors.joining(", "));

  private static Arguments of(String sql, String state, String message) {
    return Arguments.of(sql, state, message);
  }

  static Stream<Arguments> names() {
    return Stream.of(
        of(
            "SELECT sttaus FROM model_import_jobs",
            "42S22",
            "Unknown column 'sttaus' at line 1, column 8; did you mean 'status'?"),
        of(
            "SELECT job_name\nFROM model_import_jobs\nWHERE sttaus = 'x'",
            "42S22",
            "Unknown column 'sttaus' at line 3, column 7; did you mean 'status'?"),
        of(
            "SELECT {fn UCASE(job_name)}, {fn now()}, sttaus FROM model_import_jobs",
            "42S22",
            "Unknown column 'sttaus' at line 1, column 42; did you mean 'status'?"),
        of(
            "SELECT j.sttaus FROM model_import_jobs j",
            "42S22",
            "Unknown column 'sttaus' of table 'j' at line 1, column 10; did you mean 'status'?"),
        of(
            "SELECT cuont(*) FROM model_import_jobs",
            "42000",
            "Syntax error at line 1, column 14: '*' stands for the columns of a FROM, or in"
                + " COUNT(*)"),
        of(
            "SELECT name FROM model_import_jobs",
            "42S22",
            "Unknown column 'name' at line 1, column 8; did you mean 'job_name'?"),
        of(
            "SELECT job_name AS label FROM model_import_jobs ORDER BY lable",
            "42S22",
            "Unknown column 'lable' at line 1, column 58; did you mean 'label'?"),
        of(
            "SELECT xyz FROM model_import_jobs",
            "42S22",
            "Unknown column 'xyz' at line 1, column 8"),
        of(
            "SELECT job_name FROM model_import_jobs WHERE status = \"Failed\"",
            "42S22",
            "Unknown column 'Failed' at line 1, column 55; a text stands in single quotes:"
                + " 'Failed'"),
        of(
            "SELECT job_name FROM model_import_job",
            "42S02",
            "Unknown table 'model_import_job' at line 1, column 22; did you mean"
                + " 'model_import_jobs'?"),
        of(
            "SELECT job_name FROM customers",
            "42S02",
            "Unknown table 'customers' at line 1, column 22; there are " + TABLES),
        of(
            "SELECT x.status FROM model_import_jobs j",
            "42S02",
            "Unknown table 'x' at line 1, column 8: it is not in FROM, or has another name there"),
        of(
            "SELECT UPER(job_name) FROM model_import_jobs",
            "42883",
            "Unknown function 'UPER' at line 1, column 8, called as UPER(CHARACTER); did you mean"
                + " 'UPPER'?"),
        of(
            "SELECT {fn NOSUCHTHING(1)}",
            "42883",
            "Unknown function 'NOSUCHTHING' at line 1, column 12, called as NOSUCHTHING(NUMERIC)"),
        of(
            "SELECT CAST(job_name AS NUMBERR) FROM model_import_jobs",
            "42704",
            "Unknown type 'NUMBERR' at line 1, column 25"));
  }

  static Stream<Arguments> meanings() {
    return Stream.of(
        of(
            "SELECT 1 FROM model_import_jobs j JOIN imported_models m ON TRUE WHERE job_name = 'x'",
            "42702",
            "Column 'job_name' at line 1, column 72 is ambiguous: say whose it is, as in"
                + " t.job_name"),
        of(
            "SELECT job_name, COUNT(*) FROM model_import_jobs",
            "42803",
            "'job_name' at line 1, column 8 must be in GROUP BY, or in an aggregate function such"
                + " as MAX"),
        of(
            "SELECT job_name FROM model_import_jobs WHERE COUNT(*) > 1",
            "42803",
            "An aggregate function can't stand in WHERE clause at line 1, column 46; HAVING takes"
                + " it"),
        of(
            "SELECT job_name FROM model_import_jobs WHERE creation_time > 5",
            "42804",
            "Wrong types at line 1, column 46: TIMESTAMP(3) > INTEGER; > takes COMPARABLE_TYPE >"
                + " COMPARABLE_TYPE"),
        of(
            "SELECT UPPER(1, 2)",
            "42883",
            "Wrong number of arguments at line 1, column 8: UPPER takes 1"),
        of(
            "SELECT 1 FROM model_import_jobs WHERE ? + 1 > 2",
            "42P18",
            "The type of a parameter of + at line 1, column 39 is not known: write CAST(? AS"
                + " VARCHAR), or of the type it has"),
        of(
            "SELECT job_name FROM model_import_jobs ORDER BY 5",
            "42000",
            "There is no column of this number in the SELECT at line 1, column 49"),
        of(
            "SELECT EXTRACT(YER FROM creation_time) FROM model_import_jobs",
            "22023",
            "'YER' at line 1, column 16 is not a unit of time"),
        of(
            "SELECT 1 FROM model_import_jobs WHERE creation_time > 'yesterday'",
            "22007",
            "'yesterday' is not a date or time such as 2026-11-24 09:30:00 at line 1, column 55"));
  }

  static Stream<Arguments> syntax() {
    return Stream.of(
        of(
            "SELCT 1",
            "column 1: a statement starts with SELECT, WITH, VALUES or EXPLAIN; did you"
                + " mean 'SELECT'?"),
        of("SELECT 1 FORM t", "column 15: unexpected 't'; did you mean 'FROM' instead of 'FORM'?"),
        of(
            "SELECT 1 FROM t LIMT 3",
            "column 22: unexpected '3'; did you mean 'LIMIT' instead of" + " 'LIMT'?"),
        of(
            "SELECT a FROM t GRUOP BY a",
            "column 23: unexpected 'BY'; did you mean 'GROUP' instead" + " of 'GRUOP'?"),
        of("SELECT a FROM t ORDER a", "column 23: unexpected 'a'; ORDER is followed by BY"),
        of("SELECT a, FROM t", "column 11: unexpected 'FROM'"),
        of("SELECT a FROM t WHERE", "column 21: the statement ends too early"),
        of("SELECT a FROM t WHERE b = 'x", "column 25: a quote is opened and not closed"),
        of(
            "SELECT end FROM t",
            "column 8: unexpected 'end'; it is a reserved word: as a name"
                + " it stands in quotes, \"end\""),
        of("SELECT a AS b c FROM t", "column 15: unexpected 'c'"),
        of("SELECT a AS date time FROM t", "column 18: unexpected 'time'"),
        of("SELECT a FROM t WHERE date =", "column 28: the statement ends too early"),
        of("SELECT a FROM t user", "column 17: unexpected 'user'"),
        of("SELECT a FROM t GROUP a", "column 23: unexpected 'a'; GROUP is followed by BY"),
        of("SELECT (a FROM t", "column 11: unexpected 'FROM'"),
        of("SELECT a) FROM t", "column 9: unexpected ')'"),
        of("SELECT a FROM t WHERE b § 'x'", "column 25: unexpected '§'"),
        of("SELECT {x 1}", "column 8: unexpected '{'"));
  }

  private static Arguments of(String sql, String message) {
    return Arguments.of(sql, "42000", "Syntax error at line 1, " + message);
  }

  @ParameterizedTest
  @MethodSource({"names", "meanings", "syntax"})
  void saysWhatIsWrongAndWhere(String sql, String state, String message) {
    SQLException failure = catchThrowableOfType(SQLException.class, () -> bench.run(sql));
    assertThat(failure.getMessage()).isEqualTo(message);
    assertThat(failure.getSQLState()).isEqualTo(state);
    assertThat(failure.getCause()).isNotNull();
    assertThat(bench.requests()).isEmpty();
  }
}
