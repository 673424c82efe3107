package io.github.bedrocksql.adapter.execute;

import io.github.bedrocksql.adapter.execute.PendingCalls.ApiFailure;
import io.github.bedrocksql.adapter.execute.PendingCalls.Call;
import io.github.bedrocksql.adapter.table.TableDefinition;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Predicate;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * Rows of List with their details: a Get for each, a window of them in flight, that pass the check
 * on the detail. The order of the rows stays.
 */
final class HydratedRows<S, D> implements Rows {
  private record Sent<D>(Object[] row, Call<D> call) {}

  private final TableDefinition<S, D> table;
  private final Rows summaries;
  private final RowReader<S, D> reader;
  private final Predicate<Object[]> check;
  private final PendingCalls calls;
  private final int maxWindow;
  private final Queue<Sent<D>> sent = new ArrayDeque<>();
  private long wanted;
  private boolean exhausted;

  /**
   * Makes no call yet.
   *
   * @param wanted rows after which the reader stops: no more Gets than that are in flight
   */
  HydratedRows(
      TableDefinition<S, D> table,
      Rows summaries,
      RowReader<S, D> reader,
      Predicate<Object[]> check,
      PendingCalls calls,
      int maxWindow,
      long wanted) {
    this.table = table;
    this.summaries = summaries;
    this.reader = reader;
    this.check = check;
    this.calls = calls;
    this.maxWindow = maxWindow;
    this.wanted = wanted;
  }

  @Override
  public Object[] next() throws SQLException {
    while (wanted > 0) {
      fill();
      Sent<D> first = sent.poll();
      if (first == null) {
        return null;
      }
      if (hydrate(first) && check.test(first.row())) {
        wanted--;
        return first.row();
      }
    }
    return null;
  }

  private void fill() throws SQLException {
    while (!exhausted && sent.size() < Math.min(maxWindow, wanted)) {
      Object[] row = summaries.next();
      if (row == null) {
        exhausted = true;
        return;
      }
      String arn = (String) row[table.identifier().arnColumn()];
      sent.add(
          new Sent<>(row, calls.start(table.get().name(), arn, c -> table.get().call(c, arn))));
    }
  }

  /** Returns false for a row that is gone since it was listed. */
  private boolean hydrate(Sent<D> sent) throws SQLException {
    try {
      reader.hydrate(sent.row(), calls.await(sent.call()));
      return true;
    } catch (ApiFailure e) {
      if (e.getCause() instanceof AwsServiceException service
          && service.awsErrorDetails() != null
          && "ResourceNotFoundException".equals(service.awsErrorDetails().errorCode())) {
        return false;
      }
      throw e.meaning();
    }
  }
}
