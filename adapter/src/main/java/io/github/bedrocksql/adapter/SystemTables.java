package io.github.bedrocksql.adapter;

import static io.github.bedrocksql.adapter.table.ColumnType.BIGINT;
import static io.github.bedrocksql.adapter.table.ColumnType.INTEGER;
import static io.github.bedrocksql.adapter.table.ColumnType.VARCHAR;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.TableDescription.ColumnDescription;
import io.github.bedrocksql.adapter.config.Target;
import io.github.bedrocksql.adapter.session.ApiSession;
import io.github.bedrocksql.adapter.session.LoggedCall;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The tables {@code api_calls} and {@code region_status}. */
final class SystemTables {
  private static final ColumnDescription ACCOUNT =
      new ColumnDescription(
          "account_id",
          VARCHAR,
          true,
          "Account of the role that was assumed; null: none was, the credentials' own account");

  private static final TableDescription API_CALLS =
      described(
          "api_calls",
          "API calls that this connection made, the latest 10,000, one row each",
          ImmutableList.of("call_number"),
          new ColumnDescription(
              "call_number", BIGINT, false, "Counts the connection's calls, from 1"),
          new ColumnDescription(
              "statement", BIGINT, false, "Counts the connection's statements that called, from 1"),
          new ColumnDescription(
              "operation", VARCHAR, false, "Operation that was called, by the API's name"),
          new ColumnDescription("region", VARCHAR, false, "Region that was asked"),
          ACCOUNT,
          new ColumnDescription(
              "parameters", VARCHAR, false, "Parameters of the request as name=value; empty: none"),
          new ColumnDescription(
              "row_count", INTEGER, false, "Rows in the answer; 0 after a failure"),
          new ColumnDescription(
              "attempts", INTEGER, false, "Times that the request was sent, retries included"),
          new ColumnDescription(
              "milliseconds",
              BIGINT,
              false,
              "Milliseconds to the end, waits for the account's pace and between retries included"),
          new ColumnDescription(
              "request_id",
              VARCHAR,
              true,
              "AWS's id of the last answer, for its support; null: none came"),
          new ColumnDescription(
              "outcome",
              VARCHAR,
              false,
              "ok, the error code of the API, or what went wrong before it answered"));

  private static final TableDescription REGION_STATUS =
      described(
          "region_status",
          "What each Region of this connection last answered",
          ImmutableList.of(),
          new ColumnDescription("region", VARCHAR, false, "Region that this connection queries"),
          ACCOUNT,
          new ColumnDescription(
              "outcome",
              VARCHAR,
              false,
              "Outcome of its last call, as in api_calls; not asked: there was none yet"),
          new ColumnDescription(
              "operation", VARCHAR, true, "Operation of its last call; null: there was none yet"),
          new ColumnDescription(
              "request_id", VARCHAR, true, "AWS's id of that answer; null: none came"));

  private SystemTables() {}

  static ImmutableList<SystemTable> of(ApiSession session) {
    return ImmutableList.of(apiCalls(session), regionStatus(session));
  }

  private static SystemTable apiCalls(ApiSession session) {
    return new SystemTable(
        API_CALLS,
        () ->
            session.log().latest().stream()
                .map(SystemTables::row)
                .collect(ImmutableList.toImmutableList()));
  }

  private static TableDescription described(
      String name, String remark, ImmutableList<String> primaryKey, ColumnDescription... columns) {
    return new TableDescription(
        name,
        TableDescription.Kind.SYSTEM_TABLE,
        remark,
        ImmutableList.copyOf(columns),
        primaryKey,
        Optional.empty());
  }

  private static Object[] row(LoggedCall call) {
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
    return new SystemTable(REGION_STATUS, () -> regionRows(session));
  }

  private static ImmutableList<Object[]> regionRows(ApiSession session) {
    Map<Target, LoggedCall> latest = session.log().latestOfEach();
    Stream<Target> configured = session.targetsIfKnown().stream().flatMap(List::stream);
    return Stream.concat(configured, latest.keySet().stream())
        .distinct()
        .map(target -> regionRow(target, latest.get(target)))
        .collect(ImmutableList.toImmutableList());
  }

  private static Object[] regionRow(Target target, LoggedCall latest) {
    String account = target.account().orElse(null);
    return latest == null
        ? new Object[] {target.region(), account, "not asked", null, null}
        : new Object[] {
          target.region(), account, latest.outcome(), latest.operation(), latest.requestId()
        };
  }
}
