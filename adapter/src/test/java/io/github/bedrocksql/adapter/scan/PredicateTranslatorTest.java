package io.github.bedrocksql.adapter.scan;

import static io.github.bedrocksql.adapter.scan.Rex.and;
import static io.github.bedrocksql.adapter.scan.Rex.call;
import static io.github.bedrocksql.adapter.scan.Rex.column;
import static io.github.bedrocksql.adapter.scan.Rex.eq;
import static io.github.bedrocksql.adapter.scan.Rex.not;
import static io.github.bedrocksql.adapter.scan.Rex.or;
import static io.github.bedrocksql.adapter.scan.Rex.ordinal;
import static io.github.bedrocksql.adapter.scan.Rex.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.access.Restriction;
import io.github.bedrocksql.adapter.access.Restriction.Comparison;
import java.util.List;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlLibraryOperators;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PredicateTranslatorTest {
  private static final Restriction ANYTHING = new Restriction.Anything();
  private static final RexNode NOON = Rex.time("2026-01-01 12:00:00");

  private final RunTimeValues values = new RunTimeValues();

  private Restriction translate(RexNode condition) {
    Restriction all = new PredicateTranslator(Rex.JOBS, values).all(List.of(condition));
    return ((Restriction.All) all).parts().get(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"job_identifier", "job_arn", "job_name", "status", "region", "account_id"})
  void equalsOfAColumnThatTheApiKnows(String column) {
    Restriction expected = new Restriction.Equals(ordinal(column), 0);
    assertThat(translate(eq(column(column), text("x")))).isEqualTo(expected);
    assertThat(translate(eq(text("x"), column(column)))).isEqualTo(expected);
    assertThat(translate(call(SqlStdOperatorTable.IS_NOT_DISTINCT_FROM, column(column), text("x"))))
        .isEqualTo(expected);
    assertThat(values.expressions()).containsExactly(text("x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"imported_model_name", "role_arn", "failure_message"})
  void equalsOfAnotherColumnIsAnything(String column) {
    assertThat(translate(eq(column(column), text("x")))).isEqualTo(ANYTHING);
    assertThat(values.expressions()).isEmpty();
  }

  @Test
  void otherComparisonsOfTextAreAnything() {
    for (SqlOperator operator :
        ImmutableList.<SqlOperator>of(
            SqlStdOperatorTable.NOT_EQUALS,
            SqlStdOperatorTable.LESS_THAN,
            SqlStdOperatorTable.GREATER_THAN_OR_EQUAL,
            SqlStdOperatorTable.IS_DISTINCT_FROM)) {
      assertThat(translate(call(operator, column("job_name"), text("x")))).isEqualTo(ANYTHING);
    }
    assertThat(translate(eq(column("job_name"), column("imported_model_name"))))
        .isEqualTo(ANYTHING);
    assertThat(translate(eq(call(SqlStdOperatorTable.UPPER, column("status")), text("FAILED"))))
        .isEqualTo(ANYTHING);
  }

  @Test
  void castToTextChangesNothingUnlessItMayCutOff() {
    RexNode wide = Rex.BUILDER.makeAbstractCast(Rex.varchar(), column("job_name"), false);
    assertThat(translate(eq(wide, text("x")))).isInstanceOf(Restriction.Equals.class);
    RelDataType five = Rex.type(SqlTypeName.VARCHAR, 5);
    RexNode cut = Rex.BUILDER.makeAbstractCast(five, column("job_name"), false);
    assertThat(translate(eq(cut, text("four")))).isInstanceOf(Restriction.Equals.class);
    assertThat(translate(eq(cut, text("fives")))).isEqualTo(ANYTHING);
    assertThat(translate(eq(cut, Rex.parameter(0)))).isEqualTo(ANYTHING);
  }

  @Test
  void timesBothWaysRound() {
    int creation = ordinal("creation_time");
    assertThat(translate(call(SqlStdOperatorTable.LESS_THAN, column("creation_time"), NOON)))
        .isEqualTo(new Restriction.Compares(creation, Comparison.LESS, 0, false));
    assertThat(translate(call(SqlStdOperatorTable.LESS_THAN, NOON, column("creation_time"))))
        .isEqualTo(new Restriction.Compares(creation, Comparison.GREATER, 0, false));
    RexNode ago = Rex.daysAgo(7);
    assertThat(
            translate(
                call(SqlStdOperatorTable.GREATER_THAN_OR_EQUAL, column("creation_time"), ago)))
        .as("arithmetic on the time of the statement")
        .isInstanceOf(Restriction.Compares.class);
    assertThat(translate(eq(column("creation_time"), Rex.timeParameter(0))))
        .isInstanceOf(Restriction.Compares.class);
    assertThat(translate(call(SqlStdOperatorTable.NOT_EQUALS, column("creation_time"), NOON)))
        .isEqualTo(ANYTHING);
    assertThat(translate(eq(column("end_time"), NOON))).isEqualTo(ANYTHING);
  }

  @Test
  void castsOfTheTime() {
    int creation = ordinal("creation_time");
    RexNode day =
        Rex.BUILDER.makeAbstractCast(Rex.type(SqlTypeName.DATE), column("creation_time"), false);
    assertThat(translate(eq(day, Rex.date("2026-01-01"))))
        .isEqualTo(new Restriction.Compares(creation, Comparison.EQUAL, 0, true));
    RexNode seconds =
        Rex.BUILDER.makeAbstractCast(
            Rex.type(SqlTypeName.TIMESTAMP, 0), column("creation_time"), false);
    assertThat(translate(eq(seconds, Rex.BUILDER.makeAbstractCast(seconds.getType(), NOON, false))))
        .as("a cast that cuts the time off is another time")
        .isEqualTo(ANYTHING);
  }

  @Test
  void likeAndItsKinds() {
    int name = ordinal("job_name");
    assertThat(translate(call(SqlStdOperatorTable.LIKE, column("job_name"), text("a%"))))
        .isEqualTo(new Restriction.Like(name, 0, -1, false));
    assertThat(translate(call(SqlStdOperatorTable.LIKE, column("job_name"), text("b%"), text("!"))))
        .isEqualTo(new Restriction.Like(name, 2, 1, false));
    assertThat(translate(call(SqlLibraryOperators.ILIKE, column("job_name"), text("a%"))))
        .isEqualTo(new Restriction.Like(name, 0, -1, true));
    assertThat(translate(not(call(SqlStdOperatorTable.LIKE, column("job_name"), text("a%")))))
        .isEqualTo(ANYTHING);
    assertThat(translate(call(SqlStdOperatorTable.LIKE, column("job_name"), column("status"))))
        .isEqualTo(ANYTHING);
    assertThat(translate(call(SqlStdOperatorTable.LIKE, text("a"), column("job_name"))))
        .isEqualTo(ANYTHING);
  }

  @Test
  void positionAboveZero() {
    Restriction contains = new Restriction.Contains(ordinal("job_name"), 0);
    RexNode position = call(SqlStdOperatorTable.POSITION, text("llama"), column("job_name"));
    RexNode zero = Rex.number(0);
    assertThat(translate(call(SqlStdOperatorTable.GREATER_THAN, position, zero)))
        .isEqualTo(contains);
    assertThat(translate(call(SqlStdOperatorTable.NOT_EQUALS, position, zero))).isEqualTo(contains);
    assertThat(translate(call(SqlStdOperatorTable.GREATER_THAN_OR_EQUAL, position, Rex.number(1))))
        .isEqualTo(contains);
    assertThat(translate(eq(position, zero))).isEqualTo(ANYTHING);
    assertThat(translate(call(SqlStdOperatorTable.GREATER_THAN_OR_EQUAL, position, zero)))
        .isEqualTo(ANYTHING);
    assertThat(translate(call(SqlStdOperatorTable.LESS_THAN, position, zero))).isEqualTo(ANYTHING);
  }

  @Test
  void andOrNotAndTruth() {
    RexNode failed = eq(column("status"), text("Failed"));
    RexNode named = eq(column("job_name"), text("a"));
    Restriction isFailed = new Restriction.Equals(ordinal("status"), 0);
    Restriction isNamed = new Restriction.Equals(ordinal("job_name"), 1);
    assertThat(translate(and(failed, named)))
        .isEqualTo(new Restriction.All(ImmutableList.of(isFailed, isNamed)));
    assertThat(translate(or(failed, named)))
        .isEqualTo(new Restriction.Any(ImmutableList.of(isFailed, isNamed)));
    assertThat(translate(call(SqlStdOperatorTable.IS_TRUE, failed))).isEqualTo(isFailed);
    assertThat(translate(not(failed))).isEqualTo(ANYTHING);
    assertThat(translate(call(SqlStdOperatorTable.IS_FALSE, failed))).isEqualTo(ANYTHING);
    assertThat(translate(call(SqlStdOperatorTable.IS_NOT_TRUE, failed))).isEqualTo(ANYTHING);
  }

  @Test
  void literalsOfTruth() {
    assertThat(translate(Rex.BUILDER.makeLiteral(true))).isEqualTo(ANYTHING);
    assertThat(translate(Rex.BUILDER.makeLiteral(false))).isEqualTo(new Restriction.Nothing());
    assertThat(translate(Rex.nothing(Rex.type(SqlTypeName.BOOLEAN))))
        .isEqualTo(new Restriction.Nothing());
    assertThat(translate(Rex.BUILDER.makeInputRef(Rex.type(SqlTypeName.BOOLEAN), 0)))
        .isEqualTo(ANYTHING);
  }

  @Test
  void valueThatChangesByItselfIsNoValue() {
    RexNode random =
        Rex.BUILDER.makeAbstractCast(Rex.varchar(), call(SqlStdOperatorTable.RAND), false);
    assertThat(translate(eq(column("job_name"), random))).isEqualTo(ANYTHING);
  }
}
