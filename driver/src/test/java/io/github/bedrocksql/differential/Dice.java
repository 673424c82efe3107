package io.github.bedrocksql.differential;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Chance that is the same for the same seed. */
final class Dice {
  private final Random random;

  Dice(long seed) {
    this.random = new Random(seed);
  }

  /** Returns dice for one of many things, so that each can be had again without those before it. */
  static Dice of(long seed, String purpose, int index) {
    long mixed = seed ^ (purpose.hashCode() * 0x9E3779B97F4A7C15L);
    return new Dice(mixed + index * 0xBF58476D1CE4E5B9L);
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** Returns 0 to {@code bound - 1}. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** Returns {@code from} to {@code to}, both included. */
  int between(int from, int to) {
    return from + random.nextInt(to - from + 1);
  }

  <T> T of(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  final <T> T of(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  /** Returns some of them, no more than {@code most}, each once, in any order. */
  <T> ImmutableList<T> some(List<T> choices, int most) {
    List<T> shuffled = new ArrayList<>(choices);
    Collections.shuffle(shuffled, random);
    return ImmutableList.copyOf(shuffled.subList(0, Math.min(most, shuffled.size())));
  }

  /** Returns a choice among weighted makers, of which one makes the thing. */
  <T> Choice<T> choice() {
    return new Choice<>();
  }

  /** Weighted makers. */
  final class Choice<T> {
    private final List<Supplier<T>> makers = new ArrayList<>();
    private final List<Integer> weights = new ArrayList<>();

    Choice<T> add(int weight, Supplier<T> maker) {
      return addIf(true, weight, maker);
    }

    Choice<T> addIf(boolean condition, int weight, Supplier<T> maker) {
      if (condition) {
        makers.add(maker);
        weights.add(weight);
      }
      return this;
    }

    T make() {
      int left = below(weights.stream().mapToInt(w -> w).sum());
      int i = 0;
      while (left >= weights.get(i)) {
        left -= weights.get(i);
        i++;
      }
      return makers.get(i).get();
    }
  }
}
