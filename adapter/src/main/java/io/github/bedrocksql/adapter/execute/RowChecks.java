package io.github.bedrocksql.adapter.execute;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * The conditions of a scan, by what is needed to decide them: of the values of a row, an element a
 * column of the table.
 *
 * @param summary holds for rows to keep, as far as the summary tells
 * @param decided holds for rows that {@code detail} keeps whatever their detail is
 * @param detail holds for rows to keep, once the detail is there; empty if the summary tells all
 */
public record RowChecks(
    Predicate<Object[]> summary,
    Predicate<Object[]> decided,
    Optional<Predicate<Object[]>> detail) {

  /** Returns whether a row is kept, as far as its summary tells. */
  boolean keepsSummary(Row row) {
    return summary.test(row.values());
  }

  /** Returns whether a complete row is kept. */
  boolean keeps(Row row) {
    return keepsSummary(row) && keepsDetail(row);
  }

  /** Returns whether a row that passed {@code summary} is kept. */
  boolean keepsDetail(Row row) {
    return detail.isEmpty() || detail.get().test(row.values());
  }

  /** Returns whether a row's detail must be seen to decide. */
  boolean needsDetail(Row row) {
    return detail.isPresent() && !decided.test(row.values());
  }
}
