package io.github.bedrocksql.console;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.lang.reflect.InvocationTargetException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.utils.AttributedString;
import sqlline.PrintingSqlLine;
import sqlline.SqlLineExpander;
import sqlline.SqlLineHighlighter;
import sqlline.SqlLineParser;

/** SQLLine with this console's output, messages, history and signals. */
final class BedrockSqlLine extends PrintingSqlLine {
  private final Terminal terminal;
  private final boolean outputIsTerminal;
  private final boolean keepsHistory;
  private final Diagnostics diagnostics;
  private final ResultPrinter printer;
  private boolean printsRows;

  BedrockSqlLine(
      Terminal terminal, boolean outputIsTerminal, boolean keepsHistory, Diagnostics diagnostics) {
    this.terminal = terminal;
    this.outputIsTerminal = outputIsTerminal;
    this.keepsHistory = keepsHistory;
    this.diagnostics = diagnostics;
    this.printer = new ResultPrinter(new LineWriter(), outputIsTerminal, diagnostics::note);
  }

  @Override
  protected int print(ResultSet rows) throws SQLException {
    Format format = Format.named(getOpts().getOutputFormat()).orElse(Format.TABLE);
    printsRows = true;
    try {
      long count = printer.print(rows, format, screenWidth());
      // A result of metadata has no statement.
      Statement statement = rows.getStatement();
      diagnostics.note(
          statement == null
              ? Footer.ofMetadata(count, nanosOfLine())
              : Footer.of(count, statement.getConnection(), nanosOfLine()));
      diagnostics.warnings(rows.getWarnings());
      return (int) Math.min(Integer.MAX_VALUE, count);
    } catch (IOException e) {
      throw new IllegalStateException("SQLLine's output throws no IOException", e);
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

  /**
   * Where nobody watches, and where a terminal does not tell its width, lines may be any length.
   */
  private int screenWidth() {
    int width = outputIsTerminal ? terminal.getWidth() : 0;
    return width > 0 ? width : Integer.MAX_VALUE;
  }

  @Override
  protected LineReader lineReader() {
    LineReader reader =
        LineReaderBuilder.builder()
            .appName("bedrock-sql")
            .terminal(terminal)
            .history(new CleanHistory())
            .parser(new SqlLineParser(this))
            .completer(completer())
            .highlighter(new SqlLineHighlighter(this))
            .expander(new SqlLineExpander(this))
            .variable(LineReader.LINE_OFFSET, 1)
            .option(LineReader.Option.AUTO_LIST, false)
            .option(LineReader.Option.AUTO_MENU, true)
            .option(LineReader.Option.GROUP_PERSIST, true)
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .build();
    if (keepsHistory) {
      reader.setVariable(LineReader.HISTORY_FILE, getOpts().getHistoryFile());
    }
    // SQLLine cancels on every signal: when the window changes its size, too.
    for (Signal signal : Signal.values()) {
      terminal.handle(signal, SignalHandler.SIG_DFL);
    }
    terminal.handle(Signal.INT, signal -> interrupt());
    return reader;
  }

  private void interrupt() {
    try {
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

  /** Hands lines over to SQLLine, which also keeps a record of them if asked. */
  private final class LineWriter extends Writer {
    private final StringBuilder line = new StringBuilder();

    @Override
    public void write(char[] text, int start, int length) {
      for (int i = start; i < start + length; i++) {
        if (text[i] == '\n') {
          output(line.toString());
          line.setLength(0);
        } else {
          line.append(text[i]);
        }
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
