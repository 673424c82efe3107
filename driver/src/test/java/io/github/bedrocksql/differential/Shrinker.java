package io.github.bedrocksql.differential;

import io.github.bedrocksql.differential.Trial.Failure;
import java.util.Optional;

/** Takes from a failing query what its failure does not need. */
final class Shrinker {
  private static final int TRIES = 300;

  private final Trial trial;
  private int left = TRIES;

  Shrinker(Trial trial) {
    this.trial = trial;
  }

  /** Returns the failure of the smallest query found that fails in the same way. */
  Failure shrink(Sql sql, Failure failure) {
    for (Sql smaller : sql.smaller()) {
      Optional<Failure> other = left-- > 0 ? run(smaller) : Optional.empty();
      if (other.isPresent() && other.get().refused() == failure.refused()) {
        return shrink(smaller, other.get());
      }
    }
    return failure;
  }

  private Optional<Failure> run(Sql smaller) {
    try {
      return trial.run(smaller);
    } catch (IllegalStateException e) {
      return Optional.empty(); // With a part missing the reference may refuse it.
    }
  }
}
