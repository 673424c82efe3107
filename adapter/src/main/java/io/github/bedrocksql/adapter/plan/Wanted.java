package io.github.bedrocksql.adapter.plan;

import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.util.ImmutableBitSet;

/**
 * What the relations above want to know of a relation's identifiers; filled on the way down the
 * query.
 *
 * @param names values that a field is compared with
 * @param keys fields of which ARN and name are wanted as fields of their own
 * @param both fields that are to show each resource by its ARN and by its name
 * @param read fields whose values are read at all
 */
record Wanted(
    SetMultimap<Integer, RexNode> names,
    Set<Integer> keys,
    Set<Integer> both,
    ImmutableBitSet read) {
  /** Returns what is wanted of a whole query. */
  static Wanted of(RelNode query) {
    return nothing(ImmutableBitSet.range(query.getRowType().getFieldCount()));
  }

  private static Wanted nothing(ImmutableBitSet read) {
    return new Wanted(LinkedHashMultimap.create(), new TreeSet<>(), new TreeSet<>(), read);
  }

  Collection<RexNode> names(int field) {
    return names.get(field);
  }

  /** Returns what this is of one of the relation's inputs. */
  Wanted below(RelNode rel, int input) {
    Wanted below = nothing(ReadFields.below(rel, input, read));
    names.forEach(
        (field, value) ->
            FieldStep.below(rel, field).stream()
                .filter(step -> step.input() == input)
                .forEach(step -> below.names.put(step.field(), value)));
    for (int field : keys) {
      FieldStep.below(rel, field).stream()
          .filter(step -> step.input() == input)
          .forEach(step -> below.keys.add(step.field()));
    }
    for (int field : both) {
      FieldStep.below(rel, field).stream()
          .filter(step -> step.input() == input && step.plain())
          .forEach(step -> below.both.add(step.field()));
    }
    return below;
  }

  Wanted withoutKeys() {
    return new Wanted(names, new TreeSet<>(), both, read);
  }
}
