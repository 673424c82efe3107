package io.github.bedrocksql.adapter.execute;

import io.github.bedrocksql.adapter.execute.PendingCalls.ApiFailure;
import io.github.bedrocksql.adapter.execute.PendingCalls.Call;
import io.github.bedrocksql.adapter.table.Identifier;
import io.github.bedrocksql.adapter.table.TableDefinition;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Queue;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Rows by key: Get for each, side by side; what is not found is no row. */
final class LookupRows<S, D> implements Rows {
  private record Sent<D>(String identifier, Call<D> call) {}

  private final TableDefinition<S, D> table;
  private final Iterator<String> identifiers;
  private final RowReader<S, D> reader;
  private final PendingCalls calls;
  private final int window;
  private final Queue<Sent<D>> sent = new ArrayDeque<>();
  private final Set<Object> arns = new HashSet<>();

  LookupRows(
      TableDefinition<S, D> table,
      Set<String> identifiers,
      RowReader<S, D> reader,
      PendingCalls calls,
      int window) {
    this.table = table;
    this.identifiers = identifiers.iterator();
    this.reader = reader;
    this.calls = calls;
    this.window = window;
  }

  @Override
  public Object[] next() throws SQLException {
    while (true) {
      while (sent.size() < window && identifiers.hasNext()) {
        String identifier = identifiers.next();
        sent.add(
            new Sent<>(
                identifier,
                calls.start(table.get().name(), identifier, c -> table.get().call(c, identifier))));
      }
      Sent<D> first = sent.poll();
      if (first == null) {
        return null;
      }
      Object[] row = row(first);
      // An ARN and a name may be of one job: it is still one row.
      if (row != null && arns.add(row[table.identifier().arnColumn()])) {
        return row;
      }
    }
  }

  private Object[] row(Sent<D> sent) throws SQLException {
    try {
      return reader.ofDetail(calls.await(sent.call()));
    } catch (ApiFailure e) {
      if (isAbsent(sent.identifier(), e.getCause())) {
        return null;
      }
      throw e.meaning();
    }
  }

  /**
   * Not found is no row. So is "invalid" for an ARN whose id has not AWS's form: it was sent
   * because other servers give such ids.
   */
  private boolean isAbsent(String identifier, Throwable failure) {
    if (!(failure instanceof AwsServiceException service) || service.awsErrorDetails() == null) {
      return false;
    }
    String code = service.awsErrorDetails().errorCode();
    Identifier format = table.identifier();
    return "ResourceNotFoundException".equals(code)
        || ("ValidationException".equals(code) && !format.isStandard(identifier));
  }
}
