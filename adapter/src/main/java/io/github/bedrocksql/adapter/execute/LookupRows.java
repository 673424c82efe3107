package io.github.bedrocksql.adapter.execute;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.api.Resource;
import io.github.bedrocksql.adapter.config.Target;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rows by key: one Get each, side by side; a key that is not found gives no row. */
final class LookupRows implements Rows {
  /** A key to look up, and where. */
  record Lookup(ScannedTarget source, String identifier) {}

  /** Of several accounts, each may see the same resource. */
  private record Seen(Target target, Object arn) {}

  private record Begun(ScannedTarget source, Detail detail) {}

  private final Iterator<Lookup> lookups;
  private final int arnColumn;
  private final Window<Begun> window;
  private final long wanted;
  private final LeftOut leftOut;
  private final Set<Seen> arns = new HashSet<>();
  private Iterator<Row> ready = ImmutableList.<Row>of().iterator();

  /**
   * Makes no call yet.
   *
   * @param mostCalls Gets in flight at most
   * @param wanted no more lookups than that are begun at once
   */
  LookupRows(List<Lookup> lookups, int arnColumn, int mostCalls, long wanted, LeftOut leftOut) {
    this.lookups = lookups.iterator();
    this.arnColumn = arnColumn;
    this.window = new Window<>(mostCalls);
    this.wanted = wanted;
    this.leftOut = leftOut;
  }

  @Override
  public Row next() throws SQLException {
    while (!ready.hasNext()) {
      while (lookups.hasNext() && window.hasRoom(wanted)) {
        Lookup lookup = lookups.next();
        begin(lookup, !lookups.hasNext() && window.isEmpty());
      }
      Begun first = window.poll();
      if (first == null) {
        return null;
      }
      ready = rows(first.source(), detail(first)).iterator();
    }
    return ready.next();
  }

  private void begin(Lookup lookup, boolean alone) throws SQLException {
    ScannedTarget source = lookup.source();
    if (!leftOut.has(source.target())) {
      Detail detail = source.details().lookUp(lookup.identifier(), alone);
      window.add(new Begun(source, detail), detail instanceof Detail.Requested);
    }
  }

  private Optional<Resource> detail(Begun begun) throws SQLException {
    Optional<Resource> detail;
    try {
      detail = begun.source().details().await(begun.detail());
    } catch (SQLException e) {
      leftOut.add(begun.source().target(), e);
      return Optional.empty();
    }
    leftOut.answered(begun.source().target());
    return detail;
  }

  private ImmutableList<Row> rows(ScannedTarget source, Optional<Resource> detail)
      throws SQLException {
    if (detail.isEmpty()) {
      return ImmutableList.of();
    }
    Row row = source.ofDetail(detail.get());
    source.details().remember(row, detail.get());
    // An ARN and a name may be of one job: it is still one row.
    return arns.add(new Seen(source.target(), row.value(arnColumn)))
        ? source.withElements(row, detail.get())
        : ImmutableList.of();
  }
}
