package io.github.bedrocksql.dialect.run;

import io.github.bedrocksql.adapter.error.Refusal;
import io.github.bedrocksql.adapter.session.HeldRows;
import io.github.bedrocksql.adapter.session.StatementControl;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.adapter.enumerable.SourceSorter;
import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.apache.calcite.linq4j.Linq4j;
import org.apache.calcite.linq4j.function.Function1;
import org.apache.calcite.linq4j.function.Function2;

/** One run of a plan, which its code asks whether to go on. */
public final class PlanRun {
  private final StatementControl execution;

  /** The rows that operators hold, by the number of the input that they hold them of. */
  private final Map<Integer, HeldRows.Count> held = new HashMap<>();

  private PlanRun(StatementControl execution) {
    this.execution = execution;
  }

  /**
   * Returns what this thread runs: for generated code, and for what it calls. Nothing stops it
   * where the thread executes no statement.
   */
  public static PlanRun ofThread() {
    return new PlanRun(StatementControl.ofThread().orElse(null));
  }

  /** Throws if the statement must stop. */
  public void check() {
    if (execution != null) {
      check(execution);
    }
  }

  private static void check(StatementControl execution) {
    try {
      execution.checkRow();
    } catch (SQLException e) {
      throw new Refusal(e);
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

  /**
   * Returns the rows of an input, each of which is checked and counted, for they are held.
   *
   * @param number of the input in the plan
   * @param doing what they are held for, as {@link HeldRows} has it
   */
  public <T> Enumerable<T> held(Enumerable<T> input, int number, String doing) {
    HeldRows.Count count = held.computeIfAbsent(number, n -> counts().by(doing));
    return new AbstractEnumerable<>() {
      @Override
      public Enumerator<T> enumerator() {
        count.reset();
        return new CheckedRows<>(input.enumerator(), PlanRun.this) {
          @Override
          public boolean moveNext() {
            boolean follows = super.moveNext();
            if (follows) {
              count.add();
            }
            return follows;
          }
        };
      }
    };
  }

  private HeldRows counts() {
    return execution == null ? new HeldRows() : execution.held();
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

  /**
   * Returns rows in an order; those that it does not tell apart stay as they come. Calcite's way
   * holds several times as much for each row.
   *
   * @param key what the order compares
   * @param order null for that of the keys
   */
  public <T, K> Enumerable<T> sorted(Enumerable<T> rows, Function1<T, K> key, Comparator<K> order) {
    Comparator<K> keys = checked(order == null ? natural() : order);
    return new AbstractEnumerable<>() {
      @Override
      public Enumerator<T> enumerator() {
        List<T> sorted = new ArrayList<>();
        try (Enumerator<T> all = rows.enumerator()) {
          while (all.moveNext()) {
            sorted.add(all.current());
          }
        }
        sorted.sort((one, other) -> keys.compare(key.apply(one), key.apply(other)));
        return Linq4j.iterableEnumerator(sorted);
      }
    };
  }

  @SuppressWarnings("unchecked") // Keys without an order of their own can be compared.
  private static <K> Comparator<K> natural() {
    return (Comparator<K>) Comparator.<Comparable<Object>>naturalOrder();
  }

  /** Rows that are let go of once they are closed, with what operators hold to make them. */
  private static class CheckedRows<T> implements Enumerator<T> {
    private final PlanRun run;
    private Enumerator<T> rows;

    CheckedRows(Enumerator<T> rows, PlanRun run) {
      this.rows = rows;
      this.run = run;
    }

    @Override
    public T current() {
      return rows.current();
    }

    @Override
    public boolean moveNext() {
      run.check();
      return rows.moveNext();
    }

    @Override
    public void reset() {
      rows.reset();
    }

    @Override
    public void close() {
      rows.close();
      rows = Linq4j.emptyEnumerator();
    }
  }
}
