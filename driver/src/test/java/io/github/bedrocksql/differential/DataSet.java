package io.github.bedrocksql.differential;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Multimaps;
import io.github.bedrocksql.sandbox.ImportJob;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Jobs of which each pair that a sloppy filter would confuse is there. All ended long ago, lest the
 * sandbox show them in progress.
 *
 * @param distinctTimes whether no two jobs were created at the same time
 */
record DataSet(ImmutableList<ImportJob> jobs, boolean distinctTimes) {
  static final String REGION = "us-east-1";
  private static final ImmutableList<String> REGIONS =
      ImmutableList.of(REGION, "us-west-2", "eu-central-1");
  static final String ACCOUNT = "123456789012";

  private static final Instant FIRST = Instant.parse("2024-02-28T22:00:00Z");

  /** Twelve hours before the hour that is missing in New York, and the one that is there twice. */
  private static final Duration TO_SKIPPED =
      Duration.between(FIRST, Instant.parse("2024-03-09T14:00:00Z"));

  private static final Duration TO_REPEATED =
      Duration.between(FIRST, Instant.parse("2024-11-02T13:30:00Z"));
  private static final String ARN = "arn:aws:bedrock:" + REGION + ":" + ACCOUNT + ":";

  /** Names that differ in case only, contain others, or mean something to a regular expression. */
  private static final ImmutableList<String> NAMES =
      ImmutableList.of(
          "llama-3-8b",
          "Llama-3-8b",
          "llama-3-8b-v1.1",
          "llama-3.1-8b+lora",
          "llama-3x1-8b+lora",
          "mistral-7b",
          "MISTRAL-7B",
          "mistral-7b-instruct",
          "my-mistral-7b",
          "a",
          "A",
          "a1",
          "9",
          "x--y",
          "x-y",
          "qwen2.5",
          "qwen2-5",
          "qwen205",
          "phi.+.3",
          "c++",
          "model",
          "model-import",
          "import",
          "Z" + "z".repeat(62));

  private static final ImmutableList<String> MESSAGES =
      ImmutableList.of(
          "Access denied",
          "access denied",
          "100% of it's files_missing",
          "Model's architecture [mamba] isn't supported (yet)",
          "Schlüssel ungültig",
          "C:\\temp\\model",
          "");

  /** Returns jobs created at times of their own, some a millisecond apart. */
  static DataSet withDistinctTimes() {
    return of(true, DataSet::distinct);
  }

  /** Returns jobs created around the hours that New York's clocks skip, and that they repeat. */
  static DataSet withTimesOfClockChanges() {
    return of(true, place -> distinct(place).plus(place % 2 == 0 ? TO_SKIPPED : TO_REPEATED));
  }

  /** Returns jobs of which several were created at the same time. */
  static DataSet withTiedTimes() {
    return of(false, place -> FIRST.plus(Duration.ofHours(place % 6)));
  }

  /** Returns the jobs of {@link #withDistinctTimes}, each in one of several Regions. */
  static DataSet ofSeveralRegions() {
    ImmutableList<ImportJob> jobs = withDistinctTimes().jobs();
    return new DataSet(
        IntStream.range(0, jobs.size())
            .mapToObj(i -> in(REGIONS.get(i % REGIONS.size()), jobs.get(i)))
            .collect(ImmutableList.toImmutableList()),
        true);
  }

  private static ImportJob in(String region, ImportJob job) {
    return new ImportJob(
        moved(region, job.jobArn()),
        job.jobName(),
        job.status(),
        job.creationTime(),
        job.endTime(),
        job.importedModelName(),
        moved(region, job.importedModelArn()),
        job.roleArn(),
        job.dataSourceType(),
        job.s3Uri(),
        job.failureMessage(),
        job.subnetIds(),
        job.securityGroupIds(),
        moved(region, job.kmsKeyArn()),
        job.tags());
  }

  private static String moved(String region, String arn) {
    return arn == null ? null : arn.replace(":" + REGION + ":", ":" + region + ":");
  }

  /** Returns the Region that an ARN names. */
  static String region(String arn) {
    return Splitter.on(':').splitToList(arn).get(3);
  }

  /** Returns the jobs by Region. */
  ImmutableListMultimap<String, ImportJob> byRegion() {
    return Multimaps.index(jobs, job -> region(job.jobArn()));
  }

  private static DataSet of(boolean distinct, IntFunction<Instant> created) {
    Dice dice = new Dice(distinct ? 1 : 2);
    List<String> names =
        Stream.concat(
                NAMES.stream(), IntStream.rangeClosed(1, 24).mapToObj(i -> "job-" + (1000 + i)))
            .toList();
    // The order of the times is not the order of the names.
    List<Integer> places =
        dice.some(IntStream.range(0, names.size()).boxed().toList(), names.size());
    List<ImportJob> jobs = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      jobs.add(job(dice, i, names.get(i), created.apply(places.get(i))));
    }
    return new DataSet(ImmutableList.copyOf(jobs), distinct);
  }

  private static Instant distinct(int place) {
    // Threes: at the full second, a millisecond later, and half a minute later.
    return FIRST
        .plus(Duration.ofHours(3L * (place / 3)))
        .plusMillis(List.of(0, 1, 30_500).get(place % 3));
  }

  private static ImportJob job(Dice dice, int i, String name, Instant created) {
    String status = dice.of("Completed", "Completed", "Failed", "Failed", "InProgress");
    boolean running = status.equals("InProgress");
    boolean completed = status.equals("Completed");
    boolean vpc = dice.chance(0.5);
    String model = modelName(dice, i, name);
    String source = dice.of("s3DataSource", "s3DataSource", "s3DataSource", "newDataSource", null);
    return new ImportJob(
        ARN + "model-import-job/" + id("job", i),
        name,
        status,
        created,
        running || dice.chance(0.1)
            ? null
            : created.plusMillis(dice.of(0L, 999L, 1_000L, 59_999L + i, 60_000L * i + 7)),
        model,
        completed && model != null && dice.chance(0.9)
            ? ARN + "imported-model/" + id("mod", i)
            : null,
        dice.chance(0.9) ? "arn:aws:iam::" + ACCOUNT + ":role/import-" + i % 3 : null,
        source,
        source == null ? null : "s3://models_" + i % 5 + "/" + name.toLowerCase(Locale.ROOT) + "/",
        status.equals("Failed") && dice.chance(0.8) ? dice.of(MESSAGES) : null,
        vpc ? ids(dice, "subnet-", 3) : null,
        vpc && dice.chance(0.8) ? ids(dice, "sg-", 2) : null,
        dice.chance(0.4) ? "arn:aws:kms:" + REGION + ":" + ACCOUNT + ":key/" + i % 2 : null,
        tags(dice));
  }

  /** A model's name has {@code _} where a job's has {@code .} and {@code +}; some are equal. */
  private static String modelName(Dice dice, int i, String jobName) {
    if (dice.chance(0.15)) {
      return null;
    }
    boolean allowed = jobName.matches("([0-9a-zA-Z]-?)+");
    return allowed && dice.chance(0.5) ? jobName : dice.of("model_", "Model_", "m-") + i;
  }

  private static String id(String prefix, int i) {
    return prefix + "x".repeat(6) + (100 + i);
  }

  private static ImmutableList<String> ids(Dice dice, String prefix, int most) {
    return IntStream.rangeClosed(1, dice.between(1, most))
        .mapToObj(n -> prefix + dice.of("a", "b") + n)
        .collect(ImmutableList.toImmutableList());
  }

  private static ImmutableMap<String, String> tags(Dice dice) {
    ImmutableMap.Builder<String, String> tags = ImmutableMap.builder();
    for (String key : dice.some(ImmutableList.of("team", "Team", "env"), dice.below(4))) {
      tags.put(key, dice.of("red", "Red", "blue", "prod_1"));
    }
    return tags.buildOrThrow();
  }
}
