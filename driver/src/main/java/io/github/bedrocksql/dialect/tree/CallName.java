package io.github.bedrocksql.dialect.tree;

import java.util.Locale;
import org.apache.calcite.sql.SqlCall;

/** What a call calls, in upper case: the parser keeps names as they are written. */
public final class CallName {
  private CallName() {}

  public static String of(SqlCall call) {
    return call.getOperator().getName().toUpperCase(Locale.ROOT);
  }
}
