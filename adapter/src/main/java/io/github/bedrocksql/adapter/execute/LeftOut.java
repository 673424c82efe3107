package io.github.bedrocksql.adapter.execute;

import io.github.bedrocksql.adapter.config.Target;
import io.github.bedrocksql.adapter.session.ApiSession;
import io.github.bedrocksql.adapter.session.StatementRun;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The Regions that a scan leaves out, where the connection allows it. Never all of them: a failure
 * everywhere is a failure, not an empty table. Never one that has already given rows: without its
 * other rows they would be a wrong answer.
 */
final class LeftOut {
  private final ApiSession session;
  private final StatementRun run;
  private final int regions;
  private final Map<Target, SQLException> failures = new LinkedHashMap<>();
  private final Set<Target> answered = new HashSet<>();

  /** Leaves out none yet, of so many Regions. */
  LeftOut(ApiSession session, StatementRun run, int regions) {
    this.session = session;
    this.run = run;
    this.regions = regions;
  }

  /** Returns whether a Region is left out. */
  boolean has(Target target) {
    return failures.containsKey(target);
  }

  /**
   * Leaves a Region out, or throws what it failed with.
   *
   * @throws SQLException if the scan can't do without it
   */
  void add(Target target, SQLException failure) throws SQLException {
    if (answered.contains(target) || !session.mayLeaveOut(failure)) {
      throw failure;
    }
    failures.putIfAbsent(target, failure);
    if (failures.size() == regions) {
      throw failures.values().iterator().next();
    }
    run.leaveOut(target, failure);
  }

  /**
   * Remembers that a Region answered.
   *
   * @throws SQLException if it was left out over another call
   */
  void answered(Target target) throws SQLException {
    if (has(target)) {
      throw failures.get(target);
    }
    answered.add(target);
  }

  /** Returns rows of a Region, or none if its first call fails in a way that may be left out. */
  Rows orNone(Target target, Rows rows) {
    return () -> {
      if (has(target)) {
        return null;
      }
      try {
        Row row = rows.next();
        answered.add(target);
        return row;
      } catch (SQLException e) {
        add(target, e);
        return null;
      }
    };
  }
}
