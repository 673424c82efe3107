package io.github.bedrocksql.adapter.execute;

import com.google.common.collect.ImmutableMap;
import io.github.bedrocksql.adapter.access.AccessPath;
import io.github.bedrocksql.adapter.access.KnownRows;
import io.github.bedrocksql.adapter.access.KnownTarget;
import io.github.bedrocksql.adapter.config.Target;
import io.github.bedrocksql.adapter.session.ApiSession;
import io.github.bedrocksql.adapter.session.InFlightCalls;
import io.github.bedrocksql.adapter.session.StatementRun;
import java.sql.SQLException;
import java.util.Optional;
import org.apache.calcite.linq4j.Enumerator;
import org.apache.calcite.linq4j.Linq4j;

/**
 * Runs the scans of one connection: turns a plan and its values into calls, and those into rows.
 */
public final class ScanExecutor {
  private final ApiSession session;

  /** Makes an executor; it calls nothing until a scan runs. */
  public ScanExecutor(ApiSession session) {
    this.session = session;
  }

  /** Returns what the executor's scans share. */
  public ApiSession session() {
    return session;
  }

  /**
   * Starts a scan. Its failures are SQLExceptions, thrown where rows are read; that no Region is
   * configured is thrown here.
   */
  public Enumerator<Object> execute(ScanPlan plan, ScanValues given, StatementRun run) {
    ImmutableMap<Target, AccessPath> paths = paths(plan, given.values());
    if (paths.isEmpty() || given.fetch() == 0) {
      return Linq4j.emptyEnumerator();
    }
    ScanRequest request =
        new ScanRequest(
            plan,
            paths,
            plan.identifiers(given.values()),
            given.checks(),
            new RowComparator(plan.order().keys(), given.sortKeys()),
            given.offset(),
            given.fetch(),
            given.shared());
    InFlightCalls calls = new InFlightCalls(session, run, plan.estimate());
    try {
      return new RowPipeline(request, session, run, calls).cursor();
    } catch (SQLException e) {
      calls.close();
      throw Sneaky.rethrow(e);
    }
  }

  private ImmutableMap<Target, AccessPath> paths(ScanPlan plan, Object[] values) {
    ImmutableMap.Builder<Target, AccessPath> paths = ImmutableMap.builder();
    try {
      for (Target target : session.targets()) {
        KnownTarget asked = new KnownTarget(Optional.of(target.region()), target.account());
        KnownRows known = session.lists().of(plan.table().list().name(), target);
        AccessPath path = plan.access().path(asked, known, values);
        if (!(path instanceof AccessPath.None)) {
          paths.put(target, path);
        }
      }
    } catch (SQLException e) {
      throw Sneaky.rethrow(e);
    }
    return paths.buildOrThrow();
  }
}
