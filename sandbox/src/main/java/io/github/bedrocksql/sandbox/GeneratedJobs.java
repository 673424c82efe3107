package io.github.bedrocksql.sandbox;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;

/** Jobs for tests: any number, always the same. */
public final class GeneratedJobs {
  private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00.123Z");
  // From here on a second apart, so that a million jobs do not reach into the future.
  private static final int A_MINUTE_APART = 100_000;
  private static final int MOST = 1_000_000;

  private GeneratedJobs() {}

  /**
   * Returns jobs {@code job-00001} and on, a minute apart (a second from the 100,001st), the
   * statuses by turns.
   */
  public static ImmutableList<ImportJob> of(String region, String account, int count) {
    checkArgument(count <= MOST, "more than %s jobs have no ids", MOST);
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> job(region, account, i))
        .collect(ImmutableList.toImmutableList());
  }

  /** Returns the i-th of them. */
  static ImportJob job(String region, String account, int i) {
    String number = Strings.padStart(Integer.toString(i), 5, '0');
    String arn = "arn:aws:bedrock:" + region + ":" + account + ":";
    // An id has 12 characters, whatever the number.
    String id = Strings.padStart(Integer.toString(i), 7, '0');
    Instant creation =
        FIRST
            .plus(Duration.ofMinutes(Math.min(i, A_MINUTE_APART)))
            .plusSeconds(Math.max(0, i - A_MINUTE_APART));
    String status = ImmutableList.of("Completed", "Failed", "Completed", "InProgress").get(i % 4);
    boolean ended = !"InProgress".equals(status);
    boolean vpc = i % 3 == 0;
    return new ImportJob(
        arn + "model-import-job/jobid" + id,
        "job-" + number,
        status,
        creation,
        ended ? creation.plusMillis(61_000L * (i % 90 + 1)) : null,
        "model-" + number,
        "Completed".equals(status) ? arn + "imported-model/model" + id : null,
        "arn:aws:iam::" + account + ":role/import-" + i % 5,
        "s3DataSource",
        "s3://models/" + number + "/",
        "Failed".equals(status) ? "Reason number " + i % 7 : null,
        vpc ? ImmutableList.of("subnet-a" + i % 4, "subnet-b" + i % 4) : null,
        vpc ? ImmutableList.of("sg-" + i % 6) : null,
        i % 2 == 0 ? "arn:aws:kms:" + region + ":" + account + ":key/" + i % 3 : null,
        ImmutableMap.of("team", "team-" + i % 4));
  }
}
