package io.github.bedrocksql.sandbox;

/**
 * Whose jobs a request sees.
 *
 * @param account an account's id; "" for the account of callers that have assumed no role
 */
record Scope(String account, String region) {
  /** The scope of a caller that has assumed no role. */
  static Scope own(String region) {
    return new Scope("", region);
  }
}
