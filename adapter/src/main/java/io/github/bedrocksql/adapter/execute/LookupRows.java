package io.github.bedrocksql.adapter.execute;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.api.Resource;
import io.github.bedrocksql.adapter.config.Target;
import io.github.bedrocksql.adapter.execute.Details.Awaited;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/** Rows by key: Get for each, side by side; what is not found is no row. */
final class LookupRows implements Rows {
  /** A key to look up, and where. */
  record Lookup(Site site, String identifier) {}

  /** Of several accounts, each may see the same resource. */
  private record Seen(Target target, Object arn) {}

  private record Sent(Site site, Awaited detail) {}

  private final Iterator<Lookup> lookups;
  private final int arnColumn;
  private final int window;
  private final LeftOut leftOut;
  private final Queue<Sent> sent = new ArrayDeque<>();
  private final Set<Seen> arns = new HashSet<>();
  private Iterator<Object[]> ready = ImmutableList.<Object[]>of().iterator();

  LookupRows(List<Lookup> lookups, int arnColumn, int window, LeftOut leftOut) {
    this.lookups = lookups.iterator();
    this.arnColumn = arnColumn;
    this.window = window;
    this.leftOut = leftOut;
  }

  @Override
  public Object[] next() throws SQLException {
    while (!ready.hasNext()) {
      while (sent.size() < window && lookups.hasNext()) {
        send(lookups.next());
      }
      Sent first = sent.poll();
      if (first == null) {
        return null;
      }
      ready = rows(first.site(), detail(first)).iterator();
    }
    return ready.next();
  }

  private void send(Lookup lookup) throws SQLException {
    if (!leftOut.has(lookup.site().target())) {
      sent.add(new Sent(lookup.site(), lookup.site().details().lookUp(lookup.identifier())));
    }
  }

  private Optional<Resource> detail(Sent sent) throws SQLException {
    Optional<Resource> detail;
    try {
      detail = sent.site().details().await(sent.detail());
    } catch (SQLException e) {
      leftOut.add(sent.site().target(), e);
      return Optional.empty();
    }
    leftOut.answered(sent.site().target());
    return detail;
  }

  private ImmutableList<Object[]> rows(Site site, Optional<Resource> detail) throws SQLException {
    if (detail.isEmpty()) {
      return ImmutableList.of();
    }
    Object[] row = site.reader().ofDetail(detail.get());
    site.details().remember(row, detail.get());
    // An ARN and a name may be of one job: it is still one row.
    return arns.add(new Seen(site.target(), row[arnColumn]))
        ? site.reader().withElements(row, detail.get())
        : ImmutableList.of();
  }
}
