package io.github.bedrocksql.dialect;

import io.github.bedrocksql.adapter.error.Refusal;
import io.github.bedrocksql.adapter.session.StatementControl;
import java.sql.SQLException;
import java.util.Optional;
import org.apache.calcite.plan.RelOptListener;

/**
 * Ends the making of a plan that is no longer wanted. A planner tells what it does step by step, so
 * that is where it can be stopped.
 */
final class PlanWatch implements RelOptListener {
  /** Throws if the plan that this thread makes is no longer wanted. */
  static void check() {
    Optional<StatementControl> execution = StatementControl.ofThread();
    if (execution.isPresent()) {
      try {
        execution.get().check();
      } catch (SQLException e) {
        throw new Refusal(e);
      }
    }
  }

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
}
