package io.github.bedrocksql.console;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * Runs statements without anyone watching: rows to standard output, the rest to standard error. A
 * failed statement does not stop the ones after it, as in psql, but it shows in the result.
 */
final class BatchRunner {
  private static final int ROWS_BETWEEN_CHECKS = 1000;

  private final Connection connection;
  private final Format format;
  private final PrintStream out;
  private final Writer writer;
  private final Diagnostics diagnostics;

  BatchRunner(Connection connection, Format format, PrintStream out, Diagnostics diagnostics) {
    this.connection = connection;
    this.format = format;
    this.out = out;
    this.writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
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
    try (Statement statement = connection.createStatement()) {
      if (statement.execute(sql)) {
        try (ResultSet result = statement.getResultSet()) {
          print(result);
          warn(result.getWarnings());
        }
      } else {
        diagnostics.note("OK");
      }
      warn(statement.getWarnings());
      return true;
    } catch (OutputClosedException e) {
      throw e;
    } catch (SQLException | IOException | RuntimeException | Error e) {
      // An Error too: a driver's may mean no more than that one statement could not be run.
      flushAfterFailure();
      diagnostics.failure(e);
      return false;
    }
  }

  private void print(ResultSet result) throws SQLException, IOException {
    ResultReader reader = new ResultReader(result);
    RowWriter rows = format.writer(writer);
    rows.begin(reader.columns());
    long count = 0;
    while (result.next()) {
      rows.row(reader.row());
      if (++count % ROWS_BETWEEN_CHECKS == 0) {
        flush();
      }
    }
    rows.end();
    flush();
    if (format == Format.TABLE || format == Format.VERTICAL) {
      diagnostics.note(count == 1 ? "1 row" : count + " rows");
    }
  }

  /**
   * A PrintStream keeps its failures to itself; without asking, a full disk would pass for success.
   */
  private void flush() throws IOException {
    writer.flush();
    if (out.checkError()) {
      throw new OutputClosedException();
    }
  }

  private void flushAfterFailure() throws OutputClosedException {
    try {
      flush();
    } catch (OutputClosedException e) {
      throw e;
    } catch (IOException e) {
      throw new IllegalStateException("a PrintStream throws no IOException", e);
    }
  }

  private void warn(SQLWarning first) {
    for (SQLWarning warning = first; warning != null; warning = warning.getNextWarning()) {
      diagnostics.note(Diagnostics.describe("Warning", warning));
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

  /** Nobody reads standard output any more, or it can't be written. */
  private static final class OutputClosedException extends IOException {
    private static final long serialVersionUID = 1;
  }
}
