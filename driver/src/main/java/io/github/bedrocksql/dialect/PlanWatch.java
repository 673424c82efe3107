package io.github.bedrocksql.dialect;

import java.sql.SQLException;
import org.apache.calcite.plan.RelOptListener;

/**
 * Ends the making of a plan that is no longer wanted. A planner tells what it does step by step, so
 * that is where it can be stopped.
 */
public final class PlanWatch {
  /** Each thread plans for its own statement; a connection has its own watch. */
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<Check> ofThread = new ThreadLocal<>();

  /** Says whether a plan is still wanted. */
  @FunctionalInterface
  public interface Check {
    /** Throws what the planning is to end with. */
    void goOn() throws SQLException;
  }

  /** What makes a plan. */
  @FunctionalInterface
  public interface Planning<T> {
    /** Returns what comes of it. */
    T make() throws SQLException;
  }

  /** Lets this thread make a plan for as long as the check lets it. */
  public <T> T during(Check check, Planning<T> planning) throws SQLException {
    ofThread.set(check);
    try {
      return planning.make();
    } finally {
      ofThread.remove();
    }
  }

  /** Throws if the plan is no longer wanted. */
  void check() {
    Check check = ofThread.get();
    if (check == null) {
      return;
    }
    try {
      check.goOn();
    } catch (SQLException e) {
      throw new Refusal(e);
    }
  }

  /** Returns what a planner is to be told. */
  RelOptListener listener() {
    return new RelOptListener() {
      @Override
      public void ruleAttempted(RuleAttemptedEvent event) {
        check();
      }

      @Override
      public void relEquivalenceFound(RelEquivalenceEvent event) {
        check(); // A large statement is registered for long before any rule is tried.
      }

      @Override
      public void ruleProductionSucceeded(RuleProductionEvent event) {
        // It is registered next.
      }

      @Override
      public void relDiscarded(RelDiscardedEvent event) {
        // Takes no time.
      }

      @Override
      public void relChosen(RelChosenEvent event) {
        // Takes no time.
      }
    };
  }
}
