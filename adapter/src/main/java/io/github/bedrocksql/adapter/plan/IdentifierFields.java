package io.github.bedrocksql.adapter.plan;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import com.google.common.primitives.Ints;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Correlate;
import org.apache.calcite.rel.core.Intersect;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.Minus;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.SetOp;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.core.Values;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.util.ImmutableBitSet;
import org.apache.calcite.util.NlsString;

/** Which fields of a query, not yet planned, show identifiers, and of which of its tables. */
final class IdentifierFields {
  private IdentifierFields() {}

  /** Returns whether a field shows the identifier of a table, among others maybe. */
  static boolean isIdentifier(RelNode rel, int field) {
    return !tables(rel, field).isEmpty();
  }

  /** Returns the places of those tables in the query: one named twice has two. */
  static ImmutableSet<String> tables(RelNode rel, int field) {
    if (rel instanceof TableReference table) {
      return table.identifier() == field ? ImmutableSet.of("") : ImmutableSet.of();
    }
    ImmutableSet.Builder<String> tables = ImmutableSet.builder();
    for (FieldStep step : FieldStep.below(rel, field)) {
      tables(rel.getInput(step.input()), step.field())
          .forEach(below -> tables.add(place("", step.input()) + below));
    }
    return tables.build();
  }

  /** Returns the place of a relation's input. */
  static String place(String place, int input) {
    return place + input + "/";
  }

  /** Returns the places of all tables whose identifiers some fields show. */
  static ImmutableSet<String> tables(RelNode rel, Set<Integer> fields) {
    return fields.stream()
        .flatMap(field -> tables(rel, field).stream())
        .collect(ImmutableSet.toImmutableSet());
  }

  /**
   * Returns the kinds of texts that a field shows: the columns of tables, and ARNs or names that
   * the query itself has. What is computed may be either.
   */
  static ImmutableSet<Object> kinds(RelNode rel, int field) {
    if (rel instanceof TableReference table) {
      return ImmutableSet.of(List.of(table.getTable().getQualifiedName(), field));
    }
    if (rel instanceof Values values) {
      return values.getTuples().stream()
          .map(row -> isArn(row.get(field)))
          .collect(ImmutableSet.toImmutableSet());
    }
    ImmutableSet.Builder<Object> kinds = ImmutableSet.builder();
    List<FieldStep> steps = FieldStep.below(rel, field);
    steps.forEach(step -> kinds.addAll(kinds(rel.getInput(step.input()), step.field())));
    return steps.isEmpty() ? ImmutableSet.of(true, false) : kinds.build();
  }

  private static boolean isArn(RexLiteral value) {
    return value.getValue() instanceof NlsString text && text.getValue().startsWith("arn:");
  }

  /**
   * Returns whether each row can be given by ARN and by name without more changing than this field:
   * nothing below counts rows.
   *
   * @param given the tables that are read so for another field
   */
  static boolean canShowBoth(RelNode rel, int field, Set<String> given) {
    return Sets.intersection(tables(rel, field), given).isEmpty() && canShowBoth(rel, field);
  }

  private static boolean canShowBoth(RelNode rel, int field) {
    if (rel instanceof TableReference table) {
      return table.identifier() == field;
    }
    if (countsRows(rel) || rel instanceof Intersect || rel instanceof Minus) {
      return false;
    }
    if (rel instanceof SetOp) {
      return rel.getInputs().stream()
          .filter(input -> isIdentifier(input, field))
          .allMatch(input -> canShowBoth(input, field));
    }
    return !(rel instanceof Correlate)
        && FieldStep.plainBelow(rel, field)
            .filter(step -> canShowBoth(rel.getInput(step.input()), step.field()))
            .isPresent();
  }

  /** Returns whether the planner will hand a condition on the field down to the table. */
  static boolean isPushable(RelNode rel, int field) {
    return !countsRows(rel)
        && FieldStep.below(rel, field).stream()
            .allMatch(step -> isPushable(rel.getInput(step.input()), step.field()));
  }

  private static boolean countsRows(RelNode rel) {
    return (rel instanceof Sort sort && (sort.fetch != null || sort.offset != null))
        || (rel instanceof Project project && project.containsOver());
  }

  /** Returns whether a field and others come from two sides of a join. */
  static boolean areApart(RelNode rel, int field, ImmutableBitSet others) {
    if (others.isEmpty()) {
      return false;
    }
    if (rel instanceof Join) {
      int left = rel.getInput(0).getRowType().getFieldCount();
      boolean isLeft = field < left;
      ImmutableBitSet ofLeft = others.intersect(ImmutableBitSet.range(left));
      ImmutableBitSet ofRight = others.except(ofLeft);
      if ((isLeft ? ofLeft : ofRight).isEmpty()) {
        return true;
      }
      return (isLeft ? ofRight : ofLeft).isEmpty()
          && areApart(
              rel.getInput(isLeft ? 0 : 1),
              isLeft ? field : field - left,
              isLeft ? ofLeft : ofRight.shift(-left));
    }
    Optional<FieldStep> step = FieldStep.plainBelow(rel, field);
    return step.isPresent()
        && !(rel instanceof SetOp)
        && areApart(rel.getInput(0), step.get().field(), read(rel, others));
  }

  /** The input's fields that some fields are made of. */
  private static ImmutableBitSet read(RelNode rel, ImmutableBitSet fields) {
    Set<Integer> read = new HashSet<>();
    for (int field : fields) {
      if (rel instanceof Project project) {
        read.addAll(RelOptUtil.InputFinder.bits(project.getProjects().get(field)).asList());
      } else if (rel instanceof Aggregate aggregate && field >= aggregate.getGroupCount()) {
        read.addAll(aggregate.getAggCallList().get(field - aggregate.getGroupCount()).getArgList());
      } else {
        FieldStep.below(rel, field).forEach(step -> read.add(step.field()));
      }
    }
    return ImmutableBitSet.of(Ints.toArray(read));
  }
}
