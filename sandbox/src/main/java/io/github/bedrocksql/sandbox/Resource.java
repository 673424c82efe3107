package io.github.bedrocksql.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Streams;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A kind of thing that the API tells of: its List, its Get, and what their answers say. It is
 * declared in the file of its record, {@code R}.
 */
public final class Resource<R> {
  private final Class<R> record;
  private final String noun;
  private final Getting<R> getting;
  private final Listing<R> listing;
  private final String nameField;
  private final String arnField;
  private final Function<R, String> arn;
  private final Optional<Function<R, Instant>> created;
  private final Optional<Function<R, Map<String, String>>> tags;
  private final BiFunction<R, Instant, Optional<R>> at;

  private Resource(Builder<R> builder) {
    this.record = builder.record;
    this.noun = builder.noun;
    this.getting = builder.getting;
    this.listing = builder.listing;
    this.nameField = builder.nameField;
    this.arnField = builder.arnField;
    this.arn = builder.arn;
    this.created = Optional.ofNullable(builder.created);
    this.tags = Optional.ofNullable(builder.tags);
    this.at = builder.at;
  }

  /** Begins a declaration; the noun is what messages and the file of samples call it. */
  static <R> Builder<R> of(Class<R> record, String noun) {
    return new Builder<>(record, noun);
  }

  /**
   * Returns the rows in a JSON array of objects with the fields of the record.
   *
   * @throws IllegalArgumentException if the text is no such array
   */
  public ImmutableList<R> rows(String json) {
    try {
      return rows(Json.MAPPER.readValue(json, ArrayNode.class));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** Returns the rows in an array that has been read. */
  ImmutableList<R> rows(ArrayNode json) {
    return Streams.stream(json).map(this::row).collect(ImmutableList.toImmutableList());
  }

  /** Returns the row in an object with the fields of the record. */
  R row(JsonNode json) {
    return Json.MAPPER.convertValue(json, record);
  }

  String noun() {
    return noun;
  }

  Listing<R> listing() {
    return listing;
  }

  Getting<R> getting() {
    return getting;
  }

  /** Returns the field of the record that is the name. */
  String nameField() {
    return nameField;
  }

  /** Returns where answers have the ARN. */
  String arnField() {
    return arnField;
  }

  String arn(R row) {
    return arn.apply(row);
  }

  /** Returns the milliseconds by which lists are sorted; 0 where the API has no such order. */
  long rank(R row) {
    return created.map(time -> time.apply(row).toEpochMilli()).orElse(0L);
  }

  /** Returns a row as it is seen at {@code now}; empty before it is there. */
  Optional<R> at(R row, Instant now) {
    return at.apply(row, now);
  }

  /** Returns whether ListTagsForResource takes this for an ARN of the resource. */
  boolean isTaggedArn(String text) {
    return tags.isPresent() && getting.arn().upTo(Getting.LONGEST_IDENTIFIER).matches(text);
  }

  /** Returns the tags; empty where there are none. */
  Map<String, String> tags(R row) {
    Map<String, String> given = tags.map(of -> of.apply(row)).orElse(null);
    return given == null ? ImmutableMap.of() : given;
  }

  ObjectNode summary(R row, boolean omitOptional) {
    return written(listing.summary(), row, omitOptional);
  }

  ObjectNode detail(R row, boolean omitOptional) {
    return written(getting.detail(), row, omitOptional);
  }

  private ObjectNode written(BiConsumer<R, Fields> writer, R row, boolean omitOptional) {
    ObjectNode json = Json.MAPPER.createObjectNode();
    writer.accept(row, new Fields(json, omitOptional));
    return json;
  }

  /** Declares a resource, in the words of the API's model. */
  static final class Builder<R> {
    private final Class<R> record;
    private final String noun;
    private String nameField;
    private String arnField;
    private Function<R, String> arn;
    private Function<R, Instant> created;
    private Function<R, Map<String, String>> tags;
    private BiFunction<R, Instant, Optional<R>> at = (row, now) -> Optional.of(row);
    private Listing<R> listing;
    private Getting<R> getting;

    private Builder(Class<R> record, String noun) {
      this.record = record;
      this.noun = noun;
    }

    /** Says where answers have the ARN. */
    Builder<R> arn(String field, Function<R, String> newArn) {
      arnField = field;
      arn = newArn;
      return this;
    }

    /** Says which field of the record is the name. */
    Builder<R> name(String field) {
      nameField = field;
      return this;
    }

    /** Sorts lists by this time. */
    Builder<R> created(Function<R, Instant> time) {
      created = time;
      return this;
    }

    /** Lets ListTagsForResource find it. */
    Builder<R> tags(Function<R, Map<String, String>> newTags) {
      tags = newTags;
      return this;
    }

    /** Shows each row as it is at the time of a request; by default it is always the same. */
    Builder<R> at(BiFunction<R, Instant, Optional<R>> newAt) {
      at = newAt;
      return this;
    }

    Builder<R> list(Listing<R> newListing) {
      listing = newListing;
      return this;
    }

    Builder<R> get(Getting<R> newGetting) {
      getting = newGetting;
      return this;
    }

    Resource<R> build() {
      return new Resource<>(this);
    }
  }
}
