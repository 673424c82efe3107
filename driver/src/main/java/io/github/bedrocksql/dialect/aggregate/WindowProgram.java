package io.github.bedrocksql.dialect.aggregate;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.dialect.run.PlanRun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.apache.calcite.linq4j.Linq4j;
import org.apache.calcite.rel.core.Window;

/**
 * What a plan's window does to its rows: to each it adds a value for each function.
 *
 * @param width how many fields a row of the input has
 */
public record WindowProgram(ImmutableList<Clause> clauses, int width, int outputWidth) {
  /**
   * What stands within one OVER, and the functions before it.
   *
   * @param first where the value of the first function goes; the others follow
   */
  record Clause(
      int[] partition,
      Order order,
      FrameRule frame,
      ImmutableList<WindowFunction> functions,
      int first) {
    Clause {
      partition = partition.clone();
    }
  }

  static WindowProgram of(Window window) {
    ImmutableList.Builder<Clause> clauses = ImmutableList.builder();
    int width = window.getInput().getRowType().getFieldCount();
    int next = width;
    for (Window.Group group : window.groups) {
      Order order = Order.of(group.orderKeys);
      clauses.add(
          new Clause(
              group.keys.toArray(),
              order,
              FrameRule.of(group, window),
              group.aggCalls.stream()
                  .map(WindowFunctions::of)
                  .collect(ImmutableList.toImmutableList()),
              next));
      next += group.aggCalls.size();
    }
    return new WindowProgram(clauses.build(), width, next);
  }

  /**
   * Returns the rows with the functions' values behind their own fields. They stay in the order of
   * the input: the planner takes it for the window's and sorts no more.
   */
  public Enumerable<Object[]> run(Enumerable<Object[]> input, Object[] constants) {
    return new AbstractEnumerable<>() {
      @Override
      public Enumerator<Object[]> enumerator() {
        return Linq4j.enumerator(evaluated(input, constants));
      }
    };
  }

  private Collection<Object[]> evaluated(Enumerable<Object[]> input, Object[] constants) {
    List<Object[]> rows = new ArrayList<>();
    try (Enumerator<Object[]> source = input.enumerator()) {
      while (source.moveNext()) {
        rows.add(Arrays.copyOf(source.current(), outputWidth));
      }
    }
    PlanRun run = PlanRun.ofThread();
    for (Clause clause : clauses) {
      for (List<Object[]> partition : partitions(rows, clause.partition(), run)) {
        partition.sort(run.checked(clause.order()));
        evaluate(clause, new Partition(partition, clause.order(), width, constants, run));
      }
    }
    return rows;
  }

  private static Collection<List<Object[]>> partitions(
      List<Object[]> rows, int[] keys, PlanRun run) {
    Map<List<Object>, List<Object[]>> partitions = new LinkedHashMap<>();
    for (Object[] row : rows) {
      run.check();
      List<Object> key = new ArrayList<>(keys.length);
      for (int field : keys) {
        key.add(Values.hashable(row[field]));
      }
      partitions.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
    }
    return partitions.values();
  }

  private static void evaluate(Clause clause, Partition partition) {
    for (int i = 0; i < clause.functions().size(); i++) {
      clause.functions().get(i).evaluate(partition, clause.frame(), clause.first() + i);
    }
  }
}
