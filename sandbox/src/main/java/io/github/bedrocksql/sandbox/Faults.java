package io.github.bedrocksql.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** What goes wrong on purpose, in an order that the seed decides. */
final class Faults {
  private final Behaviour behaviour;
  private final Random dice;
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger answers = new AtomicInteger();
  private Instant first;

  Faults(Behaviour behaviour) {
    this.behaviour = behaviour;
    this.dice = new Random(behaviour.seed());
  }

  /** Waits as long as the endpoint is slow, then throws what it answers instead, if anything. */
  void before(String region, String operation) throws InterruptedException {
    int number = requests.incrementAndGet();
    Thread.sleep(behaviour.latency().toMillis());
    if (behaviour.disabledRegions().contains(region)
        || behaviour.notOffered().containsEntry(region, operation)) {
      throw new ApiException(
          403,
          "AccessDeniedException",
          "Your account is not authorized to invoke this API operation.");
    }
    if (behaviour.deniedOperations().contains(operation)) {
      throw new ApiException(
          403,
          "AccessDeniedException",
          "User: arn:aws:iam::123456789012:user/analyst is not authorized to perform: bedrock:"
              + operation);
    }
    if (number <= behaviour.throttleFirst()
        || (storms() && roll(behaviour.throttleRate()))
        || !behaviour.quota().admits(region, operation)) {
      throw new ApiException(429, "ThrottlingException", "Rate exceeded");
    }
    if (roll(behaviour.errorRate())) {
      throw new ApiException(500, "InternalServerException", "An internal error occurred");
    }
  }

  /** Counts an answer and returns whether it breaks off. */
  boolean cuts() {
    int number = answers.incrementAndGet();
    return behaviour.cutEvery() > 0 && number % behaviour.cutEvery() == 0;
  }

  private synchronized boolean storms() {
    if (first == null) {
      first = Instant.now();
    }
    return Duration.between(first, Instant.now()).compareTo(behaviour.throttleFor()) < 0;
  }

  private synchronized boolean roll(double rate) {
    return rate > 0 && dice.nextDouble() < rate;
  }
}
