package io.github.bedrocksql.adapter.scan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.github.bedrocksql.adapter.access.LikePattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.rex.RexVisitorImpl;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeUtil;

/**
 * A comparison of an identifier, which stands for an ARN and for a name: {@code =}, {@code <>},
 * {@code IS [NOT] DISTINCT FROM}, {@code LIKE} and {@code ILIKE}. It holds if it holds for one of
 * the two. A pattern with wildcards names no resource, so it is matched with what the column shows.
 *
 * @param side the operand that is the identifier
 */
public record IdentifierComparison(RexCall call, int side) {
  private static final Set<SqlKind> OPERATORS =
      ImmutableSet.of(
          SqlKind.EQUALS,
          SqlKind.NOT_EQUALS,
          SqlKind.IS_NOT_DISTINCT_FROM,
          SqlKind.IS_DISTINCT_FROM,
          SqlKind.LIKE);

  private static final Set<SqlKind> EQUALITIES =
      ImmutableSet.of(SqlKind.EQUALS, SqlKind.IS_NOT_DISTINCT_FROM);

  /**
   * Returns the comparisons that an expression is, by the side that holds the identifier: none, one
   * or two.
   *
   * @param identifier whether a field is one
   */
  public static ImmutableList<IdentifierComparison> of(
      RexNode node, Predicate<RexInputRef> identifier) {
    if (!OPERATORS.contains(node.getKind()) || !(node instanceof RexCall call)) {
      return ImmutableList.of();
    }
    ImmutableList.Builder<IdentifierComparison> found = ImmutableList.builder();
    int sides = call.getKind() == SqlKind.LIKE ? 1 : 2;
    for (int side = 0; side < sides; side++) {
      if (shownFields(call.getOperands().get(side)).stream().anyMatch(identifier)) {
        found.add(new IdentifierComparison(call, side));
      }
    }
    return found.build();
  }

  /** Returns all comparisons in an expression, those in SEARCH written out. */
  public static ImmutableList<IdentifierComparison> in(
      RexNode expression, RexBuilder rexBuilder, Predicate<RexInputRef> identifier) {
    ImmutableList.Builder<IdentifierComparison> found = ImmutableList.builder();
    Searches.writtenOut(expression, rexBuilder)
        .accept(
            new RexVisitorImpl<Void>(true) {
              @Override
              public Void visitCall(RexCall call) {
                found.addAll(of(call, identifier));
                return super.visitCall(call);
              }
            });
    return found.build();
  }

  /**
   * Returns an expression with its comparisons replaced; the expression itself if none is.
   *
   * @param replacement what stands for a comparison; empty to leave it
   */
  public static RexNode replaced(
      RexNode expression,
      RexBuilder rexBuilder,
      Predicate<RexInputRef> identifier,
      Function<IdentifierComparison, Optional<RexNode>> replacement) {
    if (in(expression, rexBuilder, identifier).isEmpty()) {
      return expression;
    }
    return Searches.writtenOut(expression, rexBuilder)
        .accept(
            new RexShuttle() {
              @Override
              public RexNode visitCall(RexCall call) {
                for (IdentifierComparison comparison : of(call, identifier)) {
                  Optional<RexNode> replaced = replacement.apply(comparison);
                  if (replaced.isPresent()) {
                    return replaced.get();
                  }
                }
                // Calcite takes for granted that no AND is directly within an AND, nor OR in OR.
                return RexUtil.flatten(rexBuilder, super.visitCall(call));
              }
            });
  }

  /** Returns the identifier's side. */
  public RexNode identifier() {
    return call.getOperands().get(side);
  }

  /** Returns the field that the identifier is; empty if it is chosen from several. */
  public Optional<RexInputRef> field() {
    return Optional.of(withoutCasts(identifier()))
        .filter(RexInputRef.class::isInstance)
        .map(RexInputRef.class::cast);
  }

  /** Returns what the identifier is compared with. */
  public RexNode other() {
    return call.getOperands().get(1 - side);
  }

  /** Returns whether rows that meet the comparison have this identifier. */
  public boolean isEquality() {
    return EQUALITIES.contains(call.getKind());
  }

  /** Returns whether what it is compared with is the same for all rows. */
  public boolean isWithValue() {
    return IntStream.range(0, call.getOperands().size())
        .filter(i -> i != side)
        .allMatch(i -> Expressions.isValue(call.getOperands().get(i)));
  }

  /** Returns the value that names a resource, if the comparison is with one. */
  public Optional<RexNode> named(RexBuilder rexBuilder) {
    if (!isWithValue()) {
      return Optional.empty();
    }
    if (call.getKind() != SqlKind.LIKE || !isPattern()) {
      return Optional.of(other());
    }
    return pattern().flatMap(LikePattern::exact).map(rexBuilder::makeLiteral);
  }

  /** Whether it is LIKE with a pattern that is known here and now. */
  private boolean isPattern() {
    return call.getOperands().stream()
        .skip(1)
        .allMatch(operand -> operand instanceof RexLiteral literal && !literal.isNull());
  }

  private Optional<LikePattern> pattern() {
    String escape =
        call.getOperands().size() > 2 ? RexLiteral.stringValue(call.getOperands().get(2)) : "";
    return escape.length() > 1
        ? Optional.empty() // LIKE itself says what is wrong.
        : LikePattern.of(
            RexLiteral.stringValue(other()), escape.isEmpty() ? null : escape.charAt(0));
  }

  /**
   * Returns the condition that says the same of ARN and name.
   *
   * @param arn the ARN that belongs to an identifier's field
   * @param name the name that belongs to it
   */
  public RexNode eitherWay(
      RexBuilder rexBuilder,
      Function<RexInputRef, RexNode> arn,
      Function<RexInputRef, RexNode> name) {
    boolean like = call.getKind() == SqlKind.LIKE;
    if (like && isPattern() && pattern().flatMap(LikePattern::exact).isEmpty()) {
      return call;
    }
    ImmutableList<RexNode> keys =
        ImmutableList.of(shown(identifier(), arn), shown(identifier(), name));
    ImmutableList.Builder<RexNode> ways = ImmutableList.builder();
    if (like && !isPattern()) {
      // What the pattern is, only the rows tell: with wildcards it is matched, without it names.
      ways.add(call);
      keys.forEach(key -> ways.add(equal(rexBuilder, key)));
    } else {
      keys.forEach(key -> ways.add(with(key)));
    }
    return like || isEquality()
        ? RexUtil.composeDisjunction(rexBuilder, ways.build())
        : RexUtil.composeConjunction(rexBuilder, ways.build());
  }

  private RexNode with(RexNode key) {
    ImmutableList<RexNode> operands =
        IntStream.range(0, call.getOperands().size())
            .mapToObj(i -> i == side ? key : call.getOperands().get(i))
            .collect(ImmutableList.toImmutableList());
    return call.clone(call.getType(), operands);
  }

  /** The pattern without wildcards that LIKE takes for a text. */
  private RexNode equal(RexBuilder rexBuilder, RexNode key) {
    return ignoresCase()
        ? rexBuilder.makeCall(
            SqlStdOperatorTable.EQUALS,
            rexBuilder.makeCall(SqlStdOperatorTable.LOWER, key),
            rexBuilder.makeCall(SqlStdOperatorTable.LOWER, other()))
        : rexBuilder.makeCall(SqlStdOperatorTable.EQUALS, key, other());
  }

  /**
   * Returns whether case does not matter: then a value may match a name without being it. By the
   * operator's name: a dialect's own LIKE, of another class than Calcite's, is as good.
   */
  public boolean ignoresCase() {
    return call.getOperator().getName().equals("ILIKE");
  }

  /** Returns the fields of which an expression shows one, as it is. */
  public static ImmutableSet<RexInputRef> shownFields(RexNode expression) {
    ImmutableSet.Builder<RexInputRef> fields = ImmutableSet.builder();
    shown(
        expression,
        field -> {
          fields.add(field);
          return field;
        });
    return fields.build();
  }

  /** Returns an expression that shows other fields in place of those that it shows. */
  public static RexNode shown(RexNode expression, Function<RexInputRef, RexNode> instead) {
    if (expression instanceof RexInputRef field) {
      return instead.apply(field);
    }
    if (isPlainCast(expression)) {
      RexCall cast = (RexCall) expression;
      List<RexNode> operands = new ArrayList<>(cast.getOperands());
      operands.set(0, shown(operands.get(0), instead));
      return cast.clone(cast.getType(), operands);
    }
    if (expression.getKind() != SqlKind.CASE) {
      return expression;
    }
    RexCall cases = (RexCall) expression;
    ImmutableList.Builder<RexNode> operands = ImmutableList.builder();
    for (int i = 0; i < cases.getOperands().size(); i++) {
      RexNode operand = cases.getOperands().get(i);
      boolean when = i % 2 == 0 && i < cases.getOperands().size() - 1;
      operands.add(when ? operand : shown(operand, instead));
    }
    return cases.clone(cases.getType(), operands.build());
  }

  /** Returns an expression without the casts around it that don't change its value. */
  public static RexNode withoutCasts(RexNode node) {
    return isPlainCast(node) ? withoutCasts(((RexCall) node).getOperands().get(0)) : node;
  }

  /** A cast may cut a text off; it is still a text. */
  private static boolean isPlainCast(RexNode node) {
    if (node.getKind() != SqlKind.CAST) {
      return Expressions.isCut(node);
    }
    RelDataType from = ((RexCall) node).getOperands().get(0).getType();
    return from.getSqlTypeName() == node.getType().getSqlTypeName()
        || (SqlTypeUtil.isCharacter(from) && SqlTypeUtil.isCharacter(node.getType()));
  }
}
