package io.github.bedrocksql.adapter.execute;

import io.github.bedrocksql.adapter.session.ScanCalls;
import io.github.bedrocksql.adapter.table.Page;
import java.sql.SQLException;

/** The pages of a list, one after another. */
interface Pages<S> {
  /** Starts the call for the first page, if none was started: so that other lists run beside it. */
  void start(ScanCalls calls) throws SQLException;

  /**
   * Returns the next page, or null after the last.
   *
   * @param calls the scan that reads
   * @param ahead whether the page after it will be wanted, too: then it is fetched meanwhile
   */
  Page<S> next(ScanCalls calls, boolean ahead) throws SQLException;
}
