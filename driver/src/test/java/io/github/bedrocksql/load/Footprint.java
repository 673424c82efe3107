package io.github.bedrocksql.load;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What the driver holds of this JVM.
 *
 * @param heapBytes live objects, the garbage collected
 * @param threads of the driver
 * @param sockets connected to the endpoint; 0 where the system does not tell
 * @param files open in the JVM, sockets among them; 0 where the system does not tell
 */
record Footprint(long heapBytes, long threads, long sockets, long files) {
  private static final Path PROC = Path.of("/proc/self/net");
  private static final int REMOTE = 2;
  private static final int STATE = 3;

  /** Established, or closed by the other side only (Linux, tcp_states.h). */
  private static final List<String> OPEN = List.of("01", "08");

  /** Measures, after a collection of garbage. */
  static Footprint of(URI endpoint) {
    System.gc();
    return new Footprint(
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
        threadsNow(),
        socketsNow(endpoint.getPort()),
        ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
            ? unix.getOpenFileDescriptorCount()
            : 0);
  }

  /** Returns how many threads of the driver are alive. */
  static long threadsNow() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("bedrock-sql"))
        .count();
  }

  /** Returns how many of the driver's threads do something, or wait for it to be done. */
  static long busyThreadsNow() {
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(thread -> thread.getKey().getName().startsWith("bedrock-sql"))
        .filter(
            thread ->
                Stream.of(thread.getValue())
                    .noneMatch(frame -> frame.getMethodName().equals("getTask")))
        .filter(thread -> thread.getValue().length > 0)
        .count();
  }

  /** Returns how many sockets are connected to a port, as their clients see it. */
  static long socketsNow(int port) {
    String remote = String.format(Locale.ROOT, ":%04X", port);
    return Stream.of("tcp", "tcp6")
        .map(PROC::resolve)
        .filter(Files::isReadable)
        .flatMap(Footprint::lines)
        .map(line -> line.strip().split("\\s+"))
        .filter(fields -> fields[REMOTE].endsWith(remote) && OPEN.contains(fields[STATE]))
        .count();
  }

  private static Stream<String> lines(Path table) {
    try {
      return Files.readAllLines(table).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "heap %.1f MiB, %d threads of the driver, %d sockets to the endpoint, %d open files",
        heapBytes / 1048576.0,
        threads,
        sockets,
        files);
  }
}
