package io.github.bedrocksql.adapter.settings;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;

/** A profile, or another named section, with what the configuration files say of it. */
public record Profile(String name, ImmutableMap<String, Setting> settings) {
  /** Returns what a key is set to. */
  public Optional<Setting> get(String key) {
    return Optional.ofNullable(settings.get(key));
  }

  /** Returns the text that a key is set to. */
  public Optional<String> text(String key) {
    return get(key).map(Setting::value);
  }

  /** Returns whether a key is set. */
  public boolean has(String key) {
    return settings.containsKey(key);
  }

  /** Shows no value: some are secrets. */
  @Override
  public String toString() {
    return "profile '" + name + "'";
  }
}
