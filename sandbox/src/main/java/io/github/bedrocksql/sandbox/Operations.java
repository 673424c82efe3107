package io.github.bedrocksql.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Get, List and ListTagsForResource over what each account has in each Region. */
final class Operations {
  private final Holdings holdings;
  private final Behaviour behaviour;
  private final Clock clock;

  Operations(Holdings holdings, Behaviour behaviour, Clock clock) {
    this.holdings = holdings;
    this.behaviour = behaviour;
    this.clock = clock;
  }

  private <R> Optional<R> find(Resource<R> resource, Scope scope, String identifier) {
    Instant now = clock.instant();
    return holdings
        .rows(scope, resource)
        .named(identifier)
        .flatMap(row -> resource.at(row, now).stream())
        .findFirst();
  }

  <R> ObjectNode get(Resource<R> resource, Scope scope, String identifier) {
    Getting<R> getting = resource.getting();
    check(getting.parameter(), identifier, getting.accepts(identifier));
    return find(resource, scope, identifier)
        .map(row -> resource.detail(row, behaviour.omitOptionalFields()))
        .map(this::shown)
        .orElseThrow(() -> notFound(resource.noun(), identifier));
  }

  ObjectNode tags(Scope scope, String arn) {
    check("resourceARN", arn, ServedResources.ALL.stream().anyMatch(r -> r.isTaggedArn(arn)));
    Map<String, String> tags =
        ServedResources.ALL.stream()
            .flatMap(resource -> tags(resource, scope, arn))
            .findFirst()
            .orElseThrow(() -> notFound("resource", arn));
    ObjectNode json = Json.MAPPER.createObjectNode();
    ArrayNode list = json.putArray("tags");
    tags.forEach((key, value) -> list.addObject().put("key", key).put("value", value));
    return json;
  }

  private <R> Stream<Map<String, String>> tags(Resource<R> resource, Scope scope, String arn) {
    return find(resource, scope, arn).stream().map(resource::tags);
  }

  private void check(String parameter, String identifier, boolean wellFormed) {
    boolean accepted =
        wellFormed || (behaviour.lenientIds() && identifier.length() <= Getting.LONGEST_IDENTIFIER);
    if (!accepted) {
      throw ApiException.validation("Value at '" + parameter + "' fails to satisfy its pattern");
    }
  }

  private static ApiException notFound(String what, String identifier) {
    return new ApiException(
        404, "ResourceNotFoundException", "The " + what + " " + identifier + " does not exist");
  }

  private ObjectNode shown(ObjectNode json) {
    if (behaviour.foreignIds()) {
      ForeignIds.show(json);
    }
    return json;
  }

  <R> ObjectNode list(Resource<R> resource, Scope scope, Map<String, String> query) {
    Listing.Asked<R> asked = resource.listing().parse(query, new Filter.Asker(scope, behaviour));
    PageToken token = asked.token();
    ObjectNode page = Json.MAPPER.createObjectNode();
    ArrayNode summaries = page.putArray(resource.listing().result());
    boolean paged = resource.listing().paged();
    if (behaviour.emptyPages() && paged && !token.afterEmptyPage()) {
      page.put("nextToken", new PageToken(true, token.last()).encode(asked.question()));
      return page;
    }
    int size = paged ? Math.min(asked.maxResults(), behaviour.pageCap()) : Integer.MAX_VALUE;
    boolean descending = !asked.ascending() && !behaviour.shufflesRows();
    Instant now = clock.instant();
    Rows.Place last = token.last();
    for (Rows.Row<R> row : holdings.rows(scope, resource).after(last, descending)) {
      Optional<R> seen = resource.at(row.row(), now).filter(asked.filter());
      if (seen.isEmpty()) {
        continue;
      }
      if (summaries.size() == size) {
        page.put("nextToken", new PageToken(false, last).encode(asked.question()));
        break;
      }
      summaries.add(shown(resource.summary(seen.get(), behaviour.omitOptionalFields())));
      last = row.place();
    }
    return page;
  }
}
