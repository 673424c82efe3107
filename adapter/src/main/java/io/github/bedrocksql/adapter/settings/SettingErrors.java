package io.github.bedrocksql.adapter.settings;

import io.github.bedrocksql.adapter.error.PlainText;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLInvalidAuthorizationSpecException;

/** What is wrong with settings, in SQL. */
final class SettingErrors {
  private SettingErrors() {}

  /** A setting of the environment that can't be used. */
  static SQLException invalid(String message) {
    return new SQLDataException(PlainText.of(message), "22023");
  }

  /** A profile that gives no credentials. */
  static SQLException ofProfile(String message) {
    return new SQLInvalidAuthorizationSpecException(PlainText.of(message), "28000");
  }
}
