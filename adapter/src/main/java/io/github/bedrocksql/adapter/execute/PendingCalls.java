package io.github.bedrocksql.adapter.execute;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import software.amazon.awssdk.services.bedrock.BedrockClient;

/** The calls that one scan has in flight: waited for in slices, abandoned when it is closed. */
final class PendingCalls implements AutoCloseable {
  private final ApiSession session;
  private final StatementControl control;
  private final List<Future<?>> inFlight = new ArrayList<>();

  PendingCalls(ApiSession session, StatementControl control) {
    this.session = session;
    this.control = control;
  }

  /** A call in flight, with what its error message needs. */
  record Call<T>(Future<T> future, String operation, String request) {}

  <T> Call<T> start(String operation, String request, Function<BedrockClient, T> call)
      throws SQLException {
    control.check();
    Future<T> future = session.submit(call);
    inFlight.removeIf(Future::isDone);
    inFlight.add(future);
    return new Call<>(future, operation, request);
  }

  /**
   * Waits for the answer.
   *
   * @throws SQLException if the statement must stop
   * @throws ApiFailure if the call failed: the caller may know what that means
   */
  <T> T await(Call<T> call) throws SQLException, ApiFailure {
    while (true) {
      control.check();
      try {
        return call.future().get(control.sliceMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        // Nothing yet: look whether to stop, and wait on.
      } catch (ExecutionException e) {
        throw new ApiFailure(
            e.getCause(), session.failure(e.getCause(), call.operation(), call.request()));
      } catch (CancellationException e) {
        throw session.failure(e, call.operation(), call.request());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw session.failure(e, call.operation(), call.request());
      }
    }
  }

  @Override
  public void close() {
    inFlight.forEach(future -> future.cancel(true));
    inFlight.clear();
  }

  /** A failed call: what the SDK threw, and what it means in SQL. */
  static final class ApiFailure extends Exception {
    private static final long serialVersionUID = 1;

    private final SQLException meaning;

    ApiFailure(Throwable cause, SQLException meaning) {
      super(cause);
      this.meaning = meaning;
    }

    SQLException meaning() {
      return meaning;
    }
  }
}
