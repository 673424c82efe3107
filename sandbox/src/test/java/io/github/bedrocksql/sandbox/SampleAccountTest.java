package io.github.bedrocksql.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The sample account tells one story: what a resource names is there, or is said to be gone. */
class SampleAccountTest {
  private static final Instant NOW = Instant.parse("2026-05-06T07:08:09.123456Z");
  private static final SampleAccount ACCOUNT = new SampleAccount(NOW);
  private static final Pattern NAMED =
      Pattern.compile(
          "arn:aws:bedrock:(us-east-1|us-west-2|eu-central-1):(123456789012)?:"
              + "(foundation-model|custom-model|imported-model|provisioned-model|model-[a-z]+-job)/"
              + "[^\"]+");

  /** Returns what is seen at {@link #NOW}, by ARN. */
  private static Map<String, Object> rows() {
    Holdings holdings = new Holdings(Sandbox.builder().behaviour());
    ACCOUNT.putInto(holdings);
    Map<String, Object> rows = new TreeMap<>();
    for (String region : SampleAccount.REGIONS) {
      ServedResources.ALL.forEach(resource -> putAll(rows, holdings, resource, region));
    }
    return rows;
  }

  private static <R> void putAll(
      Map<String, Object> rows, Holdings holdings, Resource<R> resource, String region) {
    for (Rows.Row<R> row : holdings.rows(Scope.own(region), resource).after(null, false)) {
      String arn = row.place().arn();
      resource
          .at(row.row(), NOW)
          .ifPresent(seen -> assertThat(rows.put(arn, seen)).as(arn).isNull());
    }
  }

  @Test
  void whatIsNamedIsThere() {
    Set<String> missing = new TreeSet<>();
    Map<String, Object> rows = rows();
    for (Object row : rows.values()) {
      Matcher named = NAMED.matcher(Json.MAPPER.valueToTree(row).toString());
      while (named.find()) {
        if (!rows.containsKey(named.group())) {
          missing.add(named.group());
        }
      }
    }
    // The copies that failed, and the one that is under way.
    assertThat(missing)
        .allMatch(arn -> arn.contains(":custom-model/"))
        .extracting(arn -> arn.substring(arn.lastIndexOf('/') + 1))
        .containsExactlyInAnyOrder("84e6f0b1d2c7", "c8a01f6e7b25", "f30d5b92ae68");
  }

  @Test
  void nobodyUsesTheOldThroughput() {
    String old = "custom-model/amazon.nova-lite-v1:0:300k/b7f2c95e01d3";
    List<ModelInvocationJob> jobs = ACCOUNT.rows(ModelInvocationJob.RESOURCE, "us-east-1");
    assertThat(ACCOUNT.rows(ProvisionedModelThroughput.RESOURCE, "us-east-1"))
        .filteredOn(throughput -> throughput.modelArn().endsWith(old))
        .singleElement()
        .satisfies(throughput -> assertThat(throughput.commitmentExpirationTime()).isAfter(NOW));
    assertThat(jobs).isNotEmpty().noneMatch(job -> job.modelId().endsWith(old));
  }

  @Test
  void timesAreInTheirOrder() {
    for (Object row : rows().values()) {
      JsonNode json = Json.MAPPER.valueToTree(row);
      Instant created = time(json, "creationTime", "submitTime", "createdAt");
      for (String later : List.of("lastModifiedTime", "endTime", "updatedAt", "lastUpdatedAt")) {
        if (json.hasNonNull(later)) {
          assertThat(time(json, later)).as("%s of %s", later, row).isBetween(created, NOW);
        }
      }
    }
  }

  private static Instant time(JsonNode json, String... names) {
    for (String name : names) {
      if (json.hasNonNull(name)) {
        return Instant.parse(json.get(name).asText());
      }
    }
    return null;
  }
}
