package io.github.bedrocksql.console;

import io.github.bedrocksql.console.Command.Outcome;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A query that is run again and again, in the same place of the screen. */
final class Watch {
  /** Of all kinds of jobs and resources: what will still change by itself. */
  private static final Set<String> UNDER_WAY =
      Set.of(
          "inprogress",
          "submitted",
          "validating",
          "scheduled",
          "stopping",
          "creating",
          "updating",
          "deleting",
          "pending",
          "initializing");

  private final Shell shell;
  private final String query;
  private final Duration pause;
  private boolean hasStatus;
  private boolean underWay;

  Watch(Shell shell, String query, Duration pause) {
    this.shell = shell;
    this.query = query;
    this.pause = pause;
  }

  /** Runs until nothing is in progress, or Ctrl-C. */
  Outcome run() throws SQLException, IOException {
    int cancels = shell.runner().cancels();
    List<String> previous = List.of();
    while (true) {
      List<String> lines =
          shell
              .runner()
              .run(
                  shell.connection(),
                  query,
                  (statement, result, waiting) -> read(result.orElseThrow()));
      show(lines, previous);
      previous = lines;
      if (hasStatus && !underWay) {
        shell.diagnostics().note("Nothing is in progress any more.");
        return Outcome.DONE;
      }
      if (!shell.runner().pause(pause, cancels)) {
        // The terminal has shown a Ctrl-C on the line where the prompt would go.
        shell.screen().writer().append('\n').flush();
        return Outcome.DONE;
      }
    }
  }

  private List<String> read(ResultSet result) throws SQLException, IOException {
    StringWriter text = new StringWriter();
    ResultReader reader = new ResultReader(result);
    int width = shell.screen().width();
    RowWriter table =
        width == Screen.UNBOUNDED
            ? new TableWriter(text)
            : new FittingWriter(text, width, note -> {});
    table.begin(reader.columns());
    underWay = false;
    hasStatus = reader.columns().stream().anyMatch(Watch::isStatus);
    while (result.next()) {
      List<Object> row = reader.row();
      table.row(row);
      for (int i = 0; i < row.size(); i++) {
        underWay |=
            isStatus(reader.columns().get(i))
                && UNDER_WAY.contains(String.valueOf(row.get(i)).toLowerCase(Locale.ROOT));
      }
    }
    table.end();
    return text.toString().lines().toList();
  }

  private static boolean isStatus(Column column) {
    String label = column.label().toLowerCase(Locale.ROOT);
    return label.equals("status") || label.endsWith("_status");
  }

  private void show(List<String> lines, List<String> previous) throws IOException {
    boolean inPlace = shell.screen().clear();
    Writer out = shell.screen().writer();
    if (inPlace) {
      LocalTime now = LocalTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
      out.append("Every " + pause.toSeconds() + " s, " + now + " UTC; Ctrl-C stops\n");
    }
    for (int i = 0; i < lines.size(); i++) {
      boolean known = inPlace && !previous.isEmpty();
      String before = known ? (i < previous.size() ? previous.get(i) : "") : lines.get(i);
      out.append(Changes.shown(lines.get(i), before)).append('\n');
    }
    out.flush();
  }
}
