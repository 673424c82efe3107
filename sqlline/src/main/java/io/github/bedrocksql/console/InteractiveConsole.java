package io.github.bedrocksql.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sqlline.BuiltInProperty;
import sqlline.SqlLine;
import sqlline.SqlLineOpts;

/** The console for people: SQLLine with line editing, completion and history. */
final class InteractiveConsole {
  private final ConnectionTarget target;
  private final ConsoleOptions options;
  private final Path directory;
  private final Diagnostics diagnostics;

  InteractiveConsole(
      ConnectionTarget target,
      ConsoleOptions options,
      Map<String, String> env,
      Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
    this.target = target;
    this.options = options;
    this.directory = ConnectionTarget.home(env).resolve(".bedrock-sql");
  }

  /** Runs until the user leaves. A statement that failed on the way was shown there and then. */
  void run() throws IOException {
    Files.createDirectories(directory);
    // Ctrl-C just after a statement has ended: SQLLine's signal thread cancels it all the same, and
    // throws.
    Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> report(failure));
    SqlLine sqlLine = new SqlLine();
    configure(sqlLine.getOpts());
    sqlLine.begin(arguments().toArray(String[]::new), null, true);
  }

  /**
   * Before SQLLine starts: it reads these two first, and the properties file may then overrule the
   * rest.
   */
  private void configure(SqlLineOpts opts) {
    opts.set(BuiltInProperty.PROPERTIES_FILE, directory.resolve("console.properties").toString());
    opts.set(BuiltInProperty.HISTORY_FILE, directory.resolve("history").toString());
    opts.set(BuiltInProperty.PROMPT, "bedrock> ");
    opts.set(BuiltInProperty.ISOLATION, "TRANSACTION_NONE");
    opts.set(BuiltInProperty.CONNECT_INTERACTION_MODE, "notAskCredentials");
    opts.set(BuiltInProperty.READ_ONLY, true);
    // Otherwise a column is as wide as its type allows; this way as wide as the rows at hand.
    opts.set(BuiltInProperty.INCREMENTAL, false);
    // Names and messages come from outside and must not drive the terminal.
    opts.set(BuiltInProperty.ESCAPE_OUTPUT, true);
    opts.set(BuiltInProperty.CSV_QUOTE_CHARACTER, '"');
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

  private void report(Throwable failure) {
    diagnostics.failure(failure.getCause() instanceof SQLException cause ? cause : failure);
  }
}
