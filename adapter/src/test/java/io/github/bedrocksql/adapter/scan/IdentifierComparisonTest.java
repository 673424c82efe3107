package io.github.bedrocksql.adapter.scan;

import static io.github.bedrocksql.adapter.scan.Rex.BUILDER;
import static io.github.bedrocksql.adapter.scan.Rex.call;
import static io.github.bedrocksql.adapter.scan.Rex.column;
import static io.github.bedrocksql.adapter.scan.Rex.eq;
import static io.github.bedrocksql.adapter.scan.Rex.in;
import static io.github.bedrocksql.adapter.scan.Rex.parameter;
import static io.github.bedrocksql.adapter.scan.Rex.text;
import static io.github.bedrocksql.adapter.scan.Rex.type;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.explain.ReadableExpressions;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.fun.SqlLibraryOperators;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;
import org.junit.jupiter.api.Test;

/** Which expressions compare an identifier, what they name, and what they say of ARN and name. */
class IdentifierComparisonTest {
  private static final RexNode IDENTIFIER = column("job_identifier");

  private static boolean isIdentifier(RexInputRef field) {
    return field.equals(IDENTIFIER);
  }

  private static ImmutableList<IdentifierComparison> of(RexNode node) {
    return IdentifierComparison.of(node, IdentifierComparisonTest::isIdentifier);
  }

  private static String eitherWay(RexNode node) {
    RexNode compared =
        of(node).get(0).eitherWay(BUILDER, f -> column("job_arn"), f -> column("job_name"));
    return new ReadableExpressions(Rex.JOBS.columnNames()).text(compared);
  }

  @Test
  void eachSideCounts() {
    assertThat(of(eq(IDENTIFIER, text("a")))).extracting(c -> c.side()).containsExactly(0);
    assertThat(of(eq(text("a"), IDENTIFIER))).extracting(c -> c.side()).containsExactly(1);
    assertThat(of(eq(IDENTIFIER, IDENTIFIER))).hasSize(2);
    assertThat(of(eq(column("job_name"), text("a")))).isEmpty();
  }

  @Test
  void castsToTextAndChoicesAreSeenThrough() {
    RexNode cut = BUILDER.makeAbstractCast(type(SqlTypeName.VARCHAR, 200), IDENTIFIER, false);
    assertThat(of(eq(cut, text("a")))).hasSize(1);
    RexNode number = BUILDER.makeAbstractCast(type(SqlTypeName.INTEGER), IDENTIFIER, false);
    assertThat(of(eq(number, Rex.number(1)))).isEmpty();
    RexNode chosen =
        call(SqlStdOperatorTable.CASE, eq(column("status"), text("s")), IDENTIFIER, text("-"));
    assertThat(of(eq(chosen, text("a")))).hasSize(1);
    assertThat(of(eq(chosen, text("a"))).get(0).field()).isEmpty();
    assertThat(of(eq(call(SqlStdOperatorTable.UPPER, IDENTIFIER), text("A")))).isEmpty();
  }

  @Test
  void onlyEqualityAndLikeCompare() {
    assertThat(of(call(SqlStdOperatorTable.LESS_THAN, IDENTIFIER, text("a")))).isEmpty();
    assertThat(of(call(SqlStdOperatorTable.LIKE, text("a"), IDENTIFIER))).isEmpty();
    RexNode list = in(IDENTIFIER, "a", "b", "c");
    assertThat(IdentifierComparison.in(list, BUILDER, IdentifierComparisonTest::isIdentifier))
        .extracting(c -> c.named(BUILDER).orElseThrow())
        .containsExactly(text("a"), text("b"), text("c"));
  }

  @Test
  void aPatternNamesWhatItMatchesAlone() {
    RexNode escaped = call(SqlStdOperatorTable.LIKE, IDENTIFIER, text("my!_model"), text("!"));
    assertThat(of(escaped).get(0).named(BUILDER)).contains(text("my_model"));
    RexNode wild = call(SqlStdOperatorTable.LIKE, IDENTIFIER, text("my_model"));
    assertThat(of(wild).get(0).named(BUILDER)).isEmpty();
    RexNode later = call(SqlStdOperatorTable.LIKE, IDENTIFIER, parameter(0));
    assertThat(of(later).get(0).named(BUILDER)).contains(parameter(0));
    assertThat(of(eq(IDENTIFIER, column("job_name"))).get(0).named(BUILDER)).isEmpty();
  }

  @Test
  void whatHoldsForOneOfTheTwoHolds() {
    assertThat(eitherWay(eq(IDENTIFIER, text("a")))).isEqualTo("job_arn = 'a' OR job_name = 'a'");
    assertThat(eitherWay(call(SqlStdOperatorTable.NOT_EQUALS, text("a"), IDENTIFIER)))
        .isEqualTo("'a' <> job_arn AND 'a' <> job_name");
    assertThat(eitherWay(call(SqlStdOperatorTable.IS_DISTINCT_FROM, IDENTIFIER, text("a"))))
        .isEqualTo("job_arn IS DISTINCT FROM 'a' AND job_name IS DISTINCT FROM 'a'");
    assertThat(eitherWay(call(SqlStdOperatorTable.LIKE, IDENTIFIER, text("a"))))
        .isEqualTo("job_arn LIKE 'a' OR job_name LIKE 'a'");
  }

  @Test
  void whetherAPatternNamesAnythingIsSeenOnTheRowsIfNotBefore() {
    assertThat(eitherWay(call(SqlStdOperatorTable.LIKE, IDENTIFIER, text("a%"))))
        .isEqualTo("job_identifier LIKE 'a%'");
    assertThat(eitherWay(call(SqlStdOperatorTable.LIKE, IDENTIFIER, parameter(0))))
        .isEqualTo("job_identifier LIKE ?1 OR job_arn = ?1 OR job_name = ?1");
    assertThat(eitherWay(call(SqlLibraryOperators.ILIKE, IDENTIFIER, column("role_arn"))))
        .isEqualTo(
            "job_identifier ILIKE role_arn OR LOWER(job_arn) = LOWER(role_arn)"
                + " OR LOWER(job_name) = LOWER(role_arn)");
  }
}
