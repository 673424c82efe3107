package io.github.bedrocksql.adapter.session;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import com.google.common.util.concurrent.MoreExecutors;
import io.github.bedrocksql.adapter.client.ApiErrors;
import io.github.bedrocksql.adapter.client.BedrockClients;
import io.github.bedrocksql.adapter.client.CallThreads;
import io.github.bedrocksql.adapter.client.CallTrace;
import io.github.bedrocksql.adapter.client.FutureCall;
import io.github.bedrocksql.adapter.config.BedrockConfig;
import io.github.bedrocksql.adapter.config.Target;
import io.github.bedrocksql.adapter.error.SqlState;
import java.lang.ref.Cleaner.Cleanable;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * What the scans of one connection share: the clients and the threads that call, {@code
 * maxConcurrency} of them. Idle threads end by themselves, and a session that is never closed ends
 * when it is garbage-collected, since we don't learn when someone else's Calcite connection is
 * closed.
 */
public final class ApiSession implements AutoCloseable {
  private final BedrockConfig config;
  private final BedrockClients clients;
  private final CallThreads threads;
  private final CallLog log = new CallLog();
  private final ListHistory lists = new ListHistory();
  private final DetailCache details;
  private final Set<FutureCall<?>> underWay = Sets.newConcurrentHashSet();
  private final Cleanable ending;
  private final AtomicLong statements = new AtomicLong();

  /** By the execution that they belong to: an entry goes when that is gone. */
  private final Cache<Object, StatementRun> runs = CacheBuilder.newBuilder().weakKeys().build();

  /**
   * By the flag that cancels the statement, which the value refers to: held weakly, or no entry
   * would ever go.
   */
  private final Cache<AtomicBoolean, StatementControl> started =
      CacheBuilder.newBuilder().weakKeys().weakValues().build();

  /** Makes a session; nothing is called before its first scan. */
  public ApiSession(BedrockConfig config) {
    this.config = config;
    this.clients = new BedrockClients(config);
    this.details = new DetailCache(config.detailCache());
    this.threads = new CallThreads(config.maxConcurrency());
    this.ending = Dropped.after(this, new Ending(threads, underWay, clients));
  }

  /**
   * Ends what a session holds. Doesn't refer to the session, which could never be collected
   * otherwise.
   */
  private record Ending(CallThreads threads, Set<FutureCall<?>> underWay, BedrockClients clients)
      implements Runnable {
    @Override
    public void run() {
      threads.shutdownNow();
      // What has not begun, too, would be waited for without end.
      underWay.forEach(call -> call.cancel(true));
      clients.close();
    }
  }

  /** Returns how many calls may be in flight at once. */
  public int maxConcurrency() {
    return config.maxConcurrency();
  }

  /** Returns the calls made so far. */
  public CallLog log() {
    return log;
  }

  /** Returns what lists have shown so far. */
  public ListHistory lists() {
    return lists;
  }

  /** Returns the details remembered. */
  public DetailCache details() {
    return details;
  }

  /**
   * Returns the Regions that are asked.
   *
   * @throws SQLException if none is configured
   */
  public ImmutableList<Target> targets() throws SQLException {
    return clients.targets();
  }

  /** Returns the Regions, unless it takes a look around to tell them: plans must cost nothing. */
  public Optional<ImmutableList<Target>> targetsIfKnown() {
    return clients.targetsIfKnown();
  }

  /**
   * Returns whether a scan may leave a Region out over a failure.
   *
   * @param failure what came of the first call to the Region
   */
  public boolean mayLeaveOut(SQLException failure) {
    boolean may =
        (config.warnsOnRegionError() && ApiErrors.isFromApi(failure))
            || (config.allRegions() && ApiErrors.isNotOffered(failure));
    return may
        && !threads.isShutdown(); // A call that closing ended is not a failure of the Region.
  }

  /**
   * Starts the clock of a statement that is about to be executed, before its plan is made.
   *
   * @param canceled true once the statement is canceled; each statement has its own
   * @param timeout the statement's timeout; zero for none
   * @return what the caller keeps while the statement is executed and its rows are read
   */
  public StatementControl starts(AtomicBoolean canceled, Duration timeout) {
    StatementControl execution = new StatementControl(threads::isShutdown, canceled, timeout);
    started.put(canceled, execution);
    return execution;
  }

  /**
   * Returns the run of a statement: one for all its scans.
   *
   * @param context an object of which there is one an execution
   * @param canceled true once the statement is canceled
   * @param timeout the statement's timeout, for a statement that was not announced; zero for none
   */
  public StatementRun run(Object context, AtomicBoolean canceled, Duration timeout) {
    try {
      return runs.get(
          context,
          () ->
              new StatementRun(
                  statements.incrementAndGet(),
                  Optional.ofNullable(started.getIfPresent(canceled))
                      .orElseGet(
                          () -> new StatementControl(threads::isShutdown, canceled, timeout)),
                  config.maxApiCalls()));
    } catch (ExecutionException e) {
      throw new IllegalStateException(e); // The loader throws nothing checked.
    }
  }

  /** Begins to make what the first call will need, while a statement is planned; calls nothing. */
  public void prepareAhead() {
    clients.prepareAhead();
  }

  /** Makes a call, which is begun by {@link #start}; its future fails with the SDK's exception. */
  <T> FutureCall<T> call(ApiRequest<T> request, CallTrace trace, StatementRun run)
      throws SQLException {
    clients.prepare(request.target());
    return clients.call(
        request.target(),
        request.operation(),
        trace,
        client -> request.call().apply(client, trace),
        new CallRecorder<>(request, trace, run.number(), log, System.nanoTime()),
        threads);
  }

  /**
   * Begins a call.
   *
   * @param stopped whether a caller must stop who waits for it at once, and whose thread may make
   *     it; empty for a call that runs beside others
   */
  void start(FutureCall<?> call, Target target, Optional<BooleanSupplier> stopped)
      throws SQLException {
    underWay.add(call);
    Set<FutureCall<?>> calls = underWay; // A call under way must not hold the session.
    call.addListener(() -> calls.remove(call), MoreExecutors.directExecutor());
    try {
      if (stopped.isPresent()) {
        clients.startHere(call, target, stopped.get());
      } else {
        call.start();
      }
    } catch (RejectedExecutionException e) {
      call.cancel(true);
      throw closed(e);
    }
  }

  static SQLException closed(Throwable cause) {
    return SqlState.CONNECTION_CLOSED.exception("The connection is closed", cause);
  }

  /** Returns what a failed call means. */
  SQLException failure(Throwable failure, ApiRequest<?> request, CallTrace trace) {
    return threads.isShutdown()
        ? closed(failure)
        : ApiErrors.translate(
            failure,
            request.operation(),
            clients.describe(request.target()),
            request.text(),
            trace);
  }

  /** Ends the threads and closes the clients; scans under way fail. */
  @Override
  public void close() {
    ending.clean();
  }
}
