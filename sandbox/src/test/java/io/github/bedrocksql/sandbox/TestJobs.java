package io.github.bedrocksql.sandbox;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Jobs that tests make by hand. */
final class TestJobs {
  static final Instant CREATION = Instant.parse("2026-02-03T04:05:06.789Z");

  private static final String ARN = "arn:aws:bedrock:us-east-1:123456789012:";

  private TestJobs() {}

  /** Returns a completed job of five minutes with the optional fields that it needs for a model. */
  static ImportJob job(int number, String name, Instant creation) {
    String id = Strings.padStart(Integer.toString(number), 12, '0');
    return new ImportJob(
        ARN + "model-import-job/" + id,
        name,
        "Completed",
        creation,
        creation.plus(Duration.ofMinutes(5)),
        "model-of-" + number,
        ARN + "imported-model/" + id,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** Returns jobs that were created at the same instant. */
  static List<ImportJob> twins(int count) {
    return IntStream.range(0, count)
        // Not in the order of their ARNs, lest they come out right by being left as they are.
        .mapToObj(i -> job(i * 7 % count, "twin-" + i * 7 % count, CREATION))
        .collect(ImmutableList.toImmutableList());
  }
}
