package io.github.bedrocksql.adapter.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.bedrocksql.adapter.scan.IdentifierComparison;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;

/**
 * A relation whose identifiers are resolved. Its first fields are those it had; ARN and name of
 * some of them may follow.
 *
 * @param keys where ARN and name of a field's resource are, as far as they are there
 */
record ResolvedRel(RelNode rel, ImmutableMap<Integer, Keys> keys) {
  /** The fields that hold the ARN and the name of a resource. */
  record Keys(int arn, int name) {
    /**
     * Returns a comparison as one of ARN and name; empty if those of its identifier are not there.
     *
     * @param keys the keys of a field
     * @param types the type of a field
     */
    static Optional<RexNode> eitherWay(
        IdentifierComparison comparison,
        RexBuilder rexBuilder,
        IntFunction<Optional<Keys>> keys,
        IntFunction<RelDataType> types) {
      boolean known =
          IdentifierComparison.shownFields(comparison.identifier()).stream()
              .anyMatch(ref -> keys.apply(ref.getIndex()).isPresent());
      return known
          ? Optional.of(
              comparison.eitherWay(
                  rexBuilder,
                  ref -> key(ref, keys.apply(ref.getIndex()).map(Keys::arn), types),
                  ref -> key(ref, keys.apply(ref.getIndex()).map(Keys::name), types)))
          : Optional.empty();
    }

    /** Returns the same where further fields stand at a place. */
    Keys moved(int place, int further) {
      return new Keys(arn < place ? arn : arn + further, name < place ? name : name + further);
    }

    private static RexNode key(
        RexInputRef ref, Optional<Integer> key, IntFunction<RelDataType> types) {
      return key.<RexNode>map(k -> new RexInputRef(k, types.apply(k))).orElse(ref);
    }
  }

  static ResolvedRel of(RelNode rel) {
    return new ResolvedRel(rel, ImmutableMap.of());
  }

  /** Returns a relation above this one that has the same fields. */
  ResolvedRel under(RelNode above) {
    return new ResolvedRel(above, keys);
  }

  Optional<Keys> keysOf(int field) {
    return Optional.ofNullable(keys.get(field));
  }

  /** Returns a comparison as one of ARN and name, if those are there. */
  Optional<RexNode> eitherWay(IdentifierComparison comparison, RexBuilder rexBuilder) {
    return Keys.eitherWay(comparison, rexBuilder, this::keysOf, field -> ref(field).getType());
  }

  /**
   * Returns the projection of expressions over this relation.
   *
   * @param project whose expressions they are, as they were
   * @param wanted the fields of which keys are wanted
   */
  ResolvedRel project(
      LogicalProject project, ImmutableList<RexNode> expressions, Collection<Integer> wanted) {
    List<RexNode> all = new ArrayList<>(expressions);
    List<String> names = new ArrayList<>(project.getRowType().getFieldNames());
    ImmutableMap.Builder<Integer, Keys> there = ImmutableMap.builder();
    for (int field : wanted) {
      RexNode shown = project.getProjects().get(field);
      boolean known =
          IdentifierComparison.shownFields(shown).stream()
              .anyMatch(ref -> keys.containsKey(ref.getIndex()));
      if (known) {
        there.put(field, new Keys(all.size(), all.size() + 1));
        all.add(IdentifierComparison.shown(shown, this::arn));
        all.add(IdentifierComparison.shown(shown, this::name));
        names.add("arn$" + field);
        names.add("name$" + field);
      }
    }
    return new ResolvedRel(
        LogicalProject.create(rel, project.getHints(), all, names, project.getVariablesSet()),
        there.buildOrThrow());
  }

  private RexNode arn(RexInputRef field) {
    return keysOf(field.getIndex()).<RexNode>map(k -> ref(k.arn())).orElse(field);
  }

  private RexNode name(RexInputRef field) {
    return keysOf(field.getIndex()).<RexNode>map(k -> ref(k.name())).orElse(field);
  }

  private RexNode ref(int field) {
    return RexInputRef.of(field, rel.getRowType());
  }

  /**
   * Returns a relation with the fields of these names, and behind them ARN and name of some: of a
   * field that is not an identifier, itself.
   */
  ResolvedRel with(List<String> names, Collection<Integer> wanted) {
    if (wanted.isEmpty() && rel.getRowType().getFieldCount() == names.size()) {
      return of(rel);
    }
    List<RexNode> fields =
        new ArrayList<>(IntStream.range(0, names.size()).mapToObj(this::ref).toList());
    List<String> allNames = new ArrayList<>(names);
    ImmutableMap.Builder<Integer, Keys> there = ImmutableMap.builder();
    for (int field : wanted) {
      Keys known = keysOf(field).orElse(new Keys(field, field));
      there.put(field, new Keys(fields.size(), fields.size() + 1));
      fields.add(ref(known.arn()));
      fields.add(ref(known.name()));
      allNames.add("arn$" + field);
      allNames.add("name$" + field);
    }
    return new ResolvedRel(
        LogicalProject.create(rel, List.of(), fields, allNames, Set.of()), there.buildOrThrow());
  }

  /** Returns a relation with a further field at a place, behind which only keys stand. */
  ResolvedRel inserted(int place, RexNode field) {
    List<RexNode> fields = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < rel.getRowType().getFieldCount(); i++) {
      fields.add(ref(i));
      names.add(rel.getRowType().getFieldNames().get(i));
    }
    fields.add(place, field);
    names.add(place, null);
    ImmutableMap.Builder<Integer, Keys> moved = ImmutableMap.builder();
    keys.forEach((of, k) -> moved.put(of, k.moved(place, 1)));
    return new ResolvedRel(
        LogicalProject.create(rel, List.of(), fields, names, Set.of()), moved.buildOrThrow());
  }
}
