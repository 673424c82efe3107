package io.github.bedrocksql.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The five operations over the jobs of each account and Region. */
final class Operations {
  private final Map<Scope, ImmutableMap<Resource, Rows>> scopes = new ConcurrentHashMap<>();
  private final ImmutableMap<Resource, Rows> nothing;
  private final Behaviour behaviour;
  private final Clock clock;
  private final Json json;

  Operations(Map<Scope, ImmutableList<ImportJob>> jobs, Behaviour behaviour, Clock clock) {
    this.behaviour = behaviour;
    this.clock = clock;
    this.json = new Json(behaviour.omitOptionalFields());
    this.nothing = index(ImmutableList.of());
    jobs.forEach(this::replace);
  }

  final void replace(Scope scope, List<ImportJob> newJobs) {
    scopes.put(
        scope,
        index(
            behaviour.foreignIds()
                ? newJobs.stream().map(ImportJob::withForeignIds).toList()
                : newJobs));
  }

  private ImmutableMap<Resource, Rows> index(List<ImportJob> jobs) {
    return Maps.toMap(
        EnumSet.allOf(Resource.class),
        resource -> Rows.of(resource, jobs, behaviour.shufflesRows()));
  }

  private Rows rows(Resource resource, Scope scope) {
    return scopes.getOrDefault(scope, nothing).get(resource);
  }

  private Optional<ImportJob> find(Resource resource, Scope scope, String identifier) {
    Instant now = clock.instant();
    return rows(resource, scope)
        .named(identifier)
        .map(job -> job.at(now))
        .filter(resource::isIn)
        .findFirst();
  }

  ObjectNode get(Resource resource, Scope scope, String identifier) {
    check(resource.identifierParameter(), identifier, resource.isIdentifier(identifier));
    return find(resource, scope, identifier)
        .map(job -> json.detail(resource, job))
        .orElseThrow(() -> notFound(resource.noun(), identifier));
  }

  ObjectNode tags(Scope scope, String arn) {
    check("resourceARN", arn, Resource.JOB.isArn(arn) || Resource.MODEL.isArn(arn));
    return Stream.of(Resource.values())
        .flatMap(resource -> find(resource, scope, arn).stream())
        .findFirst()
        .map(job -> json.tags(job.tags()))
        .orElseThrow(() -> notFound("resource", arn));
  }

  private void check(String parameter, String identifier, boolean wellFormed) {
    boolean accepted =
        wellFormed
            || (behaviour.lenientIds() && identifier.length() <= Resource.LONGEST_IDENTIFIER);
    if (!accepted) {
      throw ApiException.validation("Value at '" + parameter + "' fails to satisfy its pattern");
    }
  }

  private static ApiException notFound(String what, String identifier) {
    return new ApiException(
        404, "ResourceNotFoundException", "The " + what + " " + identifier + " does not exist");
  }

  ObjectNode list(Resource resource, Scope scope, Map<String, String> query) {
    ListParameters parameters = ListParameters.parse(resource, scope, query);
    PageToken token = parameters.token();
    ObjectNode page = json.object();
    ArrayNode summaries = page.putArray(resource.resultKey());
    if (behaviour.emptyPages() && !token.afterEmptyPage()) {
      page.put("nextToken", new PageToken(true, token.last()).encode(parameters.question()));
      return page;
    }
    int size = Math.min(parameters.maxResults(), behaviour.pageCap());
    boolean descending = !parameters.ascending() && !behaviour.shufflesRows();
    Instant now = clock.instant();
    Rows.Place last = token.last();
    for (Rows.Row row : rows(resource, scope).after(last, descending)) {
      ImportJob job = row.job().at(now);
      if (!resource.isIn(job) || !parameters.matches(resource, job, behaviour)) {
        continue;
      }
      if (summaries.size() == size) {
        page.put("nextToken", new PageToken(false, last).encode(parameters.question()));
        break;
      }
      summaries.add(json.summary(resource, job));
      last = row.place();
    }
    return page;
  }
}
