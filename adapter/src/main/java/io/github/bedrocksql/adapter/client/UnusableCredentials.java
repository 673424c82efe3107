package io.github.bedrocksql.adapter.client;

import io.github.bedrocksql.adapter.error.SqlState;
import java.sql.SQLException;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * Credentials that can't be had, and why; for people. Unchecked, for it is thrown where the SDK
 * asks for credentials.
 */
final class UnusableCredentials extends SdkClientException {
  private static final long serialVersionUID = 1;

  /** Says what is wrong and what to do. */
  UnusableCredentials(String message) {
    this(message, null);
  }

  /** Says what is wrong and what to do. */
  UnusableCredentials(String message, Throwable cause) {
    super(builder().message(message).cause(cause));
  }

  /** Carries what is wrong with a setting. */
  UnusableCredentials(SQLException failure) {
    this(failure.getMessage(), failure);
  }

  /**
   * Returns the same as an SQLException.
   *
   * @param where the call that was to be signed
   */
  SQLException inSql(String where) {
    return getCause() instanceof SQLException failure
        ? failure
        : SqlState.INVALID_AUTHORIZATION.exception(
            "No usable credentials for " + where + ": " + getMessage(), this);
  }
}
