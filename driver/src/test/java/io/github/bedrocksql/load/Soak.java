package io.github.bedrocksql.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrocksql.sandbox.RecordedRequest;
import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import org.apache.commons.dbcp2.BasicDataSource;
import org.junit.jupiter.api.Test;

/**
 * A pool under load for minutes, its endpoint throttling, failing and breaking off: every answer is
 * right, and afterwards nothing more is held than before. {@code -Dsoak.minutes} says how long, 5
 * by default. Not found by its name: it runs where it is asked for.
 */
class Soak {
  private static final int POOL = 32;
  private static final int MAX_CONCURRENCY = 4;
  private static final Duration WARM_UP = Duration.ofSeconds(20);
  private static final Duration A_PERIOD = Duration.ofSeconds(15);
  private static final int QUOTA = 60;
  private static final int THROTTLED = 429;
  private static final long MOST_GROWTH = 8L << 20;

  private final LongAdder queries = new LongAdder();
  private final LongAdder calls = new LongAdder();
  private final LongAdder throttled = new LongAdder();
  private final Map<String, LongAdder> failures = new ConcurrentSkipListMap<>();

  private static Sandbox sandbox() {
    return Sandbox.builder()
        .generatedJobs(Load.REGION, Load.JOBS)
        .pageCap(100)
        .latency(Duration.ofMillis(3))
        .quota(QUOTA, QUOTA / 4)
        .errorRate(0.01, 1)
        // Not often: the JDK's server keeps what it broke off, which looks like a leak.
        .cutConnections(3_000)
        .start();
  }

  private static BasicDataSource pool(Sandbox sandbox) {
    BasicDataSource pool = new BasicDataSource();
    pool.setUrl(
        Load.url(sandbox) + "maxRetries=10;detailCache=50;maxConcurrency=" + MAX_CONCURRENCY);
    pool.setMaxTotal(POOL);
    pool.setMaxIdle(POOL);
    // Connections come and go all the time.
    pool.setMaxConn(Duration.ofSeconds(90));
    pool.setLogExpiredConnections(false);
    pool.setTestOnBorrow(true);
    return pool;
  }

  @Test
  void aPoolUnderLoad() throws Exception {
    Duration length = Duration.ofMinutes(Integer.getInteger("soak.minutes", 5));
    try (Sandbox sandbox = sandbox()) {
      run(sandbox, WARM_UP);
      Footprint before = settled(sandbox);
      System.out.println("Soak: before " + before);
      queries.reset();
      calls.reset();
      throttled.reset();
      run(sandbox, length);
      Footprint after = settled(sandbox);
      System.out.println("Soak: after " + after);
      System.out.println(
          "Soak: "
              + length.toMinutes()
              + " min, "
              + queries
              + " queries, "
              + calls
              + " requests, "
              + throttled
              + " of them throttled, failures by SQLState "
              + failures);
      assertThat(failures).isEmpty();
      // A pace is found out by going beyond it, now and then.
      assertThat(throttled.sum()).isPositive().isLessThan(calls.sum() / 10);
      assertThat(after.threads()).isZero();
      assertThat(after.sockets()).isZero();
      assertThat(after.files()).isLessThanOrEqualTo(before.files() + 2);
      assertThat(after.heapBytes()).isLessThan(before.heapBytes() + MOST_GROWTH);
    }
  }

  private void run(Sandbox sandbox, Duration length) throws Exception {
    long end = System.nanoTime() + length.toNanos();
    ExecutorService threads = Executors.newFixedThreadPool(POOL);
    try (BasicDataSource pool = pool(sandbox)) {
      List<Future<?>> users = new ArrayList<>();
      for (int i = 0; i < POOL; i++) {
        Random dice = new Random(i);
        users.add(
            threads.submit(
                () -> {
                  while (System.nanoTime() < end) {
                    ask(pool, dice);
                  }
                }));
      }
      watch(sandbox, users);
    } finally {
      threads.shutdownNow();
    }
  }

  private void ask(BasicDataSource pool, Random dice) {
    try (Connection connection = pool.getConnection()) {
      Load.ask(connection, dice);
      queries.increment();
    } catch (SQLException e) {
      if (failures.computeIfAbsent(e.getSQLState(), state -> new LongAdder()).intValue() < 3) {
        System.out.println("Soak: " + e);
      }
      failures.get(e.getSQLState()).increment();
    }
  }

  /** Until all have ended; an answer that was wrong is thrown. */
  private void watch(Sandbox sandbox, List<Future<?>> users) throws Exception {
    long next = System.nanoTime() + A_PERIOD.toNanos();
    while (!users.stream().allMatch(Future::isDone)) {
      Thread.sleep(500);
      assertThat(sandbox.maxConcurrentRequests()).isLessThanOrEqualTo(POOL * MAX_CONCURRENCY);
      // What the sandbox records would look like a leak.
      List<RecordedRequest> requests = sandbox.requests();
      sandbox.clearRequests();
      calls.add(requests.size());
      throttled.add(requests.stream().filter(each -> each.status() == THROTTLED).count());
      if (System.nanoTime() > next) {
        next += A_PERIOD.toNanos();
        System.out.println(
            "Soak: " + queries + " queries so far, " + Footprint.of(sandbox.endpoint()));
      }
    }
    for (Future<?> user : users) {
      user.get();
    }
  }

  /** Measures once what was closed has ended. */
  private static Footprint settled(Sandbox sandbox) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
    Footprint now = Footprint.of(sandbox.endpoint());
    while (now.threads() + now.sockets() > 0 && System.nanoTime() < end) {
      Thread.sleep(500);
      now = Footprint.of(sandbox.endpoint());
    }
    return now;
  }
}
