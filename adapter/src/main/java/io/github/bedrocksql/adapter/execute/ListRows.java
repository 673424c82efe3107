package io.github.bedrocksql.adapter.execute;

import io.github.bedrocksql.adapter.client.SqlState;
import io.github.bedrocksql.adapter.execute.PendingCalls.ApiFailure;
import io.github.bedrocksql.adapter.execute.PendingCalls.Call;
import io.github.bedrocksql.adapter.table.ListRequest;
import io.github.bedrocksql.adapter.table.Page;
import io.github.bedrocksql.adapter.table.TableDefinition;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Rows by List, page after page, that pass the check on the summary. Where all rows are wanted the
 * next page is fetched while this one is read; under a limit only once this one did not suffice.
 */
final class ListRows<S, D> implements Rows {
  private final TableDefinition<S, D> table;
  private final RowReader<S, D> reader;
  private final Predicate<Object[]> check;
  private final PendingCalls calls;
  private final boolean readAhead;

  private Iterator<S> page = Collections.emptyIterator();
  private ListRequest next;
  private Call<Page<S>> ahead;

  ListRows(
      TableDefinition<S, D> table,
      RowReader<S, D> reader,
      Predicate<Object[]> check,
      PendingCalls calls,
      ListRequest first,
      boolean readAhead) {
    this.table = table;
    this.reader = reader;
    this.check = check;
    this.calls = calls;
    this.next = first;
    this.readAhead = readAhead;
  }

  @Override
  public Object[] next() throws SQLException {
    while (true) {
      while (page.hasNext()) {
        Object[] row = reader.ofSummary(page.next());
        if (check.test(row)) {
          return row;
        }
      }
      if (next == null) {
        return null;
      }
      turnPage();
    }
  }

  private void turnPage() throws SQLException {
    Call<Page<S>> call = ahead == null ? start(next) : ahead;
    ahead = null;
    Page<S> answer = await(call);
    Optional<String> token = answer.nextToken();
    if (token.isPresent() && token.equals(next.nextToken())) {
      throw SqlState.PROTOCOL_VIOLATION.exception(
          table.list().name() + ": the server gave the same nextToken twice, which never ends",
          null);
    }
    // Every page asks for as many rows: a server's token may count in pages.
    next = token.isPresent() ? next.next(token.get()) : null;
    if (readAhead && next != null) {
      ahead = start(next);
    }
    page = answer.rows().iterator();
  }

  private Call<Page<S>> start(ListRequest request) throws SQLException {
    return calls.start(table.list().name(), request.toString(), c -> table.list().call(c, request));
  }

  private Page<S> await(Call<Page<S>> call) throws SQLException {
    try {
      return calls.await(call);
    } catch (ApiFailure e) {
      throw e.meaning();
    }
  }
}
