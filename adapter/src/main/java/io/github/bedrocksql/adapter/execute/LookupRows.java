package io.github.bedrocksql.adapter.execute;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.execute.Details.Awaited;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/** Rows by key: Get for each, side by side; what is not found is no row. */
final class LookupRows<D> implements Rows {
  private final Iterator<String> identifiers;
  private final RowReader<?, D> reader;
  private final int arnColumn;
  private final Details<D> details;
  private final int window;
  private final Queue<Awaited<D>> sent = new ArrayDeque<>();
  private final Set<Object> arns = new HashSet<>();
  private Iterator<Object[]> ready = ImmutableList.<Object[]>of().iterator();

  LookupRows(
      Set<String> identifiers,
      RowReader<?, D> reader,
      int arnColumn,
      Details<D> details,
      int window) {
    this.identifiers = identifiers.iterator();
    this.reader = reader;
    this.arnColumn = arnColumn;
    this.details = details;
    this.window = window;
  }

  @Override
  public Object[] next() throws SQLException {
    while (!ready.hasNext()) {
      while (sent.size() < window && identifiers.hasNext()) {
        sent.add(details.lookUp(identifiers.next()));
      }
      Awaited<D> first = sent.poll();
      if (first == null) {
        return null;
      }
      ready = rows(details.await(first)).iterator();
    }
    return ready.next();
  }

  private ImmutableList<Object[]> rows(Optional<D> detail) throws SQLException {
    if (detail.isEmpty()) {
      return ImmutableList.of();
    }
    Object[] row = reader.ofDetail(detail.get());
    details.remember(row, detail.get());
    // An ARN and a name may be of one job: it is still one row.
    return arns.add(row[arnColumn]) ? reader.withElements(row, detail.get()) : ImmutableList.of();
  }
}
