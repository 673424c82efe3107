package io.github.bedrocksql.adapter.config;

import com.google.errorprone.annotations.Immutable;
import java.util.Optional;

/**
 * Everything about a property: its name, default, format and documentation.
 *
 * @param key its name, as users write it
 * @param format which values it takes
 * @param defaultValue the value that holds when none is given; empty for none
 * @param secret whether its value must never be shown
 * @param example a value, with whatever it needs beside it
 * @param documentation one or two sentences for users
 */
@Immutable
record PropertyDeclaration(
    String key,
    ValueFormat format,
    Optional<String> defaultValue,
    boolean secret,
    String example,
    String documentation) {

  /** Declares a property that has no default and is not a secret. */
  static PropertyDeclaration property(String key, ValueFormat format) {
    return new PropertyDeclaration(key, format, Optional.empty(), false, "", "");
  }

  /** Declares a property whose value must never be shown. */
  static PropertyDeclaration secret(String key, ValueFormat format) {
    return new PropertyDeclaration(key, format, Optional.empty(), true, "", "");
  }

  PropertyDeclaration byDefault(String value) {
    return new PropertyDeclaration(key, format, Optional.of(value), secret, example, documentation);
  }

  PropertyDeclaration example(String value) {
    return new PropertyDeclaration(key, format, defaultValue, secret, value, documentation);
  }

  PropertyDeclaration documented(String sentences) {
    return new PropertyDeclaration(key, format, defaultValue, secret, example, sentences);
  }
}
