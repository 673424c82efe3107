package io.github.bedrocksql.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrocksql.console.ConsoleOptions.ConnectionOptions;
import io.github.bedrocksql.console.InteractiveConsole.Streams;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.terminal.Size;
import org.jline.terminal.impl.LineDisciplineTerminal;

/** The interactive console in a terminal: what is typed, and what the screen shows. */
final class TerminalSession implements AutoCloseable {
  private static final int SECONDS = 30;
  private static final Pattern CONTROL =
      Pattern.compile("\u001b\\[[?0-9;]*[A-Za-z]|\u001b[=>]|\u0007");

  private final Screen screen = new Screen();
  private final LineDisciplineTerminal terminal;
  private final CompletableFuture<Void> console;
  private int read;

  TerminalSession(Path home, int columns, int rows) throws IOException {
    terminal = new LineDisciplineTerminal("test", "xterm-256color", screen, UTF_8);
    terminal.setSize(new Size(columns, rows));
    ConnectionOptions sandbox =
        new ConnectionOptions(
            Optional.empty(), true, Optional.empty(), Optional.empty(), Optional.empty());
    ConsoleOptions options =
        new ConsoleOptions(
            sandbox,
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Settings.NONE,
            false,
            false,
            false);
    PrintStream out = new PrintStream(terminal.output(), true, UTF_8);
    console =
        CompletableFuture.runAsync(
            () -> {
              try {
                ConnectionTarget target = ConnectionTarget.choose(sandbox, Map.of());
                new InteractiveConsole(
                        target,
                        options,
                        Map.of("HOME", home.toString()),
                        new Streams(terminal, out, out, new Progress.Place(out, true), true),
                        new Diagnostics(out, false))
                    .run();
              } catch (IOException | UsageException e) {
                throw new IllegalStateException(e);
              }
            });
  }

  /** Sends keys as they are. */
  TerminalSession type(String keys) throws IOException {
    terminal.processInputBytes(keys.getBytes(UTF_8));
    return this;
  }

  /** Sends a line and the Enter key. */
  TerminalSession enter(String line) throws IOException {
    return type(line + "\r");
  }

  /** Waits until the screen shows something new, and returns what was shown up to its end. */
  String await(String regex) throws InterruptedException {
    Pattern pattern = Pattern.compile(regex);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (true) {
      String shown = screen.text().substring(read);
      Matcher matcher = pattern.matcher(shown);
      if (matcher.find()) {
        read += matcher.end();
        return shown.substring(0, matcher.end());
      }
      assertThat(System.nanoTime()).as("waits for %s in: %s", regex, shown).isLessThan(deadline);
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  /** Waits for the console to end. */
  void awaitEnd() throws InterruptedException, TimeoutException {
    try {
      console.get(SECONDS, TimeUnit.SECONDS);
    } catch (java.util.concurrent.ExecutionException e) {
      throw new AssertionError(e.getCause());
    }
  }

  LineDisciplineTerminal terminal() {
    return terminal;
  }

  /** Leaves as Ctrl-D does. */
  @Override
  public void close() throws IOException {
    console.cancel(true);
    terminal.close();
  }

  /** What was written, without the sequences that move the cursor and color the text. */
  private static final class Screen extends OutputStream {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public synchronized void write(int b) {
      bytes.write(b);
    }

    synchronized String text() {
      return CONTROL.matcher(bytes.toString(UTF_8)).replaceAll("").replace("\r", "");
    }
  }
}
