package io.github.bedrocksql.differential;

import io.github.bedrocksql.sandbox.Sandbox;
import java.util.List;
import java.util.function.UnaryOperator;

/** How the server behaves. An answer must not depend on it, but for the fields it shows. */
enum Mode {
  PLAIN(builder -> builder),
  EXCLUSIVE_BOUNDS(Sandbox.Builder::exclusiveBounds),
  IGNORED_FILTERS(Sandbox.Builder::ignoreFilters),
  CASE_INSENSITIVE_CONTAINS(Sandbox.Builder::caseInsensitiveContains),
  TINY_PAGES(builder -> builder.pageCap(3)),
  EMPTY_PAGES(Sandbox.Builder::emptyPages),
  TINY_AND_EMPTY_PAGES(builder -> builder.pageCap(3).emptyPages()),
  NO_OPTIONAL_FIELDS(Sandbox.Builder::omitOptionalFields),
  FOREIGN_IDS(Sandbox.Builder::foreignIds),
  UNSORTED(Sandbox.Builder::unsorted);

  @SuppressWarnings("ImmutableEnumChecker") // Method references, which hold no state.
  private final UnaryOperator<Sandbox.Builder> behaviour;

  Mode(UnaryOperator<Sandbox.Builder> behaviour) {
    this.behaviour = behaviour;
  }

  /** Starts a server that behaves so. */
  Sandbox start(DataSet data) {
    Sandbox.Builder sandbox = Sandbox.builder();
    data.byRegion().asMap().forEach((region, jobs) -> sandbox.jobs(region, List.copyOf(jobs)));
    return start(sandbox);
  }

  /** Returns whether answers differ in more than which rows they have, in which order. */
  boolean showsOtherValues() {
    return this == NO_OPTIONAL_FIELDS || this == FOREIGN_IDS;
  }

  /** Starts a server with these contents that behaves so. */
  Sandbox start(Sandbox.Builder contents) {
    return behaviour.apply(contents).start();
  }
}
