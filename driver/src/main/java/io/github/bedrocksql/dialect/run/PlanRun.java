package io.github.bedrocksql.dialect.run;

import io.github.bedrocksql.adapter.session.Execution;
import java.sql.SQLException;
import java.util.Comparator;
import org.apache.calcite.adapter.enumerable.SourceSorter;
import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.DelegatingEnumerator;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.apache.calcite.linq4j.function.Function1;
import org.apache.calcite.linq4j.function.Function2;

/** One run of a plan, which its code asks whether to go on. */
public final class PlanRun {
  private final Execution execution;

  private PlanRun(Execution execution) {
    this.execution = execution;
  }

  /**
   * Returns what this thread runs: for generated code, and for what it calls. Nothing stops it
   * where the thread executes no statement.
   */
  public static PlanRun ofThread() {
    return new PlanRun(Execution.ofThread().orElse(null));
  }

  /** Throws if the statement must stop. */
  public void check() {
    if (execution != null) {
      check(execution);
    }
  }

  private static void check(Execution execution) {
    try {
      execution.checkRow();
    } catch (SQLException e) {
      throw new Stopped(e);
    }
  }

  /** Returns an order that ends the sorting of many values once the statement must stop. */
  public <T> Comparator<T> checked(Comparator<T> order) {
    return (one, other) -> {
      check();
      return order.compare(one, other);
    };
  }

  /** Returns a text that ends a search in it, which may go back and forth for hours. */
  public CharSequence checked(String text) {
    return new CheckedText(text, this);
  }

  /** Returns the rows of an input, each of which is checked. */
  public <T> Enumerable<T> rows(Enumerable<T> input) {
    return new AbstractEnumerable<>() {
      @Override
      public Enumerator<T> enumerator() {
        return new CheckedRows<>(input.enumerator(), PlanRun.this);
      }
    };
  }

  /** Returns what aggregates rows in an order: it holds them all, and reads no input then. */
  public <A, R, K> SourceSorter<A, R, K> sorter(
      Function2<A, R, A> adder, Function1<R, K> key, Comparator<K> order) {
    return new SourceSorter<>(
        (aggregate, row) -> {
          check();
          return adder.apply(aggregate, row);
        },
        row -> {
          check();
          return key.apply(row);
        },
        order);
  }

  private static final class CheckedRows<T> extends DelegatingEnumerator<T> {
    private final PlanRun run;

    CheckedRows(Enumerator<T> rows, PlanRun run) {
      super(rows);
      this.run = run;
    }

    @Override
    public boolean moveNext() {
      run.check();
      return delegate.moveNext();
    }
  }
}
