package io.github.bedrocksql.benchmark;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where a thread spends its time: its stack, looked at every millisecond. */
final class StackParts implements AutoCloseable {
  /** What the thread does; of two that its stack tells, the first is meant. */
  enum Part {
    WAITING("waiting", "sun.nio.ch.Net.poll|jdk.internal.misc.Unsafe.park|java.lang.Object.wait"),
    CLASSES("class loading", "java.lang.ClassLoader.*|jdk.internal.loader.*"),
    COMPILATION("compiling plans", "org.codehaus.janino.*"),
    PLANNING("planning", "io.github.bedrocksql.dialect.DialectPrepare.made"),
    SDK("SDK and HTTP", "software.amazon.awssdk.*|org.apache.hc.*"),
    DRIVER("the driver's rest", "io.github.bedrocksql.(adapter|dialect|jdbc).*");

    private final String title;
    private final Pattern methods;

    Part(String title, String methods) {
      this.title = title;
      // The driver's jar has the packages of others within one of its own.
      this.methods = Pattern.compile("(io.github.bedrocksql.shaded.)?(" + methods + ")");
    }

    String title() {
      return title;
    }

    private boolean has(String method) {
      return methods.matcher(method).matches();
    }

    private boolean isWhole() {
      return this != SDK && this != DRIVER;
    }
  }

  private final Thread watched;
  private final Thread watching = new Thread(this::watch, "benchmark-stacks");
  private final Map<Part, LongAdder> seen = new EnumMap<>(Part.class);

  /** Begins to look at a thread. */
  StackParts(Thread watched) {
    this.watched = watched;
    for (Part part : Part.values()) {
      seen.put(part, new LongAdder());
    }
    watching.setDaemon(true);
    watching.start();
  }

  private void watch() {
    try {
      while (true) {
        StackTraceElement[] stack = watched.getStackTrace();
        if (stack.length > 0) {
          seen.get(part(stack)).increment();
        }
        Thread.sleep(1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // That ends it.
    }
  }

  private static Part part(StackTraceElement[] stack) {
    List<String> frames =
        Arrays.stream(stack).map(e -> e.getClassName() + "." + e.getMethodName()).toList();
    return Arrays.stream(Part.values())
        .filter(part -> part.isWhole() && frames.stream().anyMatch(part::has))
        .findFirst()
        .orElseGet(() -> innermost(frames));
  }

  /** The SDK calls the driver back to read an answer: that is the driver's time. */
  private static Part innermost(List<String> frames) {
    return frames.stream()
        .flatMap(frame -> Stream.of(Part.SDK, Part.DRIVER).filter(part -> part.has(frame)))
        .findFirst()
        .orElse(Part.DRIVER);
  }

  /**
   * Returns what part of the time went where.
   *
   * @return parts of 1
   */
  Map<Part, Double> shares() {
    double all = Math.max(1, seen.values().stream().mapToLong(LongAdder::sum).sum());
    Map<Part, Double> shares = new EnumMap<>(Part.class);
    seen.forEach((part, times) -> shares.put(part, times.sum() / all));
    return shares;
  }

  @Override
  public void close() throws InterruptedException {
    watching.interrupt();
    watching.join();
  }
}
