package io.github.bedrocksql.adapter.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A command run by the system's shell, whose output is read. */
record ShellCommand(String text) {
  private static final int MOST_BYTES = 64_000;

  /** What a command that has ended gave. */
  record Output(int status, String text, String errors) {}

  /**
   * Runs the command.
   *
   * @param limit how long it may take; then it is ended, with what it has started
   * @return empty if the limit passed
   * @throws IOException if there is no shell
   * @throws InterruptedException if this thread is interrupted; the command is ended
   */
  Optional<Output> run(Duration limit) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    Process process = new ProcessBuilder(shell()).start();
    try {
      process.getOutputStream().close(); // Nobody can answer a prompt.
      FutureTask<String> output = reading(process.getInputStream());
      FutureTask<String> errors = reading(process.getErrorStream());
      if (!process.waitFor(limit.toNanos(), TimeUnit.NANOSECONDS)) {
        return Optional.empty();
      }
      return Optional.of(
          new Output(process.exitValue(), read(output, deadline), read(errors, deadline)));
    } catch (TimeoutException e) {
      return Optional.empty(); // Something that it has left running keeps its output open.
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private List<String> shell() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows")
        ? List.of("cmd.exe", "/C", text)
        : List.of("sh", "-c", text);
  }

  /** Both outputs at once: a command that fills one of them waits until it is read. */
  private static FutureTask<String> reading(InputStream output) {
    FutureTask<String> task =
        new FutureTask<>(
            () -> {
              byte[] first = output.readNBytes(MOST_BYTES);
              output.transferTo(OutputStream.nullOutputStream());
              return new String(first, StandardCharsets.UTF_8);
            });
    Thread reader = new Thread(task, "bedrock-sql-process");
    reader.setDaemon(true);
    reader.start();
    return task;
  }

  private static String read(FutureTask<String> output, long deadline)
      throws IOException, InterruptedException, TimeoutException {
    try {
      return output.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    }
  }
}
