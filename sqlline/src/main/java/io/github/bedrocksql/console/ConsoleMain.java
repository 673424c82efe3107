package io.github.bedrocksql.console;

import io.github.bedrocksql.console.InteractiveConsole.Streams;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** The console's entry point. */
public final class ConsoleMain {
  static final int SUCCEEDED = 0;
  static final int FAILED = 1;
  static final int WRONG_USAGE = 2;

  private final InputStream in;
  private final PrintStream out;
  private final PrintStream err;
  private final Diagnostics diagnostics;
  private final Map<String, String> env;
  private final ConsoleOptions options;
  private final Terminals terminals;

  private ConsoleMain(
      ConsoleOptions options,
      InputStream in,
      PrintStream out,
      PrintStream err,
      Map<String, String> env,
      Terminals terminals) {
    this.options = options;
    this.in = in;
    this.out = out;
    this.err = err;
    this.diagnostics = new Diagnostics(err, options.verbose(), options.settings().quiet());
    this.env = env;
    this.terminals = terminals;
  }

  /** Runs the console and ends the process with its exit status. */
  public static void main(String[] args) {
    // UTF-8 whatever the locale: the formats are defined that way, and the tests are not the only
    // ones to read them.
    PrintStream out = utf8(FileDescriptor.out);
    PrintStream err = utf8(FileDescriptor.err);
    int status = run(args, System.in, out, err, System.getenv(), Terminals.ofProcess());
    out.flush();
    err.flush();
    System.exit(status);
  }

  /** The console without the process around it. */
  static int run(
      String[] args,
      InputStream in,
      PrintStream out,
      PrintStream err,
      Map<String, String> env,
      Terminals terminals) {
    try {
      ConsoleOptions options = OptionParser.parse(List.of(args));
      return new ConsoleMain(options, in, out, err, env, terminals).run();
    } catch (UsageException e) {
      new Diagnostics(err, false).note("bedrock-sql: " + e.getMessage() + " (see --help)");
      return WRONG_USAGE;
    }
  }

  private int run() throws UsageException {
    if (options.help()) {
      out.print(HelpText.text());
      return printed();
    }
    if (options.version()) {
      out.println(ProductVersion.line());
      return printed();
    }
    ConnectionTarget target =
        ConnectionTarget.choose(options.connection(), env).limited(options.settings().maxCalls());
    boolean interactive = terminals.input() && options.inputs().isEmpty();
    if (interactive && options.output().isPresent()) {
      throw new UsageException(
          "--output needs -e, -f or piped SQL; at the prompt there is !export");
    }
    target.notice().ifPresent(diagnostics::note);
    return interactive ? runInteractive(target) : runBatch(target);
  }

  private int printed() {
    return out.checkError() ? FAILED : SUCCEEDED;
  }

  private int runBatch(ConnectionTarget target) {
    List<Input> inputs =
        options.inputs().isEmpty() ? List.of(new Input.StandardInput()) : options.inputs();
    Format format = options.format().orElse(Format.TABLE);
    try (OutputFile file = OutputFile.of(options.output(), out);
        Connection connection = DriverManager.getConnection(target.url())) {
      boolean toTerminal = terminals.output() && options.output().isEmpty();
      Shell shell =
          new Shell(
              () -> connection,
              new PlainScreen(file.writer(), toTerminal),
              diagnostics,
              options.settings(),
              () -> format,
              progress());
      return new BatchRunner(shell).run(inputs, in) ? SUCCEEDED : FAILED;
    } catch (SQLException e) {
      diagnostics.failure(e);
      return FAILED;
    } catch (IOException e) {
      diagnostics.error(
          "cannot write " + options.output().map(Path::toString).orElse("standard output"));
      return FAILED;
    }
  }

  private Progress.Place progress() {
    return new Progress.Place(err, terminals.errors() && !options.settings().quiet());
  }

  private int runInteractive(ConnectionTarget target) {
    try (Terminal terminal = TerminalBuilder.builder().system(true).build()) {
      // SQLLine answers a connection that can't be opened with a stack trace and a prompt: try
      // first.
      DriverManager.getConnection(target.url()).close();
      diagnostics.note(
          "Bedrock SQL "
              + ProductVersion.number()
              + ", connected to "
              + target.description()
              + ".");
      Streams streams = new Streams(terminal, out, err, progress(), terminals.output());
      new InteractiveConsole(target, options, env, streams, diagnostics).run();
      return SUCCEEDED;
    } catch (SQLException | IOException e) {
      diagnostics.failure(e);
      return FAILED;
    }
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }
}
