package io.github.bedrocksql.adapter.execute;

import com.google.common.collect.ImmutableSet;
import io.github.bedrocksql.adapter.execute.ScanRequest.Calls;
import io.github.bedrocksql.adapter.table.Identifier;
import io.github.bedrocksql.adapter.table.ListRequest;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.linq4j.Enumerator;
import org.apache.calcite.linq4j.Linq4j;

/** Turns a request into the calls that serve it and the rows that come back. */
public final class ScanExecutor {
  private final ApiSession session;

  /** Makes an executor; it calls nothing until a scan runs. */
  public ScanExecutor(ApiSession session) {
    this.session = session;
  }

  /** Starts a scan. Its failures are SQLExceptions, thrown where rows are read. */
  public <S, D> Enumerator<Object> execute(ScanRequest<S, D> request, StatementControl control) {
    if (request.calls() instanceof Calls.None || request.fetch() == 0) {
      return Linq4j.emptyEnumerator();
    }
    PendingCalls calls = new PendingCalls(session, control);
    try {
      return new ScanCursor(rows(request, calls), calls, request);
    } catch (SQLException e) {
      calls.close();
      throw Sneaky.rethrow(e);
    }
  }

  private <S, D> Rows rows(ScanRequest<S, D> request, PendingCalls calls) throws SQLException {
    RowReader<S, D> reader =
        new RowReader<>(request.table(), request.identifiers(), session.region());
    if (request.calls() instanceof Calls.Get get) {
      Rows found =
          new LookupRows<>(
              request.table(),
              possible(request, get.keys()),
              reader,
              calls,
              session.maxConcurrency());
      return checked(found, request);
    }
    Calls.ListAll list = (Calls.ListAll) request.calls();
    long wanted = wanted(request);
    boolean exact = list.exact() && wanted < ListRequest.MAX_RESULTS;
    ListRequest first =
        new ListRequest(
            list.status(), exact ? (int) wanted : ListRequest.MAX_RESULTS, Optional.empty());
    Rows listed =
        new ListRows<>(
            request.table(),
            reader,
            request.summaryCheck(),
            calls,
            first,
            wanted == Long.MAX_VALUE);
    return request.hydrate()
        ? new HydratedRows<>(
            request.table(),
            listed,
            reader,
            request.detailCheck(),
            calls,
            session.maxConcurrency(),
            wanted)
        : listed;
  }

  /** Rows after which reading stops, the skipped ones included. */
  private static long wanted(ScanRequest<?, ?> request) {
    long sum = request.offset() + request.fetch();
    return sum < 0 ? Long.MAX_VALUE : sum; // Overflow: more rows than there are.
  }

  /** What to ask Get for: no key twice, and none that no row can have. */
  private Set<String> possible(ScanRequest<?, ?> request, Set<ScanRequest.Key> keys)
      throws SQLException {
    String region = session.region();
    Identifier identifier = request.table().identifier();
    return keys.stream()
        .filter(key -> identifier.possible(key.column(), key.value(), region))
        .map(ScanRequest.Key::value)
        .collect(ImmutableSet.toImmutableSet());
  }

  private static Rows checked(Rows rows, ScanRequest<?, ?> request) {
    return () -> {
      Object[] row;
      do {
        row = rows.next();
      } while (row != null
          && !(request.summaryCheck().test(row) && request.detailCheck().test(row)));
      return row;
    };
  }
}
