package io.github.bedrocksql.console;

import io.github.bedrocksql.console.edit.Catalog;
import io.github.bedrocksql.console.edit.ConsoleCompleter;
import io.github.bedrocksql.console.edit.ConsoleParser;
import io.github.bedrocksql.console.edit.Pasting;
import io.github.bedrocksql.console.edit.SqlCompleter;
import io.github.bedrocksql.console.text.CommandText;
import io.github.bedrocksql.jdbc.BedrockConnection;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.utils.AttributedString;
import sqlline.DispatchCallback;
import sqlline.PrintingSqlLine;
import sqlline.SqlLineExpander;
import sqlline.SqlLineHighlighter;

/** SQLLine with this console's statements and commands, output, messages, history and signals. */
final class BedrockSqlLine extends PrintingSqlLine {
  private final Terminal terminal;
  private final boolean keepsHistory;
  private final Diagnostics diagnostics;
  private final Shell shell;
  private Catalog catalog;
  private Connection catalogOf;
  private boolean printsRows;

  /**
   * Makes one.
   *
   * @param progress where waiting is shown
   */
  BedrockSqlLine(
      Terminal terminal,
      boolean outputIsTerminal,
      boolean keepsHistory,
      Diagnostics diagnostics,
      Settings settings,
      Progress.Place progress) {
    this.terminal = terminal;
    this.keepsHistory = keepsHistory;
    this.diagnostics = diagnostics;
    Screen screen =
        outputIsTerminal
            ? new TerminalScreen(terminal, () -> new LineWriter(this::outputRow))
            : new PlainScreen(new LineWriter(this::outputRow), false);
    this.shell = new Shell(this::connection, screen, diagnostics, settings, this::format, progress);
  }

  private Connection connection() throws SQLException {
    return openConnection()
        .orElseThrow(
            () -> new SQLException("No connection is open; open one with !connect URL", "08003"));
  }

  private Format format() {
    return Format.named(getOpts().getOutputFormat()).orElse(Format.TABLE);
  }

  /** Returns what the prompt says. */
  String prompt() {
    return openConnection().map(ConnectionPrompt::of).orElse("closed> ");
  }

  @Override
  protected boolean ran(String text) {
    Optional<String> last = ConsoleParser.lastCommand(text);
    if (last.isPresent()) {
      diagnostics.note("The statement before " + last.get() + " has no ';' and was not run.");
      return ran(last.get());
    }
    Optional<CommandText> typed = CommandText.of(text);
    if (typed.filter(BedrockSqlLine::isForSqlLine).isPresent()) {
      return false;
    }
    try {
      if (typed.isPresent() && !typed.get().argument().contains("\n")) {
        run(text);
        return true;
      }
      StatementSplitter pieces = new StatementSplitter(new StringReader(text));
      for (Optional<String> piece = pieces.next();
          piece.isPresent() && !isExit();
          piece = pieces.next()) {
        run(piece.get());
      }
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Commands of its own, and its help on them. */
  private static boolean isForSqlLine(CommandText typed) {
    boolean helpOnOne = typed.name().equals("!help") && !typed.argument().isEmpty();
    return helpOnOne || (typed.name().startsWith("!") && Commands.of(typed).isEmpty());
  }

  private void run(String text) throws IOException {
    Optional<CommandText> typed = CommandText.of(text);
    Optional<Command> command = typed.flatMap(Commands::of);
    if (command.isPresent()) {
      if (Commands.run(command.get(), typed.get(), shell) == Command.Outcome.LEAVE) {
        setExit(true);
      }
    } else if (text.startsWith("!")) {
      runCommands(List.of(text), new DispatchCallback());
    } else if (typed.isPresent()) {
      diagnostics.error(
          "there is no command " + typed.get().name() + "; help lists those there are");
    } else {
      shell.execute(text);
    }
  }

  /** Only of SQLLine's own commands. */
  @Override
  protected int print(ResultSet rows) throws SQLException {
    try {
      long count = shell.print(rows, Progress.NONE).rows();
      diagnostics.warnings(rows.getWarnings());
      return (int) Math.min(Integer.MAX_VALUE, count);
    } catch (PagedWriter.EnoughReadException e) {
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void outputRow(String line) {
    printsRows = true;
    try {
      output(line);
    } finally {
      printsRows = false;
    }
  }

  /** SQLLine shows URLs as they were typed, in {@code !list} and elsewhere. */
  @Override
  public void output(String line, boolean newline, PrintStream stream) {
    super.output(printsRows ? line : Secrets.masked(line), newline, stream);
  }

  @Override
  public void output(AttributedString line, boolean newline, PrintStream stream) {
    String plain = line.toString();
    String masked = Secrets.masked(plain);
    super.output(masked.equals(plain) ? line : new AttributedString(masked), newline, stream);
  }

  @Override
  protected LineReader lineReader() {
    LineReader reader =
        LineReaderBuilder.builder()
            .appName("bedrock-sql")
            .terminal(terminal)
            .history(new CleanHistory())
            .parser(new ConsoleParser())
            .completer(
                new ConsoleCompleter(
                    Commands.names(), new SqlCompleter(new OpenConnection()), completer()))
            .highlighter(new SqlLineHighlighter(this))
            .expander(new SqlLineExpander(this))
            .variable(LineReader.SECONDARY_PROMPT_PATTERN, "%P %M> ")
            .option(LineReader.Option.AUTO_LIST, true)
            .option(LineReader.Option.AUTO_MENU, true)
            .option(LineReader.Option.CASE_INSENSITIVE, true)
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .build();
    if (keepsHistory) {
      reader.setVariable(LineReader.HISTORY_FILE, getOpts().getHistoryFile());
    }
    Pasting.runsScripts(reader);
    // SQLLine cancels on every signal: when the window changes its size, too.
    for (Signal signal : Signal.values()) {
      terminal.handle(signal, SignalHandler.SIG_DFL);
    }
    terminal.handle(Signal.INT, signal -> interrupt());
    return reader;
  }

  /** The names of the connection that is open, read anew after another was opened. */
  private final class OpenConnection implements SqlCompleter.Names {
    @Override
    public Catalog catalog() throws SQLException {
      Connection current = connection();
      if (catalog == null || catalogOf != current) {
        catalog = Catalog.of(current);
        catalogOf = current;
      }
      return catalog;
    }

    @Override
    public List<String> regions() throws SQLException {
      Connection current = connection();
      return current.isWrapperFor(BedrockConnection.class)
          ? current.unwrap(BedrockConnection.class).regions()
          : List.of();
    }
  }

  private void interrupt() {
    try {
      shell.runner().cancel();
      cancelRunning();
    } catch (SQLException e) {
      // It may have ended meanwhile, or be one that can't be canceled.
      diagnostics.failure(e);
    }
  }

  /** One line, as in batch mode; SQLLine prints a stack trace for a file that is not there. */
  @Override
  public void handleException(Throwable failure) {
    Throwable shown = failure;
    while (shown.getCause() != null
        && (shown instanceof InvocationTargetException
            || shown.getCause() instanceof SQLException)) {
      shown = shown.getCause();
    }
    diagnostics.failure(shown);
  }
}
