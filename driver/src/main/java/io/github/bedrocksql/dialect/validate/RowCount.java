package io.github.bedrocksql.dialect.validate;

import io.github.bedrocksql.adapter.error.Refusal;
import io.github.bedrocksql.adapter.error.SqlState;
import java.sql.SQLException;

/** A number of rows in a statement's text. */
public enum RowCount {
  /** LIMIT, FETCH FIRST and FETCH NEXT: null means no limit. */
  LIMIT(SqlState.INVALID_LIMIT, Integer.MAX_VALUE),
  /** OFFSET: null skips none. */
  OFFSET(SqlState.INVALID_OFFSET, 0);

  private final SqlState state;
  private final int ofNull;

  RowCount(SqlState state, int ofNull) {
    this.state = state;
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
  public SQLException negative(String place, Throwable cause) {
    return state.exception(this + " must not be negative" + place, cause);
  }
}
