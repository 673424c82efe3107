package io.github.bedrocksql.jdbc;

import java.util.Properties;

/** What an application says about itself. Any name is accepted: no server defines a list. */
final class ClientInfo {
  private final Properties kept = new Properties();

  /** Returns a value; null if there is none. */
  String get(String name) {
    return name == null ? null : kept.getProperty(name);
  }

  /** Returns a copy. */
  Properties all() {
    return (Properties) kept.clone();
  }

  /** Keeps a value; null takes the name away. */
  void set(String name, String value) {
    if (name != null && value == null) {
      kept.remove(name);
    } else if (name != null) {
      kept.setProperty(name, value);
    }
  }

  /** Keeps these and no others; null for none. */
  void replace(Properties properties) {
    kept.clear();
    if (properties != null) {
      properties
          .stringPropertyNames()
          .forEach(name -> kept.setProperty(name, properties.getProperty(name)));
    }
  }
}
