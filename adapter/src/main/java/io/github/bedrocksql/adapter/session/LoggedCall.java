package io.github.bedrocksql.adapter.session;

import io.github.bedrocksql.adapter.client.BedrockClients;
import io.github.bedrocksql.adapter.client.CallTrace;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** A call that leaves an entry in the log, whatever comes of it. */
record LoggedCall<T>(
    ApiRequest<T> request, CallTrace trace, long statement, BedrockClients clients, CallLog log)
    implements Callable<T> {

  @Override
  public T call() throws SQLException {
    long started = System.nanoTime();
    int rows = 0;
    String outcome = "abandoned";
    try {
      T answer =
          clients.call(
              request.target(),
              request.operation(),
              trace,
              client -> request.call().apply(client, trace));
      rows = request.rows().applyAsInt(answer);
      outcome = ApiCall.OK;
      return answer;
    } catch (AwsServiceException e) {
      outcome =
          e.awsErrorDetails() == null || e.awsErrorDetails().errorCode() == null
              ? "HTTP " + e.statusCode()
              : e.awsErrorDetails().errorCode();
      throw e;
    } catch (RuntimeException e) {
      outcome = e.getClass().getSimpleName();
      throw e;
    } finally {
      log(rows, outcome, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started));
    }
  }

  private void log(int rows, String outcome, long milliseconds) {
    log.add(
        request.target(),
        number ->
            new ApiCall(
                number,
                statement,
                request.operation(),
                request.target().region(),
                request.target().account().orElse(null),
                request.text(),
                rows,
                trace.attempts(),
                milliseconds,
                trace.requestId().orElse(null),
                outcome));
  }
}
