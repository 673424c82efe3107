package io.github.bedrocksql.adapter.table;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.bedrocksql.adapter.table.Column.ColumnType;
import io.github.bedrocksql.adapter.table.Column.ElementReader;
import io.github.bedrocksql.adapter.table.Column.Level;
import java.util.List;
import java.util.function.Function;

/**
 * The columns of a table while they are written down, in the order of {@code SELECT *}.
 *
 * @param <S> what a row of List is
 * @param <D> what an answer of Get is
 */
final class ColumnList<S, D> {
  private final ImmutableList.Builder<Column<S, D>> columns = ImmutableList.builder();

  /** Adds a column that List has and Get too. */
  @CanIgnoreReturnValue
  ColumnList<S, D> summary(
      String name,
      ColumnType type,
      Function<S, Object> summary,
      Function<D, Object> detail,
      String remark) {
    return summary(name, type, true, summary, detail, remark);
  }

  /** Adds a column that List has and Get too, and that is never null. */
  @CanIgnoreReturnValue
  ColumnList<S, D> required(
      String name,
      ColumnType type,
      Function<S, Object> summary,
      Function<D, Object> detail,
      String remark) {
    return summary(name, type, false, summary, detail, remark);
  }

  @CanIgnoreReturnValue
  private ColumnList<S, D> summary(
      String name,
      ColumnType type,
      boolean nullable,
      Function<S, Object> summary,
      Function<D, Object> detail,
      String remark) {
    columns.add(
        new Column<>(
            name,
            type,
            nullable,
            Level.SUMMARY,
            (s, region) -> summary.apply(s),
            (d, region) -> detail.apply(d),
            null,
            remark));
    return this;
  }

  /** Adds the columns that tell where a resource is. */
  @CanIgnoreReturnValue
  ColumnList<S, D> place(String resource, Function<S, String> summaryArn, Function<D, String> arn) {
    columns.add(
        new Column<>(
            "region",
            ColumnType.VARCHAR,
            false,
            Level.SUMMARY,
            (s, region) -> region,
            (d, region) -> region,
            null,
            "AWS Region where the " + resource + " is"));
    return required(
        "account_id",
        ColumnType.VARCHAR,
        s -> Values.account(summaryArn.apply(s)),
        d -> Values.account(arn.apply(d)),
        "AWS account that owns the " + resource);
  }

  /** Adds a column that only Get has. */
  @CanIgnoreReturnValue
  ColumnList<S, D> detail(String name, ColumnType type, Function<D, Object> detail, String remark) {
    columns.add(
        new Column<>(
            name, type, true, Level.DETAIL, null, (d, region) -> detail.apply(d), null, remark));
    return this;
  }

  /** Adds a column of lists of texts that only Get has: empty rather than null. */
  @CanIgnoreReturnValue
  ColumnList<S, D> array(String name, Function<D, List<String>> detail, String remark) {
    columns.add(
        new Column<>(
            name,
            ColumnType.VARCHAR_ARRAY,
            false,
            Level.DETAIL,
            null,
            (d, region) -> detail.apply(d),
            null,
            remark));
    return this;
  }

  /** Adds a column of an element, never null. */
  @CanIgnoreReturnValue
  ColumnList<S, D> element(String name, ColumnType type, ElementReader<D> element, String remark) {
    columns.add(new Column<>(name, type, false, Level.ELEMENT, null, null, element, remark));
    return this;
  }

  ImmutableList<Column<S, D>> build() {
    return columns.build();
  }
}
