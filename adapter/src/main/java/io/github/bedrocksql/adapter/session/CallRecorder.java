package io.github.bedrocksql.adapter.session;

import io.github.bedrocksql.adapter.client.CallTrace;
import io.github.bedrocksql.adapter.client.CompletionListener;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * A call that leaves an entry in the log, whatever comes of it.
 *
 * @param startedNanos by the clock of {@link System#nanoTime}
 */
record CallRecorder<T>(
    ApiRequest<T> request, CallTrace trace, long statement, CallLog log, long startedNanos)
    implements CompletionListener<T> {

  @Override
  public void ended(T answer, Throwable failure) {
    int rows = answer == null ? 0 : request.rows().applyAsInt(answer);
    String outcome = failure == null ? LoggedCall.OK : outcome(failure);
    long milliseconds = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedNanos);
    log.add(
        request.target(),
        number ->
            new LoggedCall(
                number,
                statement,
                request.operation(),
                request.list(),
                request.target().region(),
                request.target().account().orElse(null),
                request.text(),
                rows,
                trace.attempts(),
                milliseconds,
                trace.requestId().orElse(null),
                outcome));
  }

  private static String outcome(Throwable failure) {
    if (failure instanceof AwsServiceException service) {
      return service.awsErrorDetails() == null || service.awsErrorDetails().errorCode() == null
          ? "HTTP " + service.statusCode()
          : service.awsErrorDetails().errorCode();
    }
    return failure.getClass().getSimpleName();
  }
}
