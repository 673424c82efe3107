package io.github.bedrocksql.adapter.execute;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.collect.ImmutableMap;
import io.github.bedrocksql.adapter.api.Resource;
import io.github.bedrocksql.adapter.config.Target;
import io.github.bedrocksql.adapter.session.ApiRequest;
import io.github.bedrocksql.adapter.session.ApiSession;
import io.github.bedrocksql.adapter.session.ScanCalls;
import io.github.bedrocksql.adapter.session.ScanCalls.ApiFailure;
import io.github.bedrocksql.adapter.session.ScanCalls.Call;
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
  private final ScanCalls calls;
  private final Target target;
  private final Optional<Cache<String, Awaited>> asked;

  private Details(
      TableDefinition table,
      ApiSession session,
      ScanCalls calls,
      Target target,
      Optional<Cache<String, Awaited>> asked) {
    this.table = table;
    this.session = session;
    this.calls = calls;
    this.target = target;
    this.asked = asked;
  }

  private record Asked(String operation, Target target) {}

  /** Makes no call yet. */
  @SuppressWarnings("unchecked") // A class literal of a generic interface is raw.
  static Details of(
      TableDefinition table,
      ApiSession session,
      ScanCalls calls,
      StatementRun run,
      Target target,
      boolean shared) {
    Optional<Cache<String, Awaited>> asked =
        shared
            ? Optional.of(
                run.shared(
                    new Asked(table.get().name(), target),
                    Cache.class,
                    () -> CacheBuilder.newBuilder().maximumSize(KEPT).build()))
            : Optional.empty();
    return new Details(table, session, calls, target, asked);
  }

  /** A detail that is there, or on its way. */
  record Awaited(String identifier, Optional<Optional<Resource>> known, Call<Resource> call) {
    static Awaited known(String identifier, Optional<Resource> detail) {
      return new Awaited(identifier, Optional.of(detail), null);
    }
  }

  /** Returns whether the statement has asked for this ARN or name before. */
  boolean isAsked(String identifier) {
    return asked.isPresent() && asked.get().getIfPresent(identifier) != null;
  }

  /** Starts a lookup by ARN or name, which asks the API once a statement. */
  Awaited lookUp(String identifier) throws SQLException {
    Awaited before = asked.map(a -> a.getIfPresent(identifier)).orElse(null);
    if (before != null && (before.call() == null || !before.call().isAbandoned())) {
      return before;
    }
    Awaited started = new Awaited(identifier, Optional.empty(), start(identifier));
    asked.ifPresent(a -> a.put(identifier, started));
    return started;
  }

  /**
   * Starts what gives the detail of a listed resource.
   *
   * @param state what its summary shows; null if it can't be told
   */
  Awaited hydrate(String arn, String state) throws SQLException {
    Optional<Object> remembered = session.details().get(table.get().name(), target, arn, state);
    return remembered.isPresent()
        ? Awaited.known(arn, Optional.of((Resource) remembered.get()))
        : lookUp(arn);
  }

  private Call<Resource> start(String identifier) throws SQLException {
    return calls.start(
        new ApiRequest<>(
            target,
            table.get().name(),
            false,
            ImmutableMap.of(table.get().parameter(), identifier),
            (client, trace) -> table.get().call(client, identifier, trace),
            answer -> 1));
  }

  /** Waits for a detail; empty if there is no such resource. */
  Optional<Resource> await(Awaited awaited) throws SQLException {
    if (awaited.known().isPresent()) {
      return awaited.known().get();
    }
    // Another scan may have started the call, and been closed over it.
    Awaited sent =
        awaited.call().isAbandoned()
            ? new Awaited(awaited.identifier(), Optional.empty(), start(awaited.identifier()))
            : awaited;
    Optional<Resource> detail = answer(sent);
    keep(awaited.identifier(), detail);
    return detail;
  }

  private Optional<Resource> answer(Awaited awaited) throws SQLException {
    try {
      return Optional.of(calls.await(awaited.call()));
    } catch (ApiFailure e) {
      if (isAbsent(awaited.identifier(), e.getCause())) {
        return Optional.empty();
      }
      throw e.meaning();
    }
  }

  private void keep(String identifier, Optional<Resource> detail) {
    asked.ifPresent(a -> a.put(identifier, Awaited.known(identifier, detail)));
  }

  /** Remembers a detail by what its row is named by, however it was asked for. */
  void remember(Object[] row, Resource detail) {
    Identifier keys = table.identifier();
    String arn = (String) row[keys.arnColumn()];
    keep(arn, Optional.of(detail));
    keys.otherColumn().ifPresent(other -> keep((String) row[other], Optional.of(detail)));
    table
        .freshness()
        .ifPresent(
            f ->
                session
                    .details()
                    .put(table.get().name(), target, arn, f.ofDetail().apply(detail), detail));
  }

  /**
   * Not found is no row. So is "invalid" for an ARN whose id has not AWS's form: it was sent
   * because other servers give such ids.
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
