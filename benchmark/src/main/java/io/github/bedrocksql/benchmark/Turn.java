package io.github.bedrocksql.benchmark;

import java.net.URI;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A side's turn: JMH runs it for a while. */
@State(Scope.Benchmark)
public class Turn {
  /** The name of a {@link Workload}. */
  @Param("PREPARED_LOOKUP")
  public String workload;

  /** {@code driver} or {@code sdk}. */
  @Param("driver")
  public String side;

  /** Where the calls go. */
  @Param("http://127.0.0.1")
  public String endpoint;

  private Workload.Run run;
  private int number;

  /** Opens what the side keeps open. */
  @Setup
  public void open() throws Exception {
    Workload chosen = Workload.valueOf(workload);
    URI uri = URI.create(endpoint);
    run = "driver".equals(side) ? chosen.driver(uri) : chosen.sdk(uri);
  }

  /** Closes it. */
  @TearDown
  public void close() throws Exception {
    run.close();
  }

  /** Does it once. */
  @Benchmark
  public long once() throws Exception {
    return run.step().once(number++);
  }
}
