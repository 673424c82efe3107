package io.github.bedrocksql.adapter.session;

import io.github.bedrocksql.adapter.config.Target;
import io.github.bedrocksql.adapter.error.SqlState;
import java.sql.SQLException;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** What the scans of one execution of a statement share, and what they may cost. */
public final class StatementRun {
  private final long number;
  private final StatementControl execution;
  private final OptionalInt budget;
  private final AtomicLong calls = new AtomicLong();
  private final ConcurrentMap<Object, Object> shared = new ConcurrentHashMap<>();

  StatementRun(long number, StatementControl execution, OptionalInt budget) {
    this.number = number;
    this.execution = execution;
    this.budget = budget;
  }

  /** Returns 1 for the first statement of the connection that scanned. */
  public long number() {
    return number;
  }

  StatementControl execution() {
    return execution;
  }

  /** Returns what scans of this statement keep under a key, made by the first that asks. */
  public <T> T shared(Object key, Class<T> type, Supplier<T> maker) {
    return type.cast(shared.computeIfAbsent(key, k -> maker.get()));
  }

  /** Returns what counts the rows that scans hold together. */
  public HeldRows held() {
    return execution.held();
  }

  /** Remembers that the rows of a Region are left out. */
  public void leaveOut(Target target, SQLException failure) {
    execution.leaveOut(target, failure);
  }

  /**
   * Fails before any call if the calls known to be needed are more than the statement may make.
   *
   * @param estimate what the plan makes of them, for people
   */
  public void foresee(long needed, String estimate) throws SQLException {
    if (budget.isPresent() && calls.get() + needed > budget.getAsInt()) {
      throw exceeded("; the plan: " + estimate);
    }
  }

  /** Counts a call that is about to be made. */
  void spend(String estimate) throws SQLException {
    if (budget.isPresent() && calls.incrementAndGet() > budget.getAsInt()) {
      throw exceeded(" and needs another: " + estimate);
    }
  }

  private SQLException exceeded(String why) {
    return SqlState.LIMIT_EXCEEDED.exception(
        "The statement may make " + budget.getAsInt() + " API calls (maxApiCalls)" + why, null);
  }
}
