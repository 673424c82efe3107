package io.github.bedrocksql.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The account that the sandbox shows to who has none: three Regions with all that the API tells of.
 * Its import jobs are those of {@link SampleJobs}, and its imported models are theirs; the rest is
 * in the files of {@code sample/}, one a resource. They are read when a request first asks for
 * them: a console that starts must not wait for what nobody looks at.
 */
final class SampleAccount {
  static final ImmutableList<String> REGIONS =
      ImmutableList.of("us-east-1", "us-west-2", "eu-central-1");

  static final String ACCOUNT = Scope.own("").accountId();

  private static final String EVERYWHERE = "*";
  // Times are written as "P3DT2H ago" or "in P3D".
  private static final Pattern TIME = Pattern.compile("\"(in )?(P[0-9DTHMS.]+)( ago)?\"");

  private final Instant now;
  private final Supplier<ImmutableListMultimap<String, ImportJob>> jobs;

  /** Ages the account as of {@code now}. */
  SampleAccount(Instant now) {
    this.now = now.truncatedTo(ChronoUnit.SECONDS);
    this.jobs = Suppliers.memoize(() -> SampleJobs.asOf(now));
  }

  void putInto(Holdings holdings) {
    for (String region : REGIONS) {
      Scope scope = Scope.own(region);
      ServedResources.ALL.forEach(resource -> put(holdings, scope, resource));
      holdings.putLater(scope, ImportJob.RESOURCE, () -> jobs.get().get(region));
      holdings.putLater(
          scope, ImportedModel.RESOURCE, () -> ImportedModel.of(jobs.get().get(region)));
    }
  }

  private <R> void put(Holdings holdings, Scope scope, Resource<R> resource) {
    holdings.putLater(scope, resource, () -> rows(resource, scope.region()));
  }

  /** Returns the rows of a resource's file that are in a Region, or under "*" in each. */
  <R> ImmutableList<R> rows(Resource<R> resource, String region) {
    String name = "sample/" + resource.noun().replace(' ', '-') + "s.json";
    try {
      String text =
          Resources.toString(SampleAccount.class.getResource(name), StandardCharsets.UTF_8)
              .replace("{region}", region)
              .replace("{account}", ACCOUNT);
      ObjectNode regions =
          (ObjectNode) Json.MAPPER.readTree(TIME.matcher(text).replaceAll(this::time));
      return ImmutableList.<R>builder()
          .addAll(resource.rows(regions.withArray(EVERYWHERE)))
          .addAll(resource.rows(regions.withArray(region)))
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String time(MatchResult age) {
    Duration distance = Duration.parse(age.group(2));
    Instant time = age.group(1) == null ? now.minus(distance) : now.plus(distance);
    return "\"" + time + "\"";
  }
}
