package io.github.bedrocksql.console;

import io.github.bedrocksql.jdbc.ApiUsage;
import io.github.bedrocksql.jdbc.BedrockConnection;
import java.io.IOException;
import java.io.Writer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.Optional;
import java.util.function.Supplier;

/** What statements and commands work on: the connection, the screen, and how it is used. */
final class Shell {
  /** The connection that is open now. */
  @FunctionalInterface
  interface Connections {
    Connection current() throws SQLException;
  }

  private final Connections connections;
  private final Screen screen;
  private final Diagnostics diagnostics;
  private final Settings settings;
  private final Supplier<Format> format;
  private final StatementRunner runner;
  private final Display display = new Display();
  private ApiUsage lastUsage = ApiUsage.NONE;

  Shell(
      Connections connections,
      Screen screen,
      Diagnostics diagnostics,
      Settings settings,
      Supplier<Format> format,
      Progress.Place progress) {
    this.connections = connections;
    this.screen = screen;
    this.diagnostics = diagnostics;
    this.settings = settings;
    this.format = format;
    this.runner = new StatementRunner(settings, progress);
  }

  Connection connection() throws SQLException {
    return connections.current();
  }

  Screen screen() {
    return screen;
  }

  Diagnostics diagnostics() {
    return diagnostics;
  }

  Display display() {
    return display;
  }

  StatementRunner runner() {
    return runner;
  }

  /** Returns what the last statement sent, commands left out. */
  ApiUsage lastUsage() {
    return lastUsage;
  }

  /**
   * Runs a statement and shows its rows.
   *
   * @return whether it succeeded; what failed has been said
   */
  boolean execute(String sql) throws IOException {
    long started = System.nanoTime();
    try {
      return runner.run(
          connection(),
          sql,
          (statement, result, waiting) -> show(statement, result, waiting, started));
    } catch (OutputClosedException e) {
      throw e;
    } catch (PagedWriter.EnoughReadException e) {
      return true;
    } catch (SQLException | IOException | RuntimeException | Error e) {
      // An Error too: a driver's may mean no more than that one statement could not be run.
      diagnostics.failure(e, sql);
      return false;
    } finally {
      remember();
    }
  }

  private boolean show(
      Statement statement, Optional<ResultSet> result, Progress waiting, long started)
      throws SQLException, IOException {
    boolean warned = false;
    if (result.isPresent()) {
      Printed printed = print(result.get(), waiting);
      waiting.close();
      if (format.get().isForPeople() && !settings.quiet()) {
        diagnostics.note(
            Footer.of(
                printed.rows(),
                statement.getConnection(),
                display.timing() ? Optional.of(printed.endNanos() - started) : Optional.empty()));
      }
      warned = warn(result.get().getWarnings());
    } else {
      waiting.close();
      diagnostics.note("OK");
    }
    warned |= warn(statement.getWarnings());
    return !(warned && settings.failOnWarning());
  }

  private boolean warn(SQLWarning first) {
    diagnostics.warnings(first);
    return first != null;
  }

  /**
   * What was shown.
   *
   * @param rows their number
   * @param endNanos when all were read, though the reader may turn pages for long after
   */
  record Printed(long rows, long endNanos) {}

  /** Shows rows in the format chosen. */
  Printed print(ResultSet result, Progress waiting) throws SQLException, IOException {
    try (Writer page =
        display.pager() ? screen.page() : new PlainScreen(screen.writer(), true).page()) {
      ResultPrinter printer =
          new ResultPrinter(
              new AwaitedWriter(page, waiting), screen.isTerminal(), diagnostics::note);
      int width = wrapped() ? screen.width() : Screen.UNBOUNDED;
      long rows = printer.print(result, chosenFormat(), width);
      return new Printed(rows, System.nanoTime());
    }
  }

  private Format chosenFormat() {
    Format chosen = format.get();
    return chosen == Format.TABLE && display.expanded() == Display.Expanded.ON
        ? Format.VERTICAL
        : chosen;
  }

  private boolean wrapped() {
    return display.expanded() == Display.Expanded.AUTO;
  }

  private void remember() {
    try {
      Connection connection = connection();
      if (connection.isWrapperFor(BedrockConnection.class)) {
        lastUsage = connection.unwrap(BedrockConnection.class).lastStatementUsage();
      }
    } catch (SQLException e) {
      lastUsage = ApiUsage.NONE; // There is no connection any more.
    }
  }
}
