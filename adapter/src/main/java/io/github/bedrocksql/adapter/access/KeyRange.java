package io.github.bedrocksql.adapter.access;

/** Which keys of a table Get takes, and which a row can have. */
public interface KeyRange {
  /** Returns whether Get can answer {@code column = value}. */
  boolean isKey(int column);

  /**
   * Returns whether a row may have this key. False means that there is none, without a call.
   *
   * @param region the Region asked
   */
  boolean possible(Key key, String region);

  /** Returns whether a key is a name rather than an ARN. */
  boolean isName(Key key);

  /** Returns the account that a key names, "" if it names none. */
  String account(Key key);
}
