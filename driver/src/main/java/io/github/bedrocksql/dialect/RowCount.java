package io.github.bedrocksql.dialect;

import java.sql.SQLDataException;
import java.sql.SQLException;

/** A number of rows in a statement's text. */
enum RowCount {
  /** LIMIT, FETCH FIRST and FETCH NEXT: null is no limit. */
  LIMIT("2201W", Integer.MAX_VALUE),
  /** OFFSET: null skips none. */
  OFFSET("2201X", 0);

  private final String sqlState;
  private final int ofNull;

  RowCount(String sqlState, int ofNull) {
    this.sqlState = sqlState;
    this.ofNull = ofNull;
  }

  /** Returns what a parameter's value means. */
  Object of(Object value) {
    if (value instanceof Number number && number.longValue() < 0) {
      throw new Refusal(negative("", null));
    }
    return value == null ? ofNull : value;
  }

  /** Returns why there can't be fewer rows than none. */
  SQLException negative(String place, Throwable cause) {
    return new SQLDataException(this + " must not be negative" + place, sqlState, cause);
  }
}
