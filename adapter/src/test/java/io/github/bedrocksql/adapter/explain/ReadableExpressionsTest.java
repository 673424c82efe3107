package io.github.bedrocksql.adapter.explain;

import static io.github.bedrocksql.adapter.scan.Rex.and;
import static io.github.bedrocksql.adapter.scan.Rex.call;
import static io.github.bedrocksql.adapter.scan.Rex.column;
import static io.github.bedrocksql.adapter.scan.Rex.eq;
import static io.github.bedrocksql.adapter.scan.Rex.or;
import static io.github.bedrocksql.adapter.scan.Rex.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrocksql.adapter.scan.Rex;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.calcite.rel.core.CorrelationId;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.fun.SqlLibraryOperators;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;
import org.junit.jupiter.api.Test;

class ReadableExpressionsTest {
  private static final RexNode FAILED = eq(column("status"), text("Failed"));
  private static final RexNode NAMED = eq(column("job_name"), text("a"));

  private final ReadableExpressions readable = new ReadableExpressions(Rex.JOBS.columnNames());

  private void assertText(RexNode node, String expected) {
    assertThat(readable.text(node)).isEqualTo(expected);
  }

  @Test
  void leaves() {
    assertText(column("job_name"), "job_name");
    assertText(Rex.parameter(0), "?1");
    assertText(Rex.parameter(11), "?12");
    assertText(text("it's"), "'it''s'");
    assertText(Rex.number(5), "5");
    assertText(Rex.nothing(Rex.varchar()), "NULL");
    assertText(Rex.BUILDER.makeLiteral(true), "true");
    assertText(Rex.time("2026-01-02 03:04:05"), "TIMESTAMP '2026-01-02 03:04:05'");
    assertText(Rex.time("2026-01-02 03:04:05.678"), "TIMESTAMP '2026-01-02 03:04:05.678'");
    assertText(Rex.date("2026-01-02"), "DATE '2026-01-02'");
    assertText(Rex.days(7), "INTERVAL '7' DAY");
  }

  @Test
  void operators() {
    assertText(FAILED, "status = 'Failed'");
    assertText(
        call(SqlStdOperatorTable.LIKE, column("job_name"), text("a%")), "job_name LIKE 'a%'");
    assertText(
        Rex.not(call(SqlStdOperatorTable.LIKE, column("job_name"), text("a%"))),
        "NOT(job_name LIKE 'a%')");
    assertText(
        call(SqlLibraryOperators.ILIKE, column("job_name"), text("a%")), "job_name ILIKE 'a%'");
    assertText(
        call(SqlStdOperatorTable.IS_NULL, column("failure_message")), "failure_message IS NULL");
    assertText(call(SqlStdOperatorTable.UPPER, column("status")), "UPPER(status)");
    assertText(Rex.now(), "CURRENT_TIMESTAMP");
    assertText(Rex.daysAgo(2), "CURRENT_TIMESTAMP - INTERVAL '2' DAY");
    assertText(
        Rex.BUILDER.makeAbstractCast(Rex.type(SqlTypeName.DATE), column("creation_time"), false),
        "CAST(creation_time AS DATE)");
  }

  @Test
  void looseOperatorsGetBrackets() {
    assertText(
        and(FAILED, or(NAMED, FAILED)),
        "status = 'Failed' AND (job_name = 'a' OR status = 'Failed')");
    assertText(
        or(and(FAILED, NAMED), NAMED), "(status = 'Failed' AND job_name = 'a') OR job_name = 'a'");
    assertText(
        call(SqlStdOperatorTable.IS_TRUE, or(FAILED, NAMED)),
        "(status = 'Failed' OR job_name = 'a') IS TRUE");
  }

  @Test
  void conditionsOfWhichAllHold() {
    assertThat(readable.all(List.of(FAILED, NAMED)))
        .isEqualTo("status = 'Failed' AND job_name = 'a'");
    assertThat(readable.all(List.of(FAILED, or(NAMED, FAILED))))
        .isEqualTo("status = 'Failed' AND (job_name = 'a' OR status = 'Failed')");
    assertThat(readable.all(List.of())).isEmpty();
  }

  @Test
  void longListsAreShortened() {
    RexNode[] names =
        IntStream.range(0, 8)
            .mapToObj(i -> eq(column("job_name"), text("n" + i)))
            .toArray(RexNode[]::new);
    assertThat(readable.text(or(names)))
        .startsWith("job_name = 'n0' OR ")
        .endsWith(" OR job_name = 'n4' OR … (3 more)");
  }

  @Test
  void fieldOfAnotherRow() {
    RelDataType row = Rex.BUILDER.getTypeFactory().builder().add("wanted", Rex.varchar()).build();
    RexNode field =
        Rex.BUILDER.makeFieldAccess(Rex.BUILDER.makeCorrel(row, new CorrelationId(3)), 0);
    assertText(field, "$cor3.wanted");
  }
}
