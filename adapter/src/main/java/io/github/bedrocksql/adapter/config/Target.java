package io.github.bedrocksql.adapter.config;

/**
 * Where calls go: one Region, with the connection's credentials.
 *
 * @param region the Region's code, as in its endpoints
 */
public record Target(String region) {
  /** Returns the Region, for messages. */
  @Override
  public String toString() {
    return region;
  }
}
