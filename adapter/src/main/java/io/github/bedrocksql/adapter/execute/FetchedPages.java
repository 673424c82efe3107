package io.github.bedrocksql.adapter.execute;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import com.google.common.util.concurrent.MoreExecutors;
import com.google.common.util.concurrent.SettableFuture;
import io.github.bedrocksql.adapter.api.LastToken;
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
import java.util.concurrent.Future;

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
  private Asked ahead;
  private final Set<HashCode> tokens = new HashSet<>();
  private long rows;
  private int emptyPages;

  FetchedPages(ListOperation operation, ApiSession session, Target target, ListRequest first) {
    this.operation = operation;
    this.session = session;
    this.target = target;
    this.request = first;
  }

  /**
   * A page that was asked for.
   *
   * @param token where the list goes on, as soon as that is known; empty if it ends or is not known
   *     before the page is
   */
  private record Asked(Call<Page> page, Future<Optional<String>> token) {}

  @Override
  public void start(InFlightCalls calls) throws SQLException {
    boolean begun = request == null || request.nextToken().isPresent() || ahead != null;
    ahead = begun ? ahead : ask(calls, request, false);
  }

  @Override
  public Page next(InFlightCalls calls, boolean readAhead) throws SQLException {
    if (request == null) {
      return null;
    }
    boolean asked = ahead != null && !ahead.page().isAbandoned();
    Asked current = asked ? ahead : ask(calls, request, true);
    Optional<String> told = readAhead ? calls.awaitEarly(current.token()) : Optional.empty();
    boolean goesOn = told.isPresent() && !tokens.contains(hash(told.get()));
    ahead = goesOn ? ask(calls, request.next(told.get()), false) : null;
    Page page = await(calls, current.page());
    rows += page.rows().size();
    if (!told.equals(page.nextToken())) {
      drop();
    }
    goOn(page);
    if (readAhead && request != null && ahead == null) {
      ahead = ask(calls, request, false);
    }
    return page;
  }

  private void goOn(Page page) throws SQLException {
    Optional<String> token = page.nextToken();
    if (token.isEmpty()) {
      end();
    } else {
      checkThatItEnds(page, token.get());
      // Every page asks for as many rows: a server's token may count in pages.
      request = request.next(token.get());
    }
  }

  private void drop() {
    if (ahead != null) {
      ahead.page().future().cancel(true);
      ahead = null;
    }
  }

  private void checkThatItEnds(Page page, String token) throws SQLException {
    emptyPages = page.rows().isEmpty() ? emptyPages + 1 : 0;
    if (!tokens.add(hash(token))) {
      throw endless("gave the same nextToken twice", page);
    }
    if (emptyPages >= MOST_EMPTY_PAGES) {
      throw endless("gave " + emptyPages + " pages in a row without any row", page);
    }
  }

  private static HashCode hash(String token) {
    return Hashing.sha256().hashUnencodedChars(token);
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

  /**
   * Asks for a page.
   *
   * @param alone whether there is nothing to do meanwhile: then the page is there as soon as its
   *     token
   */
  private Asked ask(InFlightCalls calls, ListRequest sent, boolean alone) throws SQLException {
    SettableFuture<Optional<String>> token = SettableFuture.create();
    ApiRequest<Page> page =
        new ApiRequest<>(
            target,
            operation.name(),
            true,
            sent.parameters(),
            (client, trace) -> {
              if (!alone) {
                trace.onBody(body -> token.set(LastToken.of(body)));
              }
              return operation.call(client, sent.values(), trace);
            },
            answer -> answer.rows().size());
    Call<Page> call = alone ? calls.startAlone(page) : calls.start(page);
    call.future().addListener(() -> token.set(Optional.empty()), MoreExecutors.directExecutor());
    return new Asked(call, token);
  }

  private Page await(InFlightCalls calls, Call<Page> call) throws SQLException {
    try {
      return calls.await(call);
    } catch (ApiFailure e) {
      drop(); // Without this page the one after is of no use.
      throw e.meaning();
    }
  }
}
