package io.github.bedrocksql.adapter.execute;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import io.github.bedrocksql.adapter.api.ListOperation;
import io.github.bedrocksql.adapter.api.Page;
import io.github.bedrocksql.adapter.config.Target;
import io.github.bedrocksql.adapter.error.SqlState;
import io.github.bedrocksql.adapter.session.ApiRequest;
import io.github.bedrocksql.adapter.session.ApiSession;
import io.github.bedrocksql.adapter.session.InFlightCalls;
import io.github.bedrocksql.adapter.session.InFlightCalls.ApiFailure;
import io.github.bedrocksql.adapter.session.InFlightCalls.Call;
import io.github.bedrocksql.adapter.table.ListRequest;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Pages as List answers them; none is kept. A server that would never end is found out: by a token
 * that it has given before, or by ever more pages without a row.
 */
final class FetchedPages implements Pages {
  /** Far more than filters that are applied to a page after it was cut can leave empty. */
  private static final int MOST_EMPTY_PAGES = 1_000;

  private final ListOperation operation;
  private final ApiSession session;
  private final Target target;
  private ListRequest request;
  private Call<Page> ahead;
  private final Set<HashCode> tokens = new HashSet<>();
  private long rows;
  private int emptyPages;

  FetchedPages(ListOperation operation, ApiSession session, Target target, ListRequest first) {
    this.operation = operation;
    this.session = session;
    this.target = target;
    this.request = first;
  }

  @Override
  public void start(InFlightCalls calls) throws SQLException {
    boolean begun = request == null || request.nextToken().isPresent() || ahead != null;
    ahead = begun ? ahead : calls.start(request());
  }

  @Override
  public Page next(InFlightCalls calls, boolean readAhead) throws SQLException {
    if (request == null) {
      return null;
    }
    Call<Page> call = ahead == null || ahead.isAbandoned() ? calls.startAlone(request()) : ahead;
    ahead = null;
    Page page = await(calls, call);
    rows += page.rows().size();
    Optional<String> token = page.nextToken();
    if (token.isEmpty()) {
      end();
    } else {
      checkThatItEnds(page, token.get());
      // Every page asks for as many rows: a server's token may count in pages.
      request = request.next(token.get());
      if (readAhead) {
        ahead = calls.start(request());
      }
    }
    return page;
  }

  private void checkThatItEnds(Page page, String token) throws SQLException {
    emptyPages = page.rows().isEmpty() ? emptyPages + 1 : 0;
    if (!tokens.add(Hashing.sha256().hashUnencodedChars(token))) {
      throw endless("gave the same nextToken twice", page);
    }
    if (emptyPages >= MOST_EMPTY_PAGES) {
      throw endless("gave " + emptyPages + " pages in a row without any row", page);
    }
  }

  private SQLException endless(String what, Page page) {
    return SqlState.PROTOCOL_VIOLATION.exception(
        operation.name()
            + " in "
            + target
            + " does not end: the server "
            + what
            + " (request id "
            + page.requestId()
            + ")",
        null);
  }

  private void end() {
    if (request.filter().onlyEqual()) {
      session.lists().readToEnd(operation.name(), target, request.filter().equal(), rows);
    }
    request = null;
  }

  private ApiRequest<Page> request() {
    ListRequest sent = request;
    return new ApiRequest<>(
        target,
        operation.name(),
        true,
        sent.parameters(),
        (client, trace) -> operation.call(client, sent.values(), trace),
        page -> page.rows().size());
  }

  private static <T> T await(InFlightCalls calls, Call<T> call) throws SQLException {
    try {
      return calls.await(call);
    } catch (ApiFailure e) {
      throw e.meaning();
    }
  }
}
