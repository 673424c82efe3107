package io.github.bedrocksql.adapter.scan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.github.bedrocksql.adapter.table.TableDefinition;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.calcite.rex.RexNode;

/**
 * What a scan is asked for. Immutable. Every condition stays here, whether the API narrows by it or
 * not, and is evaluated on the rows: {@link ScanAnalysis} says what the API is asked.
 *
 * @param conditions all of them hold; input references are the table's ordinals
 * @param projects the table's ordinals of the columns wanted, in order; at least one
 * @param order the order of the rows; empty for any
 * @param offset rows to skip; null for none
 * @param fetch rows to return after those; null for all
 * @param bothIdentifiers whether each row is given twice, identified by its ARN and by its name:
 *     what is above keeps those whose identifier equals something
 * @param names values that the query compares with the identifier column: the column shows a name
 *     that is among them
 */
public record ScanSpec(
    TableDefinition table,
    ImmutableList<RexNode> conditions,
    ImmutableList<Integer> projects,
    ImmutableList<SortKey> order,
    RexNode offset,
    RexNode fetch,
    boolean bothIdentifiers,
    ImmutableList<RexNode> names) {

  /** Returns the scan of the whole table. */
  public static ScanSpec of(TableDefinition table) {
    return new ScanSpec(
        table,
        ImmutableList.of(),
        IntStream.range(0, table.columns().size()).boxed().collect(ImmutableList.toImmutableList()),
        ImmutableList.of(),
        null,
        null,
        false,
        ImmutableList.of());
  }

  /** Returns whether rows are skipped or cut off: then no condition may be added. */
  public boolean hasLimit() {
    return offset != null || fetch != null;
  }

  /** Returns this scan with further conditions. */
  public ScanSpec where(List<RexNode> more) {
    return new ScanSpec(
        table,
        ImmutableList.<RexNode>builder().addAll(conditions).addAll(more).build(),
        projects,
        order,
        offset,
        fetch,
        bothIdentifiers,
        names);
  }

  /** Returns this scan with some of its columns; {@code fields} are ordinals of its output. */
  public ScanSpec project(List<Integer> fields) {
    return new ScanSpec(
        table,
        conditions,
        fields.stream().map(projects::get).collect(ImmutableList.toImmutableList()),
        order,
        offset,
        fetch,
        bothIdentifiers,
        names);
  }

  /** Returns this scan with other columns; {@code columns} are the table's ordinals. */
  public ScanSpec columns(ImmutableList<Integer> columns) {
    return new ScanSpec(table, conditions, columns, order, offset, fetch, bothIdentifiers, names);
  }

  /** Returns this scan with each row identified by its ARN and once more by its name, or not. */
  public ScanSpec withBothIdentifiers(boolean both) {
    return new ScanSpec(table, conditions, projects, order, offset, fetch, both, names);
  }

  /** Returns this scan of a query that compares the identifier column with these values. */
  public ScanSpec named(Collection<RexNode> values) {
    return new ScanSpec(
        table,
        conditions,
        projects,
        order,
        offset,
        fetch,
        bothIdentifiers,
        ImmutableSet.<RexNode>builder().addAll(names).addAll(values).build().asList());
  }

  /** Returns this scan without conditions. */
  public ScanSpec unfiltered() {
    return new ScanSpec(
        table, ImmutableList.of(), projects, order, offset, fetch, bothIdentifiers, names);
  }

  /** Returns this scan with another order. */
  public ScanSpec sort(List<SortKey> keys) {
    return new ScanSpec(
        table,
        conditions,
        projects,
        ImmutableList.copyOf(keys),
        offset,
        fetch,
        bothIdentifiers,
        names);
  }

  /** Returns this scan with a limit. */
  public ScanSpec limit(RexNode newOffset, RexNode newFetch) {
    return new ScanSpec(
        table, conditions, projects, order, newOffset, newFetch, bothIdentifiers, names);
  }
}
