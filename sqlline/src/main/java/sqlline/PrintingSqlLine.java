package sqlline;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jline.reader.Completer;
import org.jline.reader.History;
import org.jline.reader.LineReader;

/**
 * SQLLine whose results are printed by a subclass. In SQLLine's package, for its own method that
 * prints a result, and the one that runs a line, can be overridden nowhere else; its public output
 * formats get rows that are text already, in the JVM's time zone, and cut to the terminal's width.
 */
public abstract class PrintingSqlLine extends SqlLine {
  private volatile DispatchCallback running;
  private boolean countShown;

  /** For subclasses. */
  protected PrintingSqlLine() {}

  /** Makes what reads lines; asked once. */
  protected abstract LineReader lineReader();

  /** Returns what completes SQLLine's own commands, and SQL. */
  protected final Completer completer() {
    return new SqlLineCompleter(this);
  }

  /** SQLLine makes a reader of its own only if nobody made one before. */
  @Override
  public final LineReader getConsoleReader(InputStream in, History ignored) throws IOException {
    if (getLineReader() == null) {
      setLineReader(lineReader());
    }
    return super.getConsoleReader(in, ignored);
  }

  /** Prints a result and returns the number of its rows. */
  protected abstract int print(ResultSet rows) throws SQLException;

  @Override
  final int print(ResultSet rows, DispatchCallback callback) throws SQLException {
    int count = print(rows);
    countShown = true;
    return count;
  }

  /** SQLLine counts the rows, too, right after it has printed them. */
  @Override
  public void info(String message) {
    if (countShown) {
      countShown = false;
    } else {
      super.info(message);
    }
  }

  /** Runs what a line holds, if that is not for SQLLine; says whether it was its own. */
  protected abstract boolean ran(String line);

  /** Returns the connection that is open now, if there is one. */
  protected final Optional<Connection> openConnection() {
    DatabaseConnection current = getDatabaseConnection();
    return Optional.ofNullable(current).map(open -> open.connection);
  }

  @Override
  final void dispatch(String line, DispatchCallback callback) {
    if (line != null && ran(line)) {
      callback.setToSuccess();
      return;
    }
    running = callback;
    countShown = false;
    try {
      super.dispatch(line, callback);
    } finally {
      running = null;
      // Else Ctrl-C at the prompt would cancel a statement that is closed.
      DispatchCallback.Status status = callback.getStatus();
      callback.trackSqlQuery(null);
      callback.setStatus(status);
    }
  }

  /** Cancels the statement that is being run, if there is one. */
  protected final void cancelRunning() throws SQLException {
    DispatchCallback callback = running;
    if (callback != null) {
      callback.forceKillSqlQuery();
    }
  }
}
