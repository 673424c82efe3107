package io.github.bedrocksql.adapter.access;

import java.util.Optional;

/**
 * Where calls go, as far as it is known before them: what a condition says of the Region or the
 * account alone is then decided without a row.
 *
 * @param region the Region asked; empty if not known yet
 * @param account the account asked; empty where only an answer has it
 */
public record KnownTarget(Optional<String> region, Optional<String> account) {
  /** Nothing is known. */
  public static final KnownTarget UNKNOWN = new KnownTarget(Optional.empty(), Optional.empty());
}
