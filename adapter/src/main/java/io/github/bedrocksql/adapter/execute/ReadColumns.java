package io.github.bedrocksql.adapter.execute;

import com.google.common.collect.ImmutableSet;
import io.github.bedrocksql.adapter.access.ListCapability;
import io.github.bedrocksql.adapter.table.Column;
import io.github.bedrocksql.adapter.table.Identifier;
import io.github.bedrocksql.adapter.table.TableDefinition;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The columns that a scan reads off answers: those that the statement reads, and those that tell
 * rows apart. The others stay null in its rows. Compiled once for a plan.
 */
public final class ReadColumns {
  private final int[] ofSummary;
  private final int[] ofDetail;
  private final int[] onlyOfDetail;

  private ReadColumns(List<Column> columns, ImmutableSet<Integer> read) {
    this.ofSummary = those(columns, read, column -> column.level() == Column.Level.SUMMARY);
    this.ofDetail = those(columns, read, column -> column.detail() != null);
    this.onlyOfDetail = those(columns, read, column -> column.level() == Column.Level.DETAIL);
  }

  private static int[] those(
      List<Column> columns, ImmutableSet<Integer> read, Predicate<Column> kind) {
    return IntStream.range(0, columns.size())
        .filter(read::contains)
        .filter(i -> kind.test(columns.get(i)))
        .toArray();
  }

  /**
   * Returns the columns of a scan.
   *
   * @param used what the statement shows, compares and sorts by
   */
  public static ReadColumns of(TableDefinition table, ImmutableSet<Integer> used) {
    ImmutableSet.Builder<Integer> read = ImmutableSet.builder();
    read.addAll(used).addAll(table.primaryKey());
    Identifier identifier = table.identifier();
    read.add(identifier.arnColumn());
    identifier.otherColumn().ifPresent(read::add);
    // What a list is counted and its order is verified by.
    table.capability().status().map(ListCapability.ByStatus::column).ifPresent(read::add);
    table.capability().creation().ifPresent(creation -> read.add(creation.column()));
    return new ReadColumns(table.columns(), read.build());
  }

  /** Returns those that List has. */
  int[] ofSummary() {
    return ofSummary;
  }

  /** Returns those that Get has. */
  int[] ofDetail() {
    return ofDetail;
  }

  /** Returns those that only Get has. */
  int[] onlyOfDetail() {
    return onlyOfDetail;
  }
}
