package io.github.bedrocksql.adapter.execute;

import io.github.bedrocksql.adapter.api.Page;
import io.github.bedrocksql.adapter.session.InFlightCalls;
import java.sql.SQLException;

/** The pages of a list, one after another. */
interface Pages {
  /** Starts the call for the first page, if none was started: so that other lists run beside it. */
  void start(InFlightCalls calls) throws SQLException;

  /**
   * Returns the next page, or null after the last.
   *
   * @param calls the scan that reads
   * @param ahead whether the page after it will be wanted, too: then it is fetched meanwhile
   */
  Page next(InFlightCalls calls, boolean ahead) throws SQLException;
}
