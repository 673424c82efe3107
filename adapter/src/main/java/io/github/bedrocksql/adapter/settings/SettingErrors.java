package io.github.bedrocksql.adapter.settings;

import io.github.bedrocksql.adapter.error.SqlState;
import java.sql.SQLException;

/** What is wrong with settings, in SQL. */
final class SettingErrors {
  private SettingErrors() {}

  /** A setting of the environment that can't be used. */
  static SQLException invalid(String message) {
    return SqlState.INVALID_PARAMETER.exception(message);
  }

  /** A profile that gives no credentials. */
  static SQLException ofProfile(String message) {
    return SqlState.INVALID_AUTHORIZATION.exception(message);
  }
}
