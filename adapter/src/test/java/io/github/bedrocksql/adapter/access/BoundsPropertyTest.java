package io.github.bedrocksql.adapter.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whatever a condition keeps is inside its bounds, and the calls chosen can return it. {@code
 * -Dbounds.seed=n} runs one seed again, {@code -Dbounds.rounds=n} more of them.
 */
class BoundsPropertyTest {
  private static final long SEED = Long.getLong("bounds.seed", 20_261_125L);
  private static final int ROUNDS = Integer.getInteger("bounds.rounds", 20_000);

  private final Random random = new Random(SEED);
  private final RandomConditions conditions = new RandomConditions(random);

  @Test
  void neverNarrowerThanTheCondition() {
    System.out.println("BoundsPropertyTest: -Dbounds.seed=" + SEED);
    int kept = 0;
    int narrowed = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Object[] values = conditions.values();
      Restriction condition = conditions.restriction(3);
      Bounds bounds = JobColumns.reader(values).read(condition);
      AccessPath calls = choice().choose(bounds);
      narrowed += bounds.equals(Bounds.ALL) ? 0 : 1;
      for (int i = 0; i < 20; i++) {
        JobRow row = conditions.row();
        if (row.meets(condition, values)) {
          kept++;
          String what =
              String.join("\n", condition.toString(), Arrays.toString(values), row.toString());
          assertThat(row.isInside(bounds)).as("seed %s: %s\n%s", SEED, what, bounds).isTrue();
          assertThat(row.isReturnedBy(calls)).as("seed %s: %s\n%s", SEED, what, calls).isTrue();
        }
      }
    }
    assertThat(kept).as("rows kept, or the test tells nothing").isGreaterThan(ROUNDS);
    assertThat(narrowed).as("bounds that narrow").isGreaterThan(ROUNDS / 5);
  }

  @Test
  void listsOfSeveralStatusesHaveNoRowTwice() {
    for (int round = 0; round < ROUNDS; round++) {
      Object[] values = conditions.values();
      Bounds bounds = JobColumns.reader(values).read(conditions.restriction(2));
      if (choice().choose(bounds) instanceof AccessPath.Listing listing
          && listing.lists().size() > 1) {
        assertThat(listing.lists().stream().map(ListFilter::equal))
            .doesNotHaveDuplicates()
            .noneMatch(Map::isEmpty);
      }
    }
  }

  @Test
  void valuesThatAreNotKnownYetNarrowNoMoreThanKnownOnes() {
    for (int round = 0; round < ROUNDS; round++) {
      Object[] values = conditions.values();
      Object[] planned = Stream.of(values).map(this::sometimesUnbound).toArray();
      Restriction condition = conditions.restriction(3);
      Bounds now = JobColumns.reader(planned).read(condition);
      if (now.empty()) {
        for (int i = 0; i < 20; i++) {
          JobRow row = conditions.row();
          assertThat(row.meets(condition, values))
              .as("seed %s: planned as empty: %s", SEED, condition)
              .isFalse();
        }
      }
    }
  }

  private Object sometimesUnbound(Object value) {
    return value != null && random.nextBoolean() ? new Unbound("?") : value;
  }

  private AccessPathChoice choice() {
    ImmutableList<Long> sizes = ImmutableList.of(-1L, 0L, 3L, 999L, 5_000L);
    long all = sizes.get(random.nextInt(sizes.size()));
    KnownRows known =
        equal -> {
          long rows = equal.isEmpty() ? all : all / 3;
          return all < 0 ? OptionalLong.empty() : OptionalLong.of(rows);
        };
    return new AccessPathChoice(
        JobColumns.CAPABILITY,
        JobColumns.KEYS,
        random.nextInt(4) == 0
            ? KnownTarget.UNKNOWN
            : new KnownTarget(Optional.of(RandomConditions.HERE), Optional.empty()),
        known,
        random.nextBoolean(),
        ImmutableSet.of(),
        random.nextBoolean());
  }
}
