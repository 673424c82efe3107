package io.github.bedrocksql.console;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jline.terminal.Terminal;
import sqlline.BuiltInProperty;
import sqlline.SqlLine;
import sqlline.SqlLineOpts;

/** The console for people: SQLLine with line editing, completion and history. */
final class InteractiveConsole {
  private static final String HISTORY = "history";

  private final ConnectionTarget target;
  private final ConsoleOptions options;
  private final Path directory;
  private final Diagnostics diagnostics;
  private final Streams streams;
  private final Map<String, String> env;

  /**
   * Where the console is.
   *
   * @param terminal where lines are typed
   * @param out where rows go
   * @param err where the rest goes
   * @param progress where waiting is shown
   * @param outputIsTerminal whether people see {@code out} as it is written
   */
  record Streams(
      Terminal terminal,
      OutputStream out,
      OutputStream err,
      Progress.Place progress,
      boolean outputIsTerminal) {}

  InteractiveConsole(
      ConnectionTarget target,
      ConsoleOptions options,
      Map<String, String> env,
      Streams streams,
      Diagnostics diagnostics) {
    this.streams = streams;
    this.diagnostics = diagnostics;
    this.target = target;
    this.env = env;
    this.options = options;
    this.directory = ConnectionTarget.home(env).resolve(".bedrock-sql");
  }

  /** Runs until the user leaves. A statement that failed on the way was shown there and then. */
  void run() throws IOException {
    boolean keepsHistory = prepareHistory();
    SqlLine sqlLine =
        new BedrockSqlLine(
            streams.terminal(),
            streams.outputIsTerminal(),
            keepsHistory,
            diagnostics,
            options.settings(),
            streams.progress());
    sqlLine.setOutputStream(streams.out());
    sqlLine.setErrorStream(streams.err());
    configure(sqlLine.getOpts());
    // JLine writes the history itself, line by line.
    sqlLine.begin(arguments().toArray(String[]::new), null, false);
  }

  /** Statements may name what is nobody else's business: the history is for its owner's eyes. */
  private boolean prepareHistory() {
    try {
      Files.createDirectories(directory);
      Path history = directory.resolve(HISTORY);
      if (!Files.exists(history)) {
        Files.createFile(history);
      }
      if (Files.getFileStore(history).supportsFileAttributeView(PosixFileAttributeView.class)) {
        Files.setPosixFilePermissions(history, PosixFilePermissions.fromString("rw-------"));
      }
      return true;
    } catch (IOException e) {
      diagnostics.note("Warning: no history is kept, " + directory + " can't be written");
      return false;
    }
  }

  /**
   * Before SQLLine starts: it reads these two first, and the properties file may then overrule the
   * rest.
   */
  private void configure(SqlLineOpts opts) {
    opts.set(BuiltInProperty.PROPERTIES_FILE, directory.resolve("console.properties").toString());
    opts.set(BuiltInProperty.HISTORY_FILE, directory.resolve(HISTORY).toString());
    if (!env.containsKey("NO_COLOR")) {
      opts.set(BuiltInProperty.COLOR_SCHEME, "solarized");
    }
    opts.set(BuiltInProperty.ISOLATION, "TRANSACTION_NONE");
    opts.set(BuiltInProperty.CONNECT_INTERACTION_MODE, "notAskCredentials");
    opts.set(BuiltInProperty.READ_ONLY, true);
    // A pasted statement would get its quotes twice.
    opts.set(BuiltInProperty.AUTO_PAIRING, false);
  }

  private List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    options.format().ifPresent(format -> arguments.add("--outputFormat=" + format.label()));
    if (options.verbose()) {
      arguments.add("--verbose=true");
    }
    arguments.addAll(List.of("-ac", BedrockApplication.class.getName(), "-u", target.url()));
    return arguments;
  }
}
