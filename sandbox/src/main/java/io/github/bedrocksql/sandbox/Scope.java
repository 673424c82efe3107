package io.github.bedrocksql.sandbox;

/**
 * Whose resources a request sees.
 *
 * @param account an account's id; "" for the account of callers that have assumed no role
 */
record Scope(String account, String region) {
  private static final String OWN_ACCOUNT = "123456789012";

  /** The scope of a caller that has assumed no role. */
  static Scope own(String region) {
    return new Scope("", region);
  }

  /** Returns the account's id. */
  String accountId() {
    return account.isEmpty() ? OWN_ACCOUNT : account;
  }
}
