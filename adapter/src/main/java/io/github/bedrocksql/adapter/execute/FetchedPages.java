package io.github.bedrocksql.adapter.execute;

import io.github.bedrocksql.adapter.client.SqlState;
import io.github.bedrocksql.adapter.config.Target;
import io.github.bedrocksql.adapter.session.ApiRequest;
import io.github.bedrocksql.adapter.session.ApiSession;
import io.github.bedrocksql.adapter.session.ScanCalls;
import io.github.bedrocksql.adapter.session.ScanCalls.ApiFailure;
import io.github.bedrocksql.adapter.session.ScanCalls.Call;
import io.github.bedrocksql.adapter.table.ListRequest;
import io.github.bedrocksql.adapter.table.Page;
import io.github.bedrocksql.adapter.table.TableDefinition.ListOperation;
import java.sql.SQLException;
import java.util.Optional;

/** Pages as List answers them; none is kept. */
final class FetchedPages<S> implements Pages<S> {
  private final ListOperation<S> operation;
  private final ApiSession session;
  private final Target target;
  private ListRequest request;
  private Call<Page<S>> ahead;
  private long rows;

  FetchedPages(ListOperation<S> operation, ApiSession session, Target target, ListRequest first) {
    this.operation = operation;
    this.session = session;
    this.target = target;
    this.request = first;
  }

  @Override
  public void start(ScanCalls calls) throws SQLException {
    boolean begun = request == null || request.nextToken().isPresent() || ahead != null;
    ahead = begun ? ahead : send(calls);
  }

  @Override
  public Page<S> next(ScanCalls calls, boolean readAhead) throws SQLException {
    if (request == null) {
      return null;
    }
    Call<Page<S>> call = ahead == null || ahead.isAbandoned() ? send(calls) : ahead;
    ahead = null;
    Page<S> page = await(calls, call);
    rows += page.rows().size();
    Optional<String> token = page.nextToken();
    if (token.isEmpty()) {
      end();
    } else if (token.equals(request.nextToken())) {
      throw SqlState.PROTOCOL_VIOLATION.exception(
          operation.name() + ": the server gave the same nextToken twice, which never ends", null);
    } else {
      // Every page asks for as many rows: a server's token may count in pages.
      request = request.next(token.get());
      if (readAhead) {
        ahead = send(calls);
      }
    }
    return page;
  }

  private void end() {
    if (request.filter().onlyStatus()) {
      session.lists().readToEnd(operation.name(), target, request.filter().status(), rows);
    }
    request = null;
  }

  private Call<Page<S>> send(ScanCalls calls) throws SQLException {
    ListRequest sent = request;
    return calls.start(
        new ApiRequest<>(
            target,
            operation.name(),
            sent.parameters(),
            (client, trace) -> operation.call(client, sent, trace),
            page -> page.rows().size()));
  }

  private static <T> T await(ScanCalls calls, Call<T> call) throws SQLException {
    try {
      return calls.await(call);
    } catch (ApiFailure e) {
      throw e.meaning();
    }
  }
}
