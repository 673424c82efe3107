package io.github.bedrocksql.adapter.access;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.access.Restriction.Comparison;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Conditions, values and rows by chance, few enough of each to meet often. */
final class RandomConditions {
  static final String HERE = "us-east-1";

  private static final int VALUES = 6;
  private static final long NOON = 1_767_268_800_000L;
  private static final long DAY = 86_400_000;

  private static final ImmutableList<String> NAMES =
      ImmutableList.of("a", "b", "llama-3", "llama-3.1", "Llama+x", "m--x", "a.b");
  private static final ImmutableList<String> ACCOUNTS =
      ImmutableList.of("111122223333", "444455556666");
  private static final ImmutableList<String> STATUSES = JobColumns.STATUSES.all();
  private static final ImmutableList<String> PATTERNS =
      ImmutableList.of(
          "%",
          "a",
          "_",
          "llama%",
          "%3",
          "%-3%",
          "LLAMA%",
          "a!.b",
          "%!%%",
          "m-_x",
          "%l_ama+%",
          "!",
          "%--%",
          "Failed",
          "F%",
          "arn:%",
          "%1",
          "l%m%-3.%");
  private static final ImmutableList<Long> TIMES =
      ImmutableList.of(
          NOON,
          NOON + 1,
          NOON - 1,
          NOON + 999,
          NOON + 5_000,
          0L,
          -1L,
          1_000L,
          -62_135_596_800_000L,
          253_402_300_799_999L,
          Long.MAX_VALUE,
          Long.MIN_VALUE);

  private final Random random;

  RandomConditions(Random random) {
    this.random = random;
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private String arn(String account) {
    return JobColumns.arn(HERE, account, one(ImmutableList.of("job1", "job2", "job3")));
  }

  /** A row of the Region that is asked. */
  JobRow row() {
    String account = one(ACCOUNTS);
    long created = one(TIMES.subList(0, 9)) + random.nextInt(3) * DAY;
    return new JobRow(arn(account), one(NAMES), one(STATUSES), created, HERE, account);
  }

  /** Values for the places that restrictions name: the first two text, then times, then days. */
  Object[] values() {
    Object[] values = new Object[VALUES];
    for (int i = 0; i < VALUES; i++) {
      values[i] = random.nextInt(12) == 0 ? null : value(i);
    }
    if (values[VALUES - 1] == null) {
      values[VALUES - 1] = "!";
    }
    return values;
  }

  private Object value(int place) {
    return switch (place) {
      case 0, 1 -> text();
      case 2, 3 -> one(TIMES);
      case 4 -> (int) (NOON / DAY) + random.nextInt(5) - 2;
      default -> one(ImmutableList.of("!", "", "%", "!!"));
    };
  }

  private String text() {
    return switch (random.nextInt(8)) {
      case 0, 1 -> one(NAMES);
      case 2 -> arn(one(ACCOUNTS));
      case 3 -> one(STATUSES);
      case 4 -> one(ACCOUNTS);
      case 5 -> one(ImmutableList.of(HERE, "eu-west-1", "Cancelled", "under_score", ""));
      default -> one(PATTERNS);
    };
  }

  Restriction restriction(int depth) {
    int kind = random.nextInt(depth == 0 ? 6 : 10);
    if (kind >= 6) {
      ImmutableList<Restriction> parts =
          IntStream.range(0, random.nextInt(4))
              .mapToObj(i -> restriction(depth - 1))
              .collect(ImmutableList.toImmutableList());
      return kind < 8 ? new Restriction.All(parts) : new Restriction.Any(parts);
    }
    return switch (kind) {
      case 0, 1 -> new Restriction.Equals(column(), random.nextInt(2));
      case 2 ->
          new Restriction.Like(
              column(), random.nextInt(2), random.nextBoolean() ? -1 : 5, random.nextBoolean());
      case 3 -> new Restriction.Contains(column(), random.nextInt(2));
      case 4 -> time();
      default -> random.nextInt(4) == 0 ? new Restriction.Nothing() : new Restriction.Anything();
    };
  }

  private Restriction time() {
    boolean days = random.nextInt(3) == 0;
    Comparison comparison = one(ImmutableList.copyOf(Comparison.values()));
    int value = days ? 4 : 2 + random.nextInt(2);
    return new Restriction.Compares(JobColumns.CREATION, comparison, value, days);
  }

  private int column() {
    return one(
        ImmutableList.of(
            JobColumns.IDENTIFIER,
            JobColumns.ARN,
            JobColumns.NAME,
            JobColumns.STATUS,
            JobColumns.REGION,
            JobColumns.ACCOUNT));
  }
}
