package io.github.bedrocksql.adapter.execute;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.Multiset;
import io.github.bedrocksql.adapter.access.CallChoice;
import io.github.bedrocksql.adapter.session.ScanCalls;
import io.github.bedrocksql.adapter.table.Page;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Rows by List, page after page. Where the page after this one is sure to be wanted it is fetched
 * while this one is read; under a limit only once this one did not suffice.
 */
final class ListRows<S> implements Rows {
  private final Pages<S> pages;
  private final RowReader<S, ?> reader;
  private final ScanCalls calls;
  private final long wanted;
  private final Optional<Integer> counted;
  private final Consumer<Multiset<String>> whenRead;
  private final Multiset<String> values = HashMultiset.create();
  private Iterator<S> page = Collections.emptyIterator();
  private String requestId = "none";
  private long read;
  private boolean ended;

  /**
   * Makes no call yet.
   *
   * @param wanted rows that are sure to be read, if there are as many
   * @param counted the column whose values are counted; empty for none
   * @param whenRead gets the counts once all rows are read
   */
  ListRows(
      Pages<S> pages,
      RowReader<S, ?> reader,
      ScanCalls calls,
      long wanted,
      Optional<Integer> counted,
      Consumer<Multiset<String>> whenRead) {
    this.pages = pages;
    this.reader = reader;
    this.calls = calls;
    this.wanted = wanted;
    this.counted = counted;
    this.whenRead = whenRead;
  }

  /** Starts the call for the first page. */
  void start() throws SQLException {
    pages.start(calls);
  }

  @Override
  public Object[] next() throws SQLException {
    while (!ended) {
      if (page.hasNext()) {
        return row(page.next());
      }
      // The page to come may have as many rows as a page can: if that is enough, none is ahead.
      Page<S> next = pages.next(calls, wanted - read > CallChoice.PAGE);
      if (next == null) {
        ended = true;
        whenRead.accept(values);
      } else {
        page = next.rows().iterator();
        requestId = next.requestId();
      }
    }
    return null;
  }

  private Object[] row(S summary) throws SQLException {
    read++;
    Object[] row = reader.ofSummary(summary, requestId);
    counted.ifPresent(column -> values.add((String) row[column]));
    return row;
  }
}
