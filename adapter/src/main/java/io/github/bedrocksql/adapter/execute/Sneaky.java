package io.github.bedrocksql.adapter.execute;

/**
 * Throws checked exceptions through Calcite's {@code moveNext}, which declares none. {@code
 * ResultSet.next()}, which calls it, declares SQLException: so it arrives as what it is, in
 * anyone's connection.
 */
final class Sneaky {
  private Sneaky() {}

  static RuntimeException rethrow(Throwable t) {
    throw Sneaky.<RuntimeException>as(t);
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T extends Throwable> T as(Throwable t) throws T {
    throw (T) t;
  }
}
