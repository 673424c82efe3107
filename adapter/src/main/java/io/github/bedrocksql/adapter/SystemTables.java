package io.github.bedrocksql.adapter;

import static io.github.bedrocksql.adapter.table.Column.ColumnType.BIGINT;
import static io.github.bedrocksql.adapter.table.Column.ColumnType.INTEGER;
import static io.github.bedrocksql.adapter.table.Column.ColumnType.VARCHAR;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.bedrocksql.adapter.SystemTable.SystemColumn;
import io.github.bedrocksql.adapter.config.Target;
import io.github.bedrocksql.adapter.session.ApiCall;
import io.github.bedrocksql.adapter.session.ApiSession;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.calcite.schema.Table;

/** The tables {@code api_calls} and {@code region_status}. */
final class SystemTables {
  private SystemTables() {}

  static ImmutableMap<String, Table> of(ApiSession session) {
    return ImmutableMap.of("api_calls", apiCalls(session), "region_status", regionStatus(session));
  }

  private static SystemTable apiCalls(ApiSession session) {
    return new SystemTable(
        ImmutableList.of(
            new SystemColumn("call_number", BIGINT, false, "1 for the connection's first call"),
            new SystemColumn("statement", BIGINT, false, "Number of the statement that called"),
            new SystemColumn("operation", VARCHAR, false, "The API's name of the operation"),
            new SystemColumn("region", VARCHAR, false, "Region asked"),
            new SystemColumn("account_id", VARCHAR, true, "Account of the role assumed; null: own"),
            new SystemColumn("parameters", VARCHAR, false, "What was asked"),
            new SystemColumn("row_count", INTEGER, false, "Rows in the answer"),
            new SystemColumn("attempts", INTEGER, false, "Times that the request was sent"),
            new SystemColumn("milliseconds", BIGINT, false, "From the first attempt to the end"),
            new SystemColumn("request_id", VARCHAR, true, "AWS's id of the last answer"),
            new SystemColumn(
                "outcome", VARCHAR, false, "ok, an error code of the API's, or the failure")),
        () ->
            session.log().latest().stream()
                .map(SystemTables::row)
                .collect(ImmutableList.toImmutableList()));
  }

  private static Object[] row(ApiCall call) {
    return new Object[] {
      call.number(),
      call.statement(),
      call.operation(),
      call.region(),
      call.account(),
      call.parameters(),
      call.rows(),
      call.attempts(),
      call.milliseconds(),
      call.requestId(),
      call.outcome()
    };
  }

  private static SystemTable regionStatus(ApiSession session) {
    return new SystemTable(
        ImmutableList.of(
            new SystemColumn("region", VARCHAR, false, "A Region of this connection"),
            new SystemColumn("account_id", VARCHAR, true, "Account of the role assumed; null: own"),
            new SystemColumn(
                "outcome", VARCHAR, false, "What it last answered; 'not asked' before the first"),
            new SystemColumn("operation", VARCHAR, true, "The operation last asked"),
            new SystemColumn("request_id", VARCHAR, true, "AWS's id of that answer")),
        () -> regionRows(session));
  }

  private static ImmutableList<Object[]> regionRows(ApiSession session) {
    Map<Target, ApiCall> latest = session.log().latestOfEach();
    Stream<Target> configured = session.targetsIfKnown().stream().flatMap(List::stream);
    return Stream.concat(configured, latest.keySet().stream())
        .distinct()
        .map(target -> regionRow(target, latest.get(target)))
        .collect(ImmutableList.toImmutableList());
  }

  private static Object[] regionRow(Target target, ApiCall latest) {
    String account = target.account().orElse(null);
    return latest == null
        ? new Object[] {target.region(), account, "not asked", null, null}
        : new Object[] {
          target.region(), account, latest.outcome(), latest.operation(), latest.requestId()
        };
  }
}
