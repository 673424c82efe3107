package io.github.bedrocksql.adapter.client;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where a connection sends its calls: in threads of its own, which end when they are idle, or in
 * the caller's. At once it sends no more than it may have calls in flight, wherever they run.
 */
public final class CallThreads implements Executor {
  private static final int IDLE_SECONDS = 5;

  private final int most;
  private final ThreadPoolExecutor pool;
  private final AtomicInteger made = new AtomicInteger();
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private int running;

  /** Starts no thread yet. */
  public CallThreads(int most) {
    this.most = most;
    this.pool =
        new ThreadPoolExecutor(
            most,
            most,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> DaemonThread.of("bedrock-sql-" + made.getAndIncrement(), work));
    pool.allowCoreThreadTimeOut(true);
  }

  /**
   * Runs a step in one of the threads, now or when another ends.
   *
   * @throws RejectedExecutionException if the threads have ended
   */
  @Override
  public void execute(Runnable step) {
    if (pool.isShutdown()) {
      throw new RejectedExecutionException("The threads have ended");
    }
    synchronized (this) {
      if (running == most) {
        waiting.add(step);
        return;
      }
      running++;
    }
    pool.execute(() -> runAll(step));
  }

  /**
   * Runs a step in the caller's thread.
   *
   * @return false if it wasn't run, because as many run as may
   */
  boolean runHere(Runnable step) {
    synchronized (this) {
      if (running == most || pool.isShutdown()) {
        return false;
      }
      running++;
    }
    try {
      step.run();
    } finally {
      Runnable next = next();
      if (next != null && !pool.isShutdown()) {
        handOver(next);
      }
    }
    return true;
  }

  private void handOver(Runnable next) {
    try {
      pool.execute(() -> runAll(next));
    } catch (RejectedExecutionException e) {
      // The connection is closed: that has ended the calls that wait.
      next();
    }
  }

  private void runAll(Runnable first) {
    for (Runnable step = first; step != null; step = next()) {
      step.run();
      if (!pool.isShutdown()) {
        Thread.interrupted(); // It was meant for the step that has ended.
      }
    }
  }

  /** Returns a step that takes the place of one that has ended; null if none waits. */
  private synchronized Runnable next() {
    Runnable next = waiting.poll();
    if (next == null) {
      running--;
    }
    return next;
  }

  /** Returns whether the threads have ended, or will when what they do has. */
  public boolean isShutdown() {
    return pool.isShutdown();
  }

  /** Ends the threads, interrupting what they do; what waits is not run. */
  public void shutdownNow() {
    pool.shutdownNow();
  }
}
