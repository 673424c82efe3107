package io.github.bedrocksql.adapter.client;

import com.google.common.util.concurrent.AbstractFuture;
import com.google.common.util.concurrent.Futures;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import software.amazon.awssdk.core.exception.AbortedException;

/**
 * A call under way. Its attempts are sent in a connection's threads; while it waits, for its turn
 * or for the end of a pause, it holds none. Cancelling it ends what it does, the request too.
 */
public final class FutureCall<T> extends AbstractFuture<T> implements Lane.Waiting {
  private final long number;
  private final Callable<Prepared<T>> preparation;
  private final CallTrace trace;
  private final CompletionListener<T> ending;
  private final CallThreads threads;
  private final ScheduledExecutorService timer;

  /** What is to be cancelled with the call; nothing before it begins. */
  private final AtomicReference<Future<?>> step =
      new AtomicReference<>(Futures.immediateVoidFuture());

  private final AtomicBoolean ended = new AtomicBoolean();
  private volatile boolean running;
  private volatile Prepared<T> prepared;

  /** What a call needs that takes reading credentials to know. */
  record Prepared<T>(Lane lane, Attempts<T> attempts) {}

  /**
   * Does nothing yet.
   *
   * @param preparation runs in one of the threads
   */
  FutureCall(
      AtomicLong numbers,
      Callable<Prepared<T>> preparation,
      CallTrace trace,
      CompletionListener<T> ending,
      CallThreads threads,
      ScheduledExecutorService timer) {
    this.number = numbers.incrementAndGet();
    this.preparation = preparation;
    this.trace = trace;
    this.ending = ending;
    this.threads = threads;
    this.timer = timer;
  }

  /** Begins, in one of the threads. */
  public void start() {
    inThread(this::prepare);
  }

  /**
   * Begins in the caller's thread, which would only wait: to hand the call over takes a good part
   * of the time that it takes. What has to wait, for its turn or before another attempt, goes on in
   * one of the threads. The caller's thread is not interrupted.
   *
   * @param stopped whether the caller must stop; asked by another thread
   */
  void startHere(BooleanSupplier stopped) {
    boolean begun =
        threads.runHere(
            () -> {
              trace.borrowThread(() -> cancelIf(stopped));
              try {
                run(this::prepare);
              } finally {
                trace.returnThread();
                ParserBuffers.release();
              }
            });
    if (!begun) {
      start();
    }
  }

  private void cancelIf(BooleanSupplier stopped) {
    if (stopped.getAsBoolean()) {
      cancel(true);
    }
  }

  private void prepare() throws Exception {
    prepared = preparation.call();
    takeTurn();
  }

  private void takeTurn() {
    send(prepared.lane().enter(this));
  }

  @Override
  public void go(Pace.Turn turn) {
    goOn(() -> send(Optional.of(turn)));
  }

  /** Sends attempts until there is an answer or the next has to wait. */
  private void send(Optional<Pace.Turn> first) {
    Optional<Pace.Turn> turn = first;
    while (turn.isPresent()) {
      Attempts.Outcome<T> outcome = prepared.attempts().make(turn.get());
      if (outcome.answer() != null) {
        end(outcome.answer(), null);
        set(outcome.answer());
        return;
      }
      if (!outcome.pause().isZero()) {
        pause(outcome.pause());
        return;
      }
      turn = prepared.lane().enter(this);
    }
  }

  private void pause(Duration pause) {
    keep(timer.schedule(() -> goOn(this::takeTurn), pause.toNanos(), TimeUnit.NANOSECONDS));
  }

  private void goOn(Step next) {
    try {
      inThread(next);
    } catch (RuntimeException e) {
      fail(e); // The threads have ended.
    }
  }

  /** A step, run in one of the threads. */
  @FunctionalInterface
  private interface Step {
    void run() throws Exception;
  }

  private void inThread(Step work) {
    FutureTask<Void> task =
        new FutureTask<>(
            () -> {
              run(work);
              return null;
            });
    keep(task);
    threads.execute(task);
  }

  private void run(Step work) {
    running = true;
    try {
      work.run();
    } catch (Throwable e) {
      fail(e);
    } finally {
      running = false;
      if (isCancelled()) {
        abandon();
      }
    }
  }

  private void keep(Future<?> next) {
    step.set(next);
    if (isCancelled()) {
      next.cancel(true);
    }
  }

  private void fail(Throwable failure) {
    end(null, failure);
    setException(failure);
  }

  private void abandon() {
    end(null, AbortedException.create("Cancelled"));
  }

  private void end(T answer, Throwable failure) {
    if (ended.compareAndSet(false, true)) {
      ending.ended(answer, failure);
    }
  }

  @Override
  protected void interruptTask() {
    step.get().cancel(true);
    trace.abort();
    if (prepared != null && !running) {
      abandon();
    }
  }

  @Override
  public int compareTo(Lane.Waiting other) {
    return Long.compare(number, ((FutureCall<?>) other).number);
  }
}
