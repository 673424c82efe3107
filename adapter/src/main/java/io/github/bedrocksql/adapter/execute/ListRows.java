package io.github.bedrocksql.adapter.execute;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Multiset;
import io.github.bedrocksql.adapter.access.AccessPathChoice;
import io.github.bedrocksql.adapter.api.Page;
import io.github.bedrocksql.adapter.api.Resource;
import io.github.bedrocksql.adapter.session.InFlightCalls;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Rows by List, page after page. Where the page after this one is sure to be wanted it is fetched
 * while this one is read; under a limit only once this one did not suffice.
 */
final class ListRows implements Rows {
  private final Pages pages;
  private final ScannedTarget source;
  private final InFlightCalls calls;
  private final long wanted;
  private final Optional<Integer> counted;
  private final Consumer<Multiset<String>> whenRead;
  private final Multiset<String> values = HashMultiset.create();
  private Iterator<Resource> page = Collections.emptyIterator();
  private Iterator<Row> ready = Collections.emptyIterator();
  private long read;
  private boolean ended;

  /**
   * Makes no call yet.
   *
   * @param wanted rows that will surely be read, if there are that many
   * @param counted the column whose values are counted; empty for none
   * @param whenRead gets the counts once all rows are read
   */
  ListRows(
      Pages pages,
      ScannedTarget source,
      InFlightCalls calls,
      long wanted,
      Optional<Integer> counted,
      Consumer<Multiset<String>> whenRead) {
    this.pages = pages;
    this.source = source;
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
  public Row next() throws SQLException {
    while (!ended) {
      if (ready.hasNext()) {
        return ready.next();
      }
      if (page.hasNext()) {
        ready = rows(page.next()).iterator();
      } else {
        turn();
      }
    }
    return null;
  }

  private void turn() throws SQLException {
    // The page to come may have as many rows as a page can: if that is enough, none is ahead.
    Page next = pages.next(calls, wanted - read > AccessPathChoice.PAGE);
    if (next == null) {
      ended = true;
      whenRead.accept(values);
    } else {
      page = next.rows().iterator();
    }
  }

  private ImmutableList<Row> rows(Resource summary) throws SQLException {
    read++;
    ImmutableList<Row> rows = source.ofSummary(summary);
    counted.ifPresent(column -> values.add((String) rows.get(0).value(column)));
    return rows;
  }
}
