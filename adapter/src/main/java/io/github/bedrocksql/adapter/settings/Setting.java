package io.github.bedrocksql.adapter.settings;

/**
 * What somebody has set.
 *
 * @param value without blanks around it, never empty
 * @param source where it stands, for messages: {@code AWS_REGION}, say
 */
public record Setting(String value, String source) {
  /** Shows where it stands only: the value may be a secret. */
  @Override
  public String toString() {
    return source;
  }
}
