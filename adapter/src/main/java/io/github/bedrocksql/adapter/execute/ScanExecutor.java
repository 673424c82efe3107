package io.github.bedrocksql.adapter.execute;

import com.google.common.collect.ImmutableMap;
import io.github.bedrocksql.adapter.access.Calls;
import io.github.bedrocksql.adapter.access.KnownRows;
import io.github.bedrocksql.adapter.access.Place;
import io.github.bedrocksql.adapter.config.Target;
import io.github.bedrocksql.adapter.session.ApiSession;
import io.github.bedrocksql.adapter.session.ScanCalls;
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
    ImmutableMap<Target, Calls> calls = calls(plan, given.values());
    if (calls.isEmpty() || given.fetch() == 0) {
      return Linq4j.emptyEnumerator();
    }
    ScanRequest request =
        new ScanRequest(
            plan,
            calls,
            plan.identifiers(given.values()),
            given.checks(),
            new RowComparator(plan.order().keys(), given.sortKeys()),
            given.offset(),
            given.fetch(),
            given.shared());
    ScanCalls scanCalls = new ScanCalls(session, run, plan.estimate());
    try {
      return new RowPipeline(request, session, run, scanCalls).cursor();
    } catch (SQLException e) {
      scanCalls.close();
      throw Sneaky.rethrow(e);
    }
  }

  private ImmutableMap<Target, Calls> calls(ScanPlan plan, Object[] values) {
    ImmutableMap.Builder<Target, Calls> calls = ImmutableMap.builder();
    try {
      for (Target target : session.targets()) {
        Place place = new Place(Optional.of(target.region()), target.account());
        KnownRows known = session.lists().of(plan.table().list().name(), target);
        Calls chosen = plan.access().calls(place, known, values);
        if (!(chosen instanceof Calls.None)) {
          calls.put(target, chosen);
        }
      }
    } catch (SQLException e) {
      throw Sneaky.rethrow(e);
    }
    return calls.buildOrThrow();
  }
}
