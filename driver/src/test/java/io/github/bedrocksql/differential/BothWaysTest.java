package io.github.bedrocksql.differential;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.differential.Trial.Failure;
import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.apache.calcite.runtime.Hook;
import org.apache.calcite.tools.Program;
import org.apache.calcite.tools.Programs;
import org.apache.calcite.util.Holder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A query that one scan absorbs has the plan, the calls, the rows and the columns that it has where
 * the planner tries all its rules and code is made of the plan.
 */
class BothWaysTest {
  /** What queries of one table have. */
  private static final Set<Feature> OF_ONE_TABLE =
      EnumSet.complementOf(
          EnumSet.of(
              Feature.JOINS,
              Feature.IDENTIFIER_JOINS,
              Feature.AGGREGATES,
              Feature.SUBQUERIES,
              Feature.SET_OPERATIONS,
              Feature.WINDOWS,
              Feature.UNTYPED_PARAMETERS));

  /**
   * What came of a query on one way.
   *
   * @param code how many pieces of code were made for it
   */
  private record Outcome(Object plan, Object rows, List<String> requests, int code) {
    boolean isScan() {
      return String.valueOf(plan).startsWith("BedrockEnumerableScan");
    }

    boolean isAs(Outcome other) {
      return Objects.equals(plan, other.plan)
          && Objects.equals(rows, other.rows)
          && Objects.equals(requests, other.requests);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PLAIN", "TINY_AND_EMPTY_PAGES", "UNSORTED", "NO_OPTIONAL_FIELDS"})
  void generatedQueriesHaveOneOutcome(Mode mode) throws SQLException {
    try (Fixture fixture =
        new Fixture(DataSet.withDistinctTimes(), mode, OF_ONE_TABLE, Fixture::driver)) {
      int[] scans = new int[1];
      int[] interpreted = new int[1];
      new Run("BOTH_WAYS_" + mode)
          .steps(
              Settings.queries() / 4,
              dice -> {
                Fragment query = fixture.query(dice).text();
                Sandbox sandbox = fixture.trial().target().sandbox();
                Outcome one = outcome(() -> run(sandbox, query));
                Outcome other = longWay(() -> run(sandbox, query));
                scans[0] += one.isScan() ? 1 : 0;
                interpreted[0] += one.code == 0 ? 1 : 0;
                return one.isAs(other)
                    ? Optional.empty()
                    : Optional.of(new Failure(query, false, one + "\n  but " + other, ""));
              });
      assertThat(scans[0]).isGreaterThanOrEqualTo(Settings.queries() / 16);
      assertThat(interpreted[0]).isGreaterThanOrEqualTo(Settings.queries() / 60);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM model_import_jobs WHERE job_identifier = 'job-00003'",
        "SELECT job_name AS n, status AS \"S\" FROM model_import_jobs WHERE job_name = 'job-00003'",
        "SELECT job_name, job_name FROM model_import_jobs ORDER BY 2 DESC LIMIT 3",
        "SELECT job_name, status, status FROM model_import_jobs ORDER BY 3, 1",
        "SELECT job_name FROM model_import_jobs ORDER BY creation_time DESC LIMIT 3",
        "SELECT job_name FROM model_import_jobs ORDER BY creation_time OFFSET 2",
        "SELECT job_name FROM model_import_jobs ORDER BY job_name LIMIT 3 OFFSET 0",
        "SELECT job_name FROM model_import_jobs LIMIT 0",
        "SELECT status FROM model_import_jobs WHERE status = 'Failed' ORDER BY status, job_name",
        "SELECT job_name FROM model_import_jobs WHERE 1 = 0",
        "SELECT job_name FROM model_import_jobs WHERE NULL",
        "SELECT job_name FROM model_import_jobs WHERE status = NULL",
        "SELECT job_name FROM model_import_jobs WHERE status = 'Failed' AND status = 'Completed'",
        "SELECT job_name FROM model_import_jobs WHERE NOT (status = 'Failed' AND duration_seconds > 5)",
        "SELECT job_name FROM model_import_jobs WHERE status IN ('Failed', 'Completed') OR end_time IS NULL",
        "SELECT job_name FROM model_import_jobs WHERE NOT (role_arn = 'x' OR end_time IS NULL)",
        "SELECT job_name FROM model_import_jobs WHERE duration_seconds BETWEEN 1 AND 100000",
        "SELECT job_name FROM model_import_jobs WHERE creation_time >= TIMESTAMP '2020-01-01 00:00:00'",
        "SELECT job_name FROM model_import_jobs WHERE job_identifier = job_name",
        "SELECT job_identifier FROM model_import_jobs WHERE job_identifier <> 'job-00003'",
        "SELECT job_name FROM model_import_jobs WHERE status < job_name AND 'M' > status",
        "SELECT job_name FROM model_import_jobs WHERE RAND() < 2",
        "SELECT UPPER(job_name), 1 FROM model_import_jobs ORDER BY job_name LIMIT 2",
        "SELECT job_name FROM model_import_jobs ORDER BY UPPER(job_name) LIMIT 2",
        "SELECT n FROM (SELECT job_name n, status s FROM model_import_jobs LIMIT 9) WHERE s <> 'x'",
        "SELECT n FROM (SELECT job_name n, status s FROM model_import_jobs) WHERE s <> 'x' LIMIT 2",
        "SELECT n FROM (SELECT job_name n FROM model_import_jobs ORDER BY n LIMIT 5) ORDER BY n DESC",
        "SELECT job_name FROM model_import_jobs WHERE job_arn IN ('a', 'b', 'c')",
        "SELECT * FROM imported_models",
        "SELECT no_such FROM model_import_jobs",
      })
  void queriesHaveOneOutcome(String sql) throws SQLException {
    try (Sandbox sandbox = Mode.PLAIN.start(DataSet.withDistinctTimes())) {
      Fragment query = Fragment.text(sql);
      Outcome one = outcome(() -> run(sandbox, query));
      assertThat(one).usingEquals(Outcome::isAs).isEqualTo(longWay(() -> run(sandbox, query)));
    }
  }

  /** A limit of the statement is one of the query. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 1_000})
  void maxRowsHaveOneOutcome(int rows) throws SQLException {
    try (Sandbox sandbox = Mode.PLAIN.start(DataSet.withDistinctTimes())) {
      Callable<Outcome> run =
          () -> {
            try (Connection connection = anew(sandbox);
                Statement statement = connection.createStatement()) {
              sandbox.clearRequests();
              statement.setMaxRows(rows);
              ResultSet result =
                  statement.executeQuery("SELECT job_name, role_arn FROM model_import_jobs");
              return new Outcome("", read(result), requests(sandbox), 0);
            }
          };
      Outcome one = outcome(run);
      assertThat(one).usingEquals(Outcome::isAs).isEqualTo(longWay(run));
      assertThat((List<?>) one.rows).hasSizeGreaterThan(1);
    }
  }

  /** Connects without what an execution or a plan before could have left behind. */
  private static Connection anew(Sandbox sandbox) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:bedrock:planCache=false;region=us-east-1;accessKeyId=AKIDTEST;"
            + "secretAccessKey=secret;endpoint="
            + sandbox.endpoint());
  }

  /** Names the standard program, which is what the short way leaves out. */
  private static Outcome longWay(Callable<Outcome> run) {
    Consumer<Holder<Program>> standard = holder -> holder.set(Programs.standard());
    try (Hook.Closeable hook = Hook.PROGRAM.addThread(standard)) {
      assertThat(hook).isNotNull();
      return outcome(run);
    }
  }

  private static Outcome outcome(Callable<Outcome> run) {
    int[] code = new int[1];
    Consumer<Object> count = text -> code[0]++;
    try (Hook.Closeable hook = Hook.JAVA_PLAN.addThread(count)) {
      assertThat(hook).isNotNull();
      Outcome outcome = run.call();
      return new Outcome(outcome.plan, outcome.rows, outcome.requests, code[0]);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static Outcome run(Sandbox sandbox, Fragment query) throws SQLException {
    try (Connection connection = anew(sandbox)) {
      Target target = new Target(sandbox, connection, sql -> sql, true);
      Object plan = told(() -> plan(target, query));
      sandbox.clearRequests();
      Object rows = told(() -> rows(target, query));
      return new Outcome(plan, rows, requests(sandbox), 0);
    }
  }

  /** Returns an error in words. */
  private static Object told(Callable<Object> question) {
    try {
      return question.call();
    } catch (SQLException e) {
      return e.getSQLState() + " " + e.getClass() + " " + e.getMessage();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static String plan(Target target, Fragment query) throws SQLException {
    try (PreparedStatement statement =
        target.connection().prepareStatement("EXPLAIN PLAN FOR " + query.bedrock())) {
      target.bind(statement, query.parameters());
      ResultSet plan = statement.executeQuery();
      plan.next();
      return plan.getString(1);
    }
  }

  /** Returns all of the rows and of the columns. */
  private static List<Object> rows(Target target, Fragment query) throws SQLException {
    try (PreparedStatement statement = target.prepare(query)) {
      target.bind(statement, query.parameters());
      return read(statement.executeQuery());
    }
  }

  private static List<Object> read(ResultSet result) throws SQLException {
    List<Object> all = new ArrayList<>();
    ResultSetMetaData columns = result.getMetaData();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      all.add(
          ImmutableList.of(
              columns.getColumnLabel(i),
              columns.getColumnName(i),
              columns.getTableName(i),
              columns.getColumnTypeName(i),
              columns.getColumnClassName(i),
              columns.getPrecision(i),
              columns.getScale(i),
              columns.isNullable(i)));
    }
    while (result.next()) {
      List<Object> row = new ArrayList<>();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        row.add(result.getObject(i));
      }
      all.add(row);
    }
    return all;
  }

  private static List<String> requests(Sandbox sandbox) {
    return sandbox.requests().stream()
        .map(request -> request.operation() + " " + request.parameters())
        .sorted()
        .toList();
  }
}
