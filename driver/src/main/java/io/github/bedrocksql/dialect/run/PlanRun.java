package io.github.bedrocksql.dialect.run;

import io.github.bedrocksql.adapter.BedrockSchema;
import io.github.bedrocksql.adapter.session.ApiSession;
import io.github.bedrocksql.adapter.session.Execution;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.DelegatingEnumerator;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.apache.calcite.schema.SchemaPlus;

/** One run of a plan, which its code asks whether to go on. */
public final class PlanRun {
  /** The clock costs as much as some rows do. */
  private static final int CALLS_BETWEEN_CHECKS = 64;

  private final ApiSession session;
  private final Execution execution;
  private int calls;

  private PlanRun(ApiSession session, Execution execution) {
    this.session = session;
    this.execution = execution;
  }

  /** Begins a run. Called by generated code. */
  public static PlanRun begin(DataContext root) {
    SchemaPlus bedrock =
        Objects.requireNonNull(root.getRootSchema()).subSchemas().get(BedrockSchema.NAME);
    ApiSession session = Objects.requireNonNull(bedrock).unwrap(BedrockSchema.class).session();
    AtomicBoolean canceled = DataContext.Variable.CANCEL_FLAG.get(root);
    return new PlanRun(
        session,
        session.execution(canceled == null ? new AtomicBoolean() : canceled, Duration.ZERO));
  }

  /** Throws if the statement must stop. */
  public void check() {
    if (++calls % CALLS_BETWEEN_CHECKS == 0) {
      try {
        session.check(execution);
      } catch (SQLException e) {
        throw new Stopped(e);
      }
    }
  }

  /** Returns the rows of an input, each of which is checked. */
  public <T> Enumerable<T> rows(Enumerable<T> input) {
    return new AbstractEnumerable<>() {
      @Override
      public Enumerator<T> enumerator() {
        return new DelegatingEnumerator<>(input.enumerator()) {
          @Override
          public boolean moveNext() {
            check();
            return super.moveNext();
          }
        };
      }
    };
  }
}
