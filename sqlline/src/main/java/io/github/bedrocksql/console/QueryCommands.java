package io.github.bedrocksql.console;

import io.github.bedrocksql.console.Command.Outcome;
import io.github.bedrocksql.jdbc.ApiUsage;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Commands on queries. */
final class QueryCommands {
  private static final Pattern SECONDS = Pattern.compile("(\\d{1,6})\\s+(.*)", Pattern.DOTALL);
  private static final Duration PAUSE = Duration.ofSeconds(5);

  /** Those that made calls; this query makes none. */
  private static final String CALLS =
      """
      SELECT call_number AS n, operation, region, parameters, row_count AS "rows", attempts,
        milliseconds AS ms, outcome
      FROM api_calls
      WHERE statement = (SELECT MAX(statement) FROM api_calls)
      ORDER BY call_number\
      """;

  static final List<Command> ALL =
      List.of(
          Command.of(
              List.of("!calls"),
              "",
              "the API calls that the last statement sent",
              (argument, shell) -> calls(shell)),
          Command.ofQuery(
              "!explain",
              "QUERY",
              "the API calls it would make, and its plan",
              QueryCommands::explain),
          Command.ofQuery(
              "!watch",
              "[SECONDS] QUERY",
              "again and again, until nothing is in progress",
              QueryCommands::watch),
          ChartCommand.COMMAND,
          ExportCommand.COMMAND);

  private QueryCommands() {}

  private static Outcome calls(Shell shell) throws SQLException, IOException {
    ApiUsage usage = shell.lastUsage();
    if (usage.calls() == 0) {
      shell.diagnostics().note("The last statement sent no API calls.");
      return Outcome.DONE;
    }
    shell
        .runner()
        .run(
            shell.connection(),
            CALLS,
            (statement, result, waiting) -> shell.print(result.orElseThrow(), waiting));
    shell.diagnostics().note(usage.toString());
    return Outcome.DONE;
  }

  private static Outcome explain(String query, Shell shell) throws SQLException, IOException {
    if (query.isEmpty()) {
      return Commands.usage("!explain QUERY", shell);
    }
    String plan =
        shell
            .runner()
            .run(
                shell.connection(),
                "EXPLAIN PLAN FOR " + query,
                (statement, result, waiting) -> PlanText.read(result));
    TextPage.lines(shell.screen(), PlanTree.of(plan).lines());
    return Outcome.DONE;
  }

  private static Outcome watch(String argument, Shell shell) throws SQLException, IOException {
    Matcher seconds = SECONDS.matcher(argument);
    boolean given = seconds.matches();
    String query = given ? seconds.group(2) : argument;
    if (query.isBlank()) {
      return Commands.usage("!watch [SECONDS] QUERY", shell);
    }
    Duration pause = given ? Duration.ofSeconds(Long.parseLong(seconds.group(1))) : PAUSE;
    return new Watch(shell, query, pause).run();
  }
}
