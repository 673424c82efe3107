package io.github.bedrocksql.adapter.execute;

import java.sql.SQLException;
import org.apache.calcite.jdbc.CalciteMetaImpl;

/**
 * Throws SQLExceptions through Calcite's {@code Enumerator}, which declares none. {@code
 * ResultSet.next()}, which calls it, declares SQLException: so it arrives as what it is, in
 * anyone's connection.
 */
final class Sneaky {
  private static final StackWalker CALLERS =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

  private Sneaky() {}

  static RuntimeException rethrow(Throwable t) {
    if (t instanceof SQLException && isStarting()) {
      throw new IllegalStateException(t.getMessage(), t);
    }
    throw Sneaky.<RuntimeException>as(t);
  }

  /**
   * Whether a statement is being started, as aggregates run then: there Calcite makes of a
   * SQLException a new exception without state and cause, and keeps an unchecked one.
   */
  private static boolean isStarting() {
    return CALLERS.walk(
        frames ->
            frames.anyMatch(
                f ->
                    f.getDeclaringClass() == CalciteMetaImpl.class
                        && f.getMethodName().endsWith("createIterable")));
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T extends Throwable> T as(Throwable t) throws T {
    throw (T) t;
  }
}
