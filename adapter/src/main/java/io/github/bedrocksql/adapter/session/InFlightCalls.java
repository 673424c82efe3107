package io.github.bedrocksql.adapter.session;

import com.google.common.collect.Sets;
import com.google.common.util.concurrent.ListenableFuture;
import io.github.bedrocksql.adapter.client.CallTrace;
import io.github.bedrocksql.adapter.client.FutureCall;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** The calls that one scan has in flight: waited for in slices, abandoned when it is closed. */
public final class InFlightCalls implements AutoCloseable {
  private final ApiSession session;
  private final StatementRun run;
  private final String estimate;
  private final HeldRows held = new HeldRows();

  /** Closed by another thread, maybe, than the one that reads. */
  private final Set<Future<?>> inFlight = Sets.newConcurrentHashSet();

  private volatile boolean closed;

  /**
   * Makes no call yet.
   *
   * @param estimate the calls that the plan expects, for people
   */
  public InFlightCalls(ApiSession session, StatementRun run, String estimate) {
    this.session = session;
    this.run = run;
    this.estimate = estimate;
    run.execution().begins(this);
  }

  /** A call in flight, with what its error message needs. */
  public record Call<T>(ListenableFuture<T> future, ApiRequest<T> request, CallTrace trace) {
    /** Returns whether the scan that started it has been closed over it. */
    public boolean isAbandoned() {
      return future.isCancelled();
    }
  }

  /** Throws if the statement must stop; costs next to nothing. */
  public void checkRow() throws SQLException {
    run.execution().checkRow();
  }

  /**
   * Starts a call, which runs beside others.
   *
   * @throws SQLException if the statement must stop or has used up its budget
   */
  public <T> Call<T> start(ApiRequest<T> request) throws SQLException {
    return start(request, Optional.empty());
  }

  /**
   * Makes a call that there is nothing to do beside: in this thread, where that can be broken off.
   *
   * @return what need not have ended
   * @throws SQLException if the statement must stop or has used up its budget
   */
  public <T> Call<T> startAlone(ApiRequest<T> request) throws SQLException {
    return start(request, Optional.of(run.execution().stopOf(Thread.currentThread())));
  }

  private <T> Call<T> start(ApiRequest<T> request, Optional<BooleanSupplier> stopped)
      throws SQLException {
    run.execution().check();
    run.spend(estimate);
    CallTrace trace = new CallTrace();
    FutureCall<T> future = session.call(request, trace, run);
    inFlight.removeIf(Future::isDone);
    inFlight.add(future);
    session.start(future, request.target(), stopped);
    if (closed) {
      close();
    }
    return new Call<>(future, request, trace);
  }

  /**
   * Waits for the answer.
   *
   * @throws SQLException if the statement must stop
   * @throws ApiFailure if the call failed: the caller may know what that means
   */
  public <T> T await(Call<T> call) throws SQLException, ApiFailure {
    try {
      return awaited(call.future());
    } catch (ExecutionException e) {
      throw new ApiFailure(e.getCause(), failure(e.getCause(), call));
    } catch (CancellationException e) {
      run.execution().check();
      throw failure(e, call);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure(e, call);
    }
  }

  /**
   * Waits for what a call may tell before its answer.
   *
   * @param early is set when the call has ended, at the latest
   * @return empty if the call, or the wait for it, ended without
   * @throws SQLException if the statement must stop
   */
  public <T> Optional<T> awaitEarly(Future<Optional<T>> early) throws SQLException {
    try {
      return awaited(early);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e); // It is set, whatever becomes of the call.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // Whoever waits for the answer tells it.
      return Optional.empty();
    }
  }

  private <T> T awaited(Future<T> future)
      throws SQLException, ExecutionException, InterruptedException {
    while (true) {
      run.execution().check();
      try {
        return future.get(run.execution().sliceMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        // Nothing yet: check whether to stop, and go on waiting.
      }
    }
  }

  private SQLException failure(Throwable failure, Call<?> call) {
    return run.execution()
        .outOfMemory(failure)
        .orElseGet(() -> session.failure(failure, call.request(), call.trace()));
  }

  @Override
  public void close() {
    closed = true;
    inFlight.forEach(future -> future.cancel(true));
    inFlight.clear();
    run.execution().ends(this);
  }

  /** Returns what counts the rows that the scan holds. */
  public HeldRows held() {
    return held;
  }

  /**
   * Ends the calls of all scans of the statement, which fails.
   *
   * @return what it fails with: if memory ran out, an SQLException that says so
   */
  public Throwable fail(Throwable failure) {
    Throwable meaning = run.execution().outOfMemory(failure).<Throwable>map(e -> e).orElse(failure);
    close();
    run.execution().abandon();
    return meaning;
  }

  /** A failed call: what the SDK threw, and what it means in SQL. */
  public static final class ApiFailure extends Exception {
    private static final long serialVersionUID = 1;

    private final SQLException meaning;

    ApiFailure(Throwable cause, SQLException meaning) {
      super(cause);
      this.meaning = meaning;
    }

    /** Returns the failure for users. */
    public SQLException meaning() {
      return meaning;
    }
  }
}
