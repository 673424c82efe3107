package io.github.bedrocksql.adapter.execute;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.collect.ImmutableMap;
import io.github.bedrocksql.adapter.api.Resource;
import io.github.bedrocksql.adapter.config.Target;
import io.github.bedrocksql.adapter.execute.Detail.Known;
import io.github.bedrocksql.adapter.execute.Detail.Requested;
import io.github.bedrocksql.adapter.session.ApiRequest;
import io.github.bedrocksql.adapter.session.ApiSession;
import io.github.bedrocksql.adapter.session.InFlightCalls;
import io.github.bedrocksql.adapter.session.InFlightCalls.ApiFailure;
import io.github.bedrocksql.adapter.session.InFlightCalls.Call;
import io.github.bedrocksql.adapter.session.StatementRun;
import io.github.bedrocksql.adapter.table.Identifier;
import io.github.bedrocksql.adapter.table.TableDefinition;
import java.sql.SQLException;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * The details of one table in one Region, for one scan: by Get, unless the statement has asked
 * before or the connection remembers one that still holds.
 */
final class Details {
  /** Answers that a statement keeps for its other scans, at most. */
  private static final int KEPT = 10_000;

  private final TableDefinition table;
  private final ApiSession session;
  private final InFlightCalls calls;
  private final Target target;
  private final Optional<Cache<String, Detail>> asked;

  private Details(
      TableDefinition table,
      ApiSession session,
      InFlightCalls calls,
      Target target,
      Optional<Cache<String, Detail>> asked) {
    this.table = table;
    this.session = session;
    this.calls = calls;
    this.target = target;
    this.asked = asked;
  }

  private record Shared(String operation, Target target) {}

  /** Makes no call yet. */
  @SuppressWarnings("unchecked") // A class literal of a generic interface is raw.
  static Details of(
      TableDefinition table,
      ApiSession session,
      InFlightCalls calls,
      StatementRun run,
      Target target,
      boolean shared) {
    Optional<Cache<String, Detail>> asked =
        shared
            ? Optional.of(
                run.shared(
                    new Shared(table.get().name(), target),
                    Cache.class,
                    () -> CacheBuilder.newBuilder().maximumSize(KEPT).build()))
            : Optional.empty();
    return new Details(table, session, calls, target, asked);
  }

  /** Returns whether the statement has asked for this ARN or name before. */
  boolean isAsked(String identifier) {
    return asked.isPresent() && asked.get().getIfPresent(identifier) != null;
  }

  /**
   * Starts a lookup by ARN or name, which asks the API once a statement.
   *
   * @param alone whether the caller waits for it at once
   */
  Detail lookUp(String identifier, boolean alone) throws SQLException {
    Detail before = asked.map(a -> a.getIfPresent(identifier)).orElse(null);
    if (before != null && !isAbandoned(before)) {
      return before;
    }
    Detail started = new Requested(identifier, start(identifier, alone));
    asked.ifPresent(a -> a.put(identifier, started));
    return started;
  }

  private static boolean isAbandoned(Detail detail) {
    return detail instanceof Requested requested && requested.call().isAbandoned();
  }

  /**
   * Starts getting the detail of a listed resource.
   *
   * @param state what its summary shows; null if unknown
   */
  Detail hydrate(String arn, String state) throws SQLException {
    Optional<Object> remembered = session.details().get(table.get().name(), target, arn, state);
    return remembered.isPresent()
        ? new Known(remembered.map(Resource.class::cast))
        : lookUp(arn, false);
  }

  private Call<Resource> start(String identifier, boolean alone) throws SQLException {
    ApiRequest<Resource> request =
        new ApiRequest<>(
            target,
            table.get().name(),
            false,
            ImmutableMap.of(table.get().parameter(), identifier),
            (client, trace) -> table.get().call(client, identifier, trace),
            answer -> 1);
    return alone ? calls.startAlone(request) : calls.start(request);
  }

  /** Waits for a detail; empty if there is no such resource. */
  Optional<Resource> await(Detail detail) throws SQLException {
    if (detail instanceof Known known) {
      return known.resource();
    }
    Requested requested = (Requested) detail;
    String identifier = requested.identifier();
    // Another scan may have started the call, and been closed over it.
    Optional<Resource> answer =
        answer(identifier, isAbandoned(detail) ? start(identifier, true) : requested.call());
    keep(identifier, answer);
    return answer;
  }

  private Optional<Resource> answer(String identifier, Call<Resource> call) throws SQLException {
    try {
      return Optional.of(calls.await(call));
    } catch (ApiFailure e) {
      if (isAbsent(identifier, e.getCause())) {
        return Optional.empty();
      }
      throw e.meaning();
    }
  }

  private void keep(String identifier, Optional<Resource> detail) {
    asked.ifPresent(a -> a.put(identifier, new Known(detail)));
  }

  /** Remembers a detail by what its row is named by, however it was asked for. */
  void remember(Row row, Resource detail) {
    Identifier keys = table.identifier();
    String arn = (String) row.value(keys.arnColumn());
    keep(arn, Optional.of(detail));
    keys.otherColumn().ifPresent(other -> keep((String) row.value(other), Optional.of(detail)));
    table
        .freshness()
        .ifPresent(
            f ->
                session
                    .details()
                    .put(table.get().name(), target, arn, f.ofDetail().apply(detail), detail));
  }

  /**
   * Not found means no row. So does "invalid" for an ARN whose id doesn't have AWS's format: it was
   * sent because other servers use such ids.
   */
  private boolean isAbsent(String identifier, Throwable failure) {
    if (!(failure instanceof AwsServiceException service) || service.awsErrorDetails() == null) {
      return false;
    }
    String code = service.awsErrorDetails().errorCode();
    return "ResourceNotFoundException".equals(code)
        || ("ValidationException".equals(code) && !table.identifier().isStandard(identifier));
  }
}
