package io.github.bedrocksql.differential;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The columns that can be named at a place. */
final class Scope {
  /**
   * A table under an alias.
   *
   * @param alias empty where columns are named without
   */
  record Source(Table table, String alias) {
    Term term(String column) {
      return term(table.column(column));
    }

    private Term term(Column column) {
      Fragment name = Labels.named(column.name());
      return new Term(alias.isEmpty() ? name : Fragment.of(alias + ".@", name), column);
    }

    Fragment from() {
      return Fragment.text(alias.isEmpty() ? table.name() : table.name() + " AS " + alias);
    }
  }

  private final ImmutableList<Source> sources;
  private final Set<Source> identified = new HashSet<>();

  Scope(Source... sources) {
    this.sources = ImmutableList.copyOf(sources);
  }

  ImmutableList<Source> sources() {
    return sources;
  }

  /**
   * Returns all columns but identifiers, whose meaning hangs on the rest of the query, and those
   * that the server does not tell.
   */
  ImmutableList<Term> terms() {
    ImmutableList.Builder<Term> terms = ImmutableList.builder();
    for (Source source : sources) {
      for (Column column : source.table().columns()) {
        if (!column.isIdentifier() && !column.isUntold()) {
          terms.add(source.term(column));
        }
      }
    }
    return terms.build();
  }

  /** Returns what makes a row of the join unique. */
  ImmutableList<Term> key() {
    List<Term> key = new ArrayList<>();
    for (Source source : sources) {
      source.table().key().forEach(column -> key.add(source.term(column)));
    }
    return ImmutableList.copyOf(key);
  }

  /** Returns a source with an identifier, and counts it as named; perhaps one named before. */
  Optional<Source> identify(Dice dice, boolean again) {
    List<Source> all =
        sources.stream()
            .filter(s -> s.table().identifier().isPresent() && (again || !identified.contains(s)))
            .toList();
    if (all.isEmpty()) {
      return Optional.empty();
    }
    Source chosen = dice.of(all);
    identified.add(chosen);
    return Optional.of(chosen);
  }

  /** Counts the identifier of a source as named. */
  void identify(Source source) {
    identified.add(source);
  }

  /** Returns whether all columns are fixed: no condition names an identifier, which shows ARNs. */
  boolean isFixed() {
    return identified.isEmpty()
        && sources.stream().flatMap(s -> s.table().columns().stream()).noneMatch(Column::isUntold);
  }
}
