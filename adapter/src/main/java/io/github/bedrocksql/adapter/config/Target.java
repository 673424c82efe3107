package io.github.bedrocksql.adapter.config;

import com.google.common.base.Splitter;
import java.util.List;
import java.util.Optional;

/**
 * Where calls go: one Region of one account.
 *
 * @param region the Region's code, as in its endpoints
 * @param roleArn the role that is assumed; empty for the connection's own credentials
 */
public record Target(String region, Optional<String> roleArn) {
  private static final int ACCOUNT = 4;

  /** Makes a target of the connection's own credentials. */
  public Target(String region) {
    this(region, Optional.empty());
  }

  // A record's own are made of method handles at run time: dear for what every first query
  // compares.

  @Override
  public boolean equals(Object other) {
    return other instanceof Target target
        && region.equals(target.region)
        && roleArn.equals(target.roleArn);
  }

  @Override
  public int hashCode() {
    return 31 * region.hashCode() + roleArn.hashCode();
  }

  /** Returns the account's id; empty where only an answer tells it. */
  public Optional<String> account() {
    return roleArn
        .map(arn -> Splitter.on(':').splitToList(arn))
        .filter(parts -> parts.size() > ACCOUNT)
        .map((List<String> parts) -> parts.get(ACCOUNT));
  }

  /** Returns the Region and the account, for messages. */
  @Override
  public String toString() {
    return region + account().map(id -> " of account " + id).orElse("");
  }
}
