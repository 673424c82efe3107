package io.github.bedrocksql.console;

import io.github.bedrocksql.console.Command.Outcome;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Draws a query's rows, on the screen or into a picture. */
final class ChartCommand {
  private static final String USAGE = "!chart [--png FILE] QUERY";
  private static final Pattern PICTURE = Pattern.compile("--png(?:\\s+|=)(.*)", Pattern.DOTALL);

  static final Command COMMAND =
      Command.ofQuery(
          "!chart",
          "[--png FILE] QUERY",
          """
          its first column of numbers as bars; a timeline
          of two columns of times, or one and ..._seconds""",
          ChartCommand::run);

  private ChartCommand() {}

  private static Outcome run(String argument, Shell shell) throws SQLException, IOException {
    Matcher picture = PICTURE.matcher(argument);
    if (picture.matches()) {
      Optional<FileAndQuery> typed = FileAndQuery.of(picture.group(1));
      return typed.isPresent() ? picture(typed.get(), shell) : Commands.usage(USAGE, shell);
    }
    if (argument.isEmpty() || argument.startsWith("--")) {
      return Commands.usage(USAGE, shell);
    }
    Optional<Chart> chart = chart(argument, shell);
    if (chart.isEmpty()) {
      return Outcome.FAILED;
    }
    TextPage.lines(shell.screen(), chart.get().lines(shell.screen().width()));
    return Outcome.DONE;
  }

  private static Outcome picture(FileAndQuery typed, Shell shell) throws SQLException, IOException {
    if (!typed.endsWith(".png")) {
      shell.diagnostics().error("'" + typed.name() + "' does not end in .png");
      return Outcome.FAILED;
    }
    Optional<Chart> chart = chart(typed.query(), shell);
    if (chart.isEmpty()) {
      return Outcome.FAILED;
    }
    if (chart.get().size() == 0) {
      return Outcome.DONE;
    }
    if (chart.get().size() > ChartPicture.MOST_ROWS) {
      shell
          .diagnostics()
          .error(
              "a picture has room for "
                  + ChartPicture.MOST_ROWS
                  + " rows, and these are "
                  + chart.get().size()
                  + ": add a LIMIT");
      return Outcome.FAILED;
    }
    try {
      WholeFile.write(typed.file(), out -> ChartPicture.write(chart.get(), out));
    } catch (IOException e) {
      shell.diagnostics().error("cannot write " + typed.name() + ": " + WholeFile.reason(e));
      return Outcome.FAILED;
    }
    shell.diagnostics().note("Chart written to " + typed.name());
    return Outcome.DONE;
  }

  /** Runs the query; empty if its rows make no chart, which has been said. */
  private static Optional<Chart> chart(String query, Shell shell) throws SQLException, IOException {
    Optional<Chart> chart =
        shell
            .runner()
            .run(
                shell.connection(),
                query,
                (statement, result, waiting) -> ChartReader.read(result.orElseThrow()));
    if (chart.isEmpty()) {
      shell
          .diagnostics()
          .error(
              "a chart needs a column of numbers, such as in: SELECT status, COUNT(*) ... GROUP BY"
                  + " status; or two of times: SELECT job_name, creation_time, end_time ...");
    } else if (chart.get().size() == 0) {
      shell.diagnostics().note("No rows, no chart.");
    }
    return chart;
  }
}
