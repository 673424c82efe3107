package io.github.bedrocksql.differential;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.bedrocksql.sandbox.ImportJob;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** The jobs that the published queries are asked of: four months of them, in three Regions. */
final class PublishedJobs {
  private static final ImmutableList<String> FAMILIES =
      ImmutableList.of(
          "llama-3-1-8b", "llama-3-3-70b", "mistral-7b", "mixtral-8x7b", "qwen2-7b", "flan-t5-xl");
  private static final ImmutableList<String> USES =
      ImmutableList.of(
          "support", "legal", "claims", "search", "edge", "research", "invoices", "review");
  private static final ImmutableList<String> TEAMS =
      ImmutableList.of("support", "legal", "platform", "risk");
  private static final ImmutableList<String> MESSAGES =
      ImmutableList.of(
          "Access denied to S3: grant s3:GetObject.",
          "config.json is missing from the model's files.",
          "KMS key is disabled.");
  private static final ImmutableList<String> REGIONS =
      ImmutableList.of("us-east-1", "us-west-2", "eu-central-1");

  private static final int COUNT = FAMILIES.size() * USES.size();

  private PublishedJobs() {}

  /** Returns the jobs, whose times count back from {@code now}. */
  static DataSet asOf(Instant now) {
    return new DataSet(
        IntStream.range(0, COUNT)
            .mapToObj(i -> job(i, now))
            .collect(ImmutableList.toImmutableList()),
        true);
  }

  private static ImportJob job(int i, Instant now) {
    String region = REGIONS.get((i + i / FAMILIES.size()) % REGIONS.size());
    String arn = "arn:aws:bedrock:" + region + ":" + DataSet.ACCOUNT + ":";
    String name = FAMILIES.get(i % FAMILIES.size()) + "-" + USES.get(i / FAMILIES.size());
    boolean running = i >= COUNT - 2;
    boolean failed = !running && i % 7 == 3;
    boolean completed = !running && !failed;
    boolean fromS3 = i % 13 != 6;
    Instant created =
        now.minus(Duration.ofHours(61L * (COUNT - i) - 59).plusMinutes(i * 13 % 60 + 1));
    return new ImportJob(
        arn + "model-import-job/job%09d".formatted(i),
        name,
        running ? "InProgress" : failed ? "Failed" : "Completed",
        created,
        running ? null : created.plusMillis(60_000L * (i * 37 % 113 + 3) + i * 1_007L),
        name,
        completed && i % 11 != 5 ? arn + "imported-model/mod%09d".formatted(i) : null,
        "arn:aws:iam::" + DataSet.ACCOUNT + ":role/Import" + i % 3,
        fromS3 ? "s3DataSource" : "newDataSource",
        fromS3 ? "s3://acme-models/" + name + "/" : null,
        failed ? MESSAGES.get(i / 7 % MESSAGES.size()) : null,
        i % 3 == 1 ? subnets(i) : null,
        i % 3 == 1 ? ImmutableList.of("sg-" + i % 4) : null,
        i % 2 == 0 ? "arn:aws:kms:" + region + ":" + DataSet.ACCOUNT + ":key/" + i % 4 : null,
        tags(i));
  }

  private static ImmutableList<String> subnets(int i) {
    List<Integer> places = IntStream.rangeClosed(0, i % 3 + i / 3 % 2).boxed().toList();
    return places.stream()
        .map(k -> "subnet-" + (i * 5 + k) % 7)
        .collect(ImmutableList.toImmutableList());
  }

  private static ImmutableMap<String, String> tags(int i) {
    ImmutableMap.Builder<String, String> tags = ImmutableMap.builder();
    if (i % 9 != 0) {
      tags.put("team", TEAMS.get(i % TEAMS.size()));
      tags.put("cost-center", "41" + i % TEAMS.size() + "0-" + (i % 2 == 0 ? "eu" : "us"));
    }
    if (i % 2 == 1) {
      tags.put("env", i % 4 == 1 ? "prod" : "dev");
    }
    return tags.buildOrThrow();
  }
}
