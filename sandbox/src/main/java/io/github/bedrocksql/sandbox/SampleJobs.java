package io.github.bedrocksql.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The jobs of sample-jobs.json, whose times there are ages. */
final class SampleJobs {
  private SampleJobs() {}

  /** Returns the jobs by Region, aged as of {@code now}. */
  static ImmutableListMultimap<String, ImportJob> asOf(Instant now) {
    ImmutableListMultimap.Builder<String, ImportJob> jobs = ImmutableListMultimap.builder();
    try (InputStream in = SampleJobs.class.getResourceAsStream("sample-jobs.json")) {
      JsonNode root = Json.MAPPER.readTree(in);
      Instant today = now.truncatedTo(ChronoUnit.SECONDS);
      for (JsonNode job : root.get("jobs")) {
        jobs.put(job.get("region").asText(), job(job, root.get("account").asText(), today));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return jobs.build();
  }

  private static ImportJob job(JsonNode job, String account, Instant now) {
    String id = job.get("id").asText();
    String name = job.get("name").asText();
    String arn = "arn:aws:bedrock:" + job.get("region").asText() + ":" + account + ":";
    boolean failed = job.has("failure");
    Instant creation = now.minus(Duration.parse(job.get("age").asText()));
    return new ImportJob(
        arn + "model-import-job/" + id,
        name,
        failed ? "Failed" : "Completed",
        creation,
        creation.plus(Duration.parse(job.get("duration").asText())),
        name,
        failed ? null : arn + "imported-model/" + id,
        "arn:aws:iam::" + account + ":role/BedrockImport",
        job.path("sourceType").asText("s3DataSource"),
        "s3://acme-models/" + name + "/",
        text(job, "failure"),
        texts(job, "subnets"),
        texts(job, "securityGroups"),
        text(job, "kmsKey"),
        tags(job));
  }

  private static String text(JsonNode job, String field) {
    return job.hasNonNull(field) ? job.get(field).asText() : null;
  }

  private static ImmutableList<String> texts(JsonNode job, String field) {
    if (!job.has(field)) {
      return null;
    }
    ImmutableList.Builder<String> texts = ImmutableList.builder();
    job.get(field).forEach(text -> texts.add(text.asText()));
    return texts.build();
  }

  private static ImmutableMap<String, String> tags(JsonNode job) {
    ImmutableMap.Builder<String, String> tags = ImmutableMap.builder();
    job.path("tags").fields().forEachRemaining(t -> tags.put(t.getKey(), t.getValue().asText()));
    return tags.buildOrThrow();
  }
}
