package io.github.bedrocksql.dialect;

import java.util.Locale;
import org.apache.calcite.sql.SqlCall;

/** What a call calls, in upper case: the parser keeps names as they are written. */
final class CallName {
  private CallName() {}

  static String of(SqlCall call) {
    return call.getOperator().getName().toUpperCase(Locale.ROOT);
  }
}
