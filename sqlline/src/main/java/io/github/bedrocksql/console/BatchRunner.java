package io.github.bedrocksql.console;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * Runs statements without anyone watching: rows to standard output, the rest to standard error. A
 * failed statement does not stop the ones after it, as in psql, but it shows in the result.
 */
final class BatchRunner {
  private final Connection connection;
  private final Format format;
  private final ResultPrinter printer;
  private final Diagnostics diagnostics;

  BatchRunner(
      Connection connection,
      Format format,
      PrintStream out,
      boolean outputIsTerminal,
      Diagnostics diagnostics) {
    this.connection = connection;
    this.format = format;
    this.printer = new ResultPrinter(new CheckedWriter(out), outputIsTerminal, diagnostics::note);
    this.diagnostics = diagnostics;
  }

  /** Runs all statements of all inputs and says whether every one succeeded. */
  boolean run(List<Input> inputs, InputStream standardInput) {
    boolean succeeded = true;
    try {
      for (Input input : inputs) {
        succeeded &= run(input, standardInput);
      }
    } catch (OutputClosedException e) {
      diagnostics.error("cannot write to standard output");
      return false;
    }
    return succeeded;
  }

  private boolean run(Input input, InputStream standardInput) throws OutputClosedException {
    boolean succeeded = true;
    try (Reader reader = input.open(standardInput)) {
      StatementSplitter statements = new StatementSplitter(reader);
      for (Optional<String> sql = statements.next(); sql.isPresent(); sql = statements.next()) {
        succeeded &= run(sql.get());
      }
    } catch (OutputClosedException e) {
      throw e;
    } catch (IOException e) {
      diagnostics.error("cannot read " + input.name() + ": " + reason(e));
      return false;
    }
    return succeeded;
  }

  private boolean run(String sql) throws OutputClosedException {
    if (sql.startsWith("!")) {
      diagnostics.error("console commands (!...) work in the interactive console only: " + sql);
      return false;
    }
    long started = System.nanoTime();
    try (Statement statement = connection.createStatement()) {
      if (statement.execute(sql)) {
        try (ResultSet result = statement.getResultSet()) {
          print(result, started);
          diagnostics.warnings(result.getWarnings());
        }
      } else {
        diagnostics.note("OK");
      }
      diagnostics.warnings(statement.getWarnings());
      return true;
    } catch (OutputClosedException e) {
      throw e;
    } catch (SQLException | IOException | RuntimeException | Error e) {
      // An Error too: a driver's may mean no more than that one statement could not be run.
      diagnostics.failure(e);
      return false;
    }
  }

  private void print(ResultSet result, long started) throws SQLException, IOException {
    long count = printer.print(result, format, Integer.MAX_VALUE);
    if (format == Format.TABLE || format == Format.VERTICAL) {
      diagnostics.note(Footer.of(count, connection, System.nanoTime() - started));
    }
  }

  private static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "no such file";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    return e instanceof CharacterCodingException
        ? "it is not UTF-8"
        : String.valueOf(e.getMessage());
  }

  /**
   * A PrintStream keeps its failures to itself; without asking, a full disk would pass for success.
   */
  private static final class CheckedWriter extends BufferedWriter {
    private final PrintStream out;

    CheckedWriter(PrintStream out) {
      super(new OutputStreamWriter(out, StandardCharsets.UTF_8));
      this.out = out;
    }

    @Override
    public void flush() throws IOException {
      super.flush();
      if (out.checkError()) {
        throw new OutputClosedException();
      }
    }
  }

  /** Nobody reads standard output any more, or it can't be written. */
  private static final class OutputClosedException extends IOException {
    private static final long serialVersionUID = 1;
  }
}
