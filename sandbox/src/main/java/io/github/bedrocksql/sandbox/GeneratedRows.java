package io.github.bedrocksql.sandbox;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Rows for tests: any number of any resource whose ARN ends in an id of 12 characters, always the
 * same for a seed. Each is one of the sample account's, drawn by the seed, under another name, at
 * another time and with other ids: {@code fleet0000001} and on. What a row names has the row's own
 * number, so that rows of two resources find each other, and the models and jobs of {@link
 * GeneratedJobs}.
 */
public final class GeneratedRows {
  private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00.123Z");
  private static final String TEMPLATES = "us-east-1";
  private static final int MOST = 1_000_000;
  private static final Pattern ARN =
      Pattern.compile("(arn:aws:bedrock:[^:\"]*:[0-9]{12}:([a-z-]+)/(?:[^/\"]+/)?)[a-z0-9]{12}\"");
  private static final Pattern ID = Pattern.compile("[a-z0-9]{12}");
  private static final Pattern TIME =
      Pattern.compile("\"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{8,}Z\"");
  private static final ImmutableMap<String, String> PREFIXES =
      ImmutableMap.of("model-import-job", "jobid", "imported-model", "model");

  private GeneratedRows() {}

  /** Puts so many of each resource into a scope, three of one time each. */
  static void putInto(Holdings holdings, Scope scope, int count, long seed) {
    holdings.putJobs(scope, GeneratedJobs.of(scope.region(), scope.accountId(), count));
    ServedResources.ALL.stream()
        .filter(r -> r != ImportJob.RESOURCE && r != ImportedModel.RESOURCE)
        .forEach(resource -> put(holdings, scope, resource, count, seed));
  }

  private static <R> void put(
      Holdings holdings, Scope scope, Resource<R> resource, int count, long seed) {
    ImmutableList<R> samples = new SampleAccount(FIRST).rows(resource, TEMPLATES);
    boolean numbered = samples.stream().anyMatch(row -> isNumbered(resource, row));
    holdings.put(
        scope,
        resource,
        numbered
            ? of(resource, scope.region(), scope.accountId(), count, seed, 3)
            : new SampleAccount(FIRST).rows(resource, scope.region()));
  }

  /** Returns rows a minute apart. */
  public static <R> ImmutableList<R> of(
      Resource<R> resource, String region, String account, int count, long seed) {
    return of(resource, region, account, count, seed, 1);
  }

  /** Returns rows of which so many are of one time, the next a minute later. */
  static <R> ImmutableList<R> of(
      Resource<R> resource, String region, String account, int count, long seed, int atOnce) {
    checkArgument(count <= MOST, "more than %s rows have no ids", MOST);
    ImmutableList<R> templates =
        new SampleAccount(FIRST)
            .rows(resource, TEMPLATES).stream()
                .filter(row -> isNumbered(resource, row))
                .collect(ImmutableList.toImmutableList());
    Random dice = new Random(seed);
    return IntStream.rangeClosed(1, count)
        .mapToObj(
            i -> {
              R template = templates.get(dice.nextInt(templates.size()));
              return row(resource, template, region, account, i, i / atOnce);
            })
        .collect(ImmutableList.toImmutableList());
  }

  private static <R> boolean isNumbered(Resource<R> resource, R row) {
    return ID.matcher(id(resource, row)).matches();
  }

  private static <R> String id(Resource<R> resource, R row) {
    return resource.arn(row).substring(resource.arn(row).lastIndexOf('/') + 1);
  }

  private static <R> R row(
      Resource<R> resource, R template, String region, String account, int number, int minute) {
    ObjectNode json = Json.MAPPER.valueToTree(template);
    json.put(
        resource.nameField(),
        json.get(resource.nameField()).asText()
            + "-"
            + Strings.padStart(Integer.toString(number), 5, '0'));
    Duration later =
        Duration.between(
            Instant.ofEpochMilli(resource.rank(template)), FIRST.plus(Duration.ofMinutes(minute)));
    String text =
        json.toString().replace(TEMPLATES, region).replace(SampleAccount.ACCOUNT, account);
    String renumbered =
        ARN.matcher(text)
            .replaceAll(arn -> renumbered(arn, number))
            .replace("\"" + id(resource, template) + "\"", "\"" + newId("fleet", number) + "\"");
    try {
      return resource.row(
          Json.MAPPER.readTree(TIME.matcher(renumbered).replaceAll(time -> moved(time, later))));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String renumbered(MatchResult arn, int number) {
    String prefix = PREFIXES.getOrDefault(arn.group(2), "fleet");
    return arn.group(1) + newId(prefix, number) + "\"";
  }

  private static String newId(String prefix, int number) {
    return prefix + Strings.padStart(Integer.toString(number), 7, '0');
  }

  private static String moved(MatchResult time, Duration later) {
    String quoted = time.group();
    Instant old = Instant.parse(quoted.substring(1, quoted.length() - 1));
    return "\"" + Json.text(old.plus(later)) + "\"";
  }
}
