package io.github.bedrocksql.adapter.scan;

import static io.github.bedrocksql.adapter.scan.Rex.analysis;
import static io.github.bedrocksql.adapter.scan.Rex.and;
import static io.github.bedrocksql.adapter.scan.Rex.call;
import static io.github.bedrocksql.adapter.scan.Rex.column;
import static io.github.bedrocksql.adapter.scan.Rex.eq;
import static io.github.bedrocksql.adapter.scan.Rex.in;
import static io.github.bedrocksql.adapter.scan.Rex.not;
import static io.github.bedrocksql.adapter.scan.Rex.or;
import static io.github.bedrocksql.adapter.scan.Rex.ordinal;
import static io.github.bedrocksql.adapter.scan.Rex.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.github.bedrocksql.adapter.access.Bounds;
import io.github.bedrocksql.adapter.access.Key;
import io.github.bedrocksql.adapter.access.KnownTarget;
import io.github.bedrocksql.adapter.access.ListOrder;
import io.github.bedrocksql.adapter.explain.ReadableExpressions;
import java.util.List;
import java.util.stream.Stream;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.junit.jupiter.api.Test;

class ScanAnalysisTest {
  private static final RexNode FAILED = eq(column("status"), text("Failed"));
  private static final RexNode NAMED = eq(column("job_name"), text("a"));
  private static final RexNode REASON = eq(column("failure_message"), text("why"));
  private static final RexNode ROLE = eq(column("role_arn"), text("role"));
  private static final RexNode HERE = eq(column("region"), text("us-east-1"));

  @Test
  void conjunctsOneByOne() {
    assertThat(analysis(and(FAILED, NAMED), REASON).conjuncts())
        .containsExactly(FAILED, NAMED, REASON);
  }

  @Test
  void searchIsWrittenOut() {
    ScanAnalysis analysis = analysis(in(column("job_name"), "a", "b", "c"));
    int name = ordinal("job_name");
    assertThat(bounds(analysis).keys())
        .contains(ImmutableSet.of(new Key(name, "a"), new Key(name, "b"), new Key(name, "c")));
    assertThat(analysis.values()).hasSize(3);
  }

  @Test
  void exactIsWhatListSaysAlone() {
    assertThat(analysis().isExact()).isTrue();
    assertThat(analysis(FAILED).isExact()).isTrue();
    assertThat(analysis(HERE).isExact()).isTrue();
    assertThat(analysis(FAILED, HERE).isExact()).isTrue();
    assertThat(analysis(FAILED, eq(column("status"), Rex.parameter(0))).isExact()).isFalse();
    assertThat(analysis(or(FAILED, eq(column("status"), text("Completed")))).isExact()).isFalse();
    assertThat(analysis(NAMED).isExact()).isFalse();
    assertThat(analysis(REASON).isExact()).isFalse();
    assertThat(analysis(FAILED, REASON).isExact()).isFalse();
    assertThat(analysis(not(FAILED)).isExact()).isFalse();
    assertThat(analysis(call(SqlStdOperatorTable.LIKE, column("job_name"), text("a%"))).isExact())
        .isFalse();
  }

  @Test
  void identifiersThatTheQueryNames() {
    RexNode identifier = column("job_identifier");
    assertThat(identifiers(eq(identifier, text("a")))).containsExactly(text("a"));
    assertThat(identifiers(eq(text("a"), identifier))).containsExactly(text("a"));
    assertThat(identifiers(not(eq(identifier, text("a"))))).containsExactly(text("a"));
    assertThat(identifiers(in(identifier, "a", "b"))).containsExactly(text("a"), text("b"));
    assertThat(identifiers(call(SqlStdOperatorTable.NOT_EQUALS, identifier, text("a"))))
        .containsExactly(text("a"));
    assertThat(identifiers(or(FAILED, eq(identifier, Rex.parameter(0)))))
        .containsExactly(Rex.parameter(0));
    assertThat(identifiers(NAMED)).isEmpty();
    // Without a wildcard it is an equality.
    assertThat(identifiers(call(SqlStdOperatorTable.LIKE, identifier, text("a"))))
        .containsExactly(text("a"));
  }

  private static List<RexNode> identifiers(RexNode condition) {
    ScanAnalysis analysis = analysis(condition);
    return analysis.identifiers().stream().map(analysis.values()::get).toList();
  }

  @Test
  void detailsAreNeededByProjectionConditionOrOrder() {
    assertThat(summaries().hydrates()).isFalse();
    assertThat(analysis().hydratesAll()).as("of all columns").isTrue();
    ScanAnalysis condition = Rex.analysis(summaries().spec().where(List.of(REASON)));
    assertThat(condition.hydrates()).isTrue();
    assertThat(condition.hydratesAll()).isFalse();
    ScanAnalysis order = Rex.analysis(summaries().spec().sort(List.of(key("role_arn", false))));
    assertThat(order.hydratesAll()).isTrue();
    assertThat(order.sortsOnDetail()).isTrue();
  }

  private static ScanAnalysis summaries(RexNode... conditions) {
    ImmutableList<Integer> columns =
        Stream.of("job_name", "status", "creation_time")
            .map(Rex::ordinal)
            .collect(ImmutableList.toImmutableList());
    return Rex.analysis(
        ScanSpec.of(Rex.JOBS).columns(columns).where(ImmutableList.copyOf(conditions)));
  }

  private static SortKey key(String column, boolean descending) {
    return new SortKey(column(column), descending, descending);
  }

  @Test
  void serverOrder() {
    ScanSpec spec = summaries().spec();
    assertThat(Rex.analysis(spec).serverOrder()).isEqualTo(ListOrder.NONE);
    assertThat(ordered(key("creation_time", false))).isEqualTo(ListOrder.ASCENDING);
    assertThat(ordered(key("creation_time", true))).isEqualTo(ListOrder.DESCENDING);
    assertThat(ordered(key("creation_time", true), key("job_name", false)))
        .isEqualTo(ListOrder.DESCENDING);
    assertThat(ordered(key("job_name", false), key("creation_time", false)))
        .isEqualTo(ListOrder.NONE);
    assertThat(ordered(key("end_time", false))).isEqualTo(ListOrder.NONE);
    assertThat(ordered(key("creation_time", false), key("role_arn", false)))
        .as("details are there after all rows only")
        .isEqualTo(ListOrder.NONE);
  }

  private static ListOrder ordered(SortKey... keys) {
    return Rex.analysis(summaries().spec().sort(List.of(keys))).serverOrder();
  }

  @Test
  void summaryDecidesWhatItCan() {
    ScanAnalysis analysis = analysis(FAILED, REASON, or(NAMED, ROLE), and(HERE, ROLE));
    assertThat(analysis.summaryConditions()).containsExactly(FAILED, HERE);
    assertThat(analysis.detailConditions()).containsExactly(REASON, or(NAMED, ROLE), ROLE);
    assertThat(analysis.decidedConditions())
        .containsExactly(Rex.BUILDER.makeLiteral(false), NAMED, Rex.BUILDER.makeLiteral(false));
  }

  @Test
  void partOfADetailConditionThatTheSummaryDecides() {
    ScanAnalysis analysis = analysis(or(and(FAILED, ROLE), and(NAMED, REASON)));
    assertThat(analysis.summaryConditions()).containsExactly(or(FAILED, NAMED));
    ScanAnalysis negated = analysis(not(and(FAILED, ROLE)));
    assertThat(negated.summaryConditions()).isEmpty();
    assertThat(negated.decidedConditions()).containsExactly(Rex.BUILDER.makeLiteral(false));
  }

  @Test
  void plannedBoundsOfLiteralsAndParameters() {
    assertThat(bounds(analysis(FAILED))).isEqualTo(Bounds.ofValue(ordinal("status"), "Failed"));
    Bounds parameter = bounds(analysis(eq(column("job_name"), Rex.parameter(0))));
    assertThat(parameter.symbolic()).isTrue();
    assertThat(parameter.keys()).contains(ImmutableSet.of(new Key(ordinal("job_name"), "?1")));
    Bounds times =
        bounds(
            analysis(
                call(
                    SqlStdOperatorTable.GREATER_THAN,
                    column("creation_time"),
                    Rex.time("1970-01-01 00:00:01.5"))));
    assertThat(times.createdFrom()).isEqualTo(1_501);
    assertThat(bounds(analysis(eq(column("job_name"), Rex.nothing(Rex.varchar())))))
        .isEqualTo(Bounds.NONE);
  }

  /** What is known before the statement runs. */
  private static Bounds bounds(ScanAnalysis analysis) {
    ReadableExpressions readable = new ReadableExpressions(Rex.JOBS.columnNames());
    return analysis.access().bounds(KnownTarget.UNKNOWN, analysis.planned(readable::text));
  }

  @Test
  void numbersOfLimits() {
    ScanSpec limited = summaries().spec().limit(Rex.number(3), Rex.parameter(0));
    ScanAnalysis analysis = Rex.analysis(limited);
    assertThat(analysis.values().get(analysis.number(limited.offset()))).isEqualTo(Rex.number(3));
    assertThat(analysis.number(null)).isEqualTo(-1);
    assertThat(ScanAnalysis.planned(limited.offset())).isEqualTo(3);
    assertThat(ScanAnalysis.planned(limited.fetch())).isEqualTo(-1);
  }

  @Test
  void eachValueOnce() {
    RexNode twice = or(eq(column("job_name"), text("a")), eq(column("job_arn"), text("a")));
    assertThat(analysis(twice, NAMED).values()).containsExactly(text("a"));
  }
}
