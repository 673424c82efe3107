package io.github.bedrocksql.adapter.execute;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.config.Target;
import io.github.bedrocksql.adapter.session.ApiSession;
import io.github.bedrocksql.adapter.session.ScanCalls;
import io.github.bedrocksql.adapter.session.StatementRun;
import java.sql.SQLException;
import org.apache.calcite.linq4j.Enumerator;
import org.apache.calcite.linq4j.Linq4j;

/** Turns a request into the calls that serve it and the rows that come back. */
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

  /** Returns the Regions that are asked; fails as a scan does if none is configured. */
  public ImmutableList<Target> targets() {
    try {
      return session.targets();
    } catch (SQLException e) {
      throw Sneaky.rethrow(e);
    }
  }

  /** Starts a scan. Its failures are SQLExceptions, thrown where rows are read. */
  public Enumerator<Object> execute(ScanRequest request, StatementRun run) {
    if (request.calls().isEmpty() || request.fetch() == 0) {
      return Linq4j.emptyEnumerator();
    }
    ScanCalls calls = new ScanCalls(session, run, request.estimate());
    try {
      return new RowPipeline(request, session, run, calls).cursor();
    } catch (SQLException e) {
      calls.close();
      throw Sneaky.rethrow(e);
    }
  }
}
