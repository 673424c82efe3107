package io.github.bedrocksql.differential;

import static org.assertj.core.api.Assertions.fail;

import io.github.bedrocksql.differential.Trial.Failure;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A run of many queries under one name, which ends after a few failures. */
final class Run {
  private static final int FAILURES = Integer.getInteger("differential.failures", 5);

  private final String name;
  private final List<String> failures = new ArrayList<>();

  Run(String name) {
    this.name = name;
  }

  /** What is done for the query of a number. */
  interface Step {
    /** Returns what failed. */
    Optional<Failure> run(Dice dice) throws SQLException;
  }

  /** Runs so many steps. */
  void steps(int count, Step step) throws SQLException {
    long start = System.nanoTime();
    int[] numbers =
        Settings.only().isPresent()
            ? new int[] {Settings.only().getAsInt()}
            : IntStream.range(0, count).toArray();
    int left = 0;
    for (int number : numbers) {
      try {
        step.run(Dice.of(Settings.SEED, name, number))
            .ifPresent(f -> failures.add(describe(number, f)));
      } catch (ReferenceFault e) {
        left++;
      }
      if (failures.size() >= FAILURES) {
        break;
      }
    }
    System.out.printf(
        "%s: %d queries, %d failures, %d beyond H2, %d ms%n",
        name, numbers.length, failures.size(), left, (System.nanoTime() - start) / 1_000_000);
    // A reference that fails at much would hold nothing.
    if (left > numbers.length / 50 + 1) {
      fail("%s: H2 fails at %d of %d queries", name, left, numbers.length);
    }
    if (!failures.isEmpty()) {
      fail(
          "%s: %d failures (no more than %d are looked for)%n%s",
          name, failures.size(), FAILURES, String.join("", failures));
    }
  }

  private String describe(int number, Failure failure) {
    return "\n== %s, query %d: -Ddifferential.seed=%d -Ddifferential.queries=%d -Ddifferential.only=%d\n%s\n"
        .formatted(name, number, Settings.SEED, number + 1, number, failure);
  }
}
