package io.github.bedrocksql.adapter.client;

import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import com.google.common.cache.LoadingCache;
import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.client.FutureCall.Prepared;
import io.github.bedrocksql.adapter.config.BedrockConfig;
import io.github.bedrocksql.adapter.config.BedrockProperty;
import io.github.bedrocksql.adapter.config.Target;
import io.github.bedrocksql.adapter.error.SqlState;
import io.github.bedrocksql.adapter.settings.AwsSettings;
import io.github.bedrocksql.adapter.settings.Environment;
import io.github.bedrocksql.sandbox.Sandbox;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.bedrock.BedrockClientBuilder;

/**
 * The SDK clients of a connection, one a Region, each made at its first call and closed with the
 * connection. With {@code sandbox=true} the embedded endpoint is started then, too.
 */
public final class BedrockClients implements AutoCloseable {
  private final BedrockConfig config;
  private final Supplier<Environment> environment;
  private final TargetChoice choice;
  private final Map<Target, BedrockClient> clients = new HashMap<>();
  private final ScheduledThreadPoolExecutor timer = makeTimer();
  private final Deadlines deadlines = new Deadlines(timer);
  private final RetryRules rules;
  private final AtomicLong calls = new AtomicLong();
  private final AtomicBoolean preparedAhead = new AtomicBoolean();

  /** Those that no call has asked for in a while have none that waits. */
  private final LoadingCache<Paces.Called, Lane> lanes;

  private AwsSettings settings;
  private Shared shared;
  private boolean closed;

  /** Makes no client yet and calls nothing. */
  public BedrockClients(BedrockConfig config) {
    // The sandbox answers the same everywhere: what is set for AWS does not concern it.
    this(config, config.sandbox() ? () -> Environment.NONE : Environment::ofProcess);
  }

  /** Makes them for an environment, which is asked for when it is first needed. */
  BedrockClients(BedrockConfig config, Supplier<Environment> environment) {
    this.config = config;
    this.environment = environment;
    this.choice = new TargetChoice(config, this::settings);
    this.rules = new RetryRules(config);
    this.lanes =
        CacheBuilder.newBuilder()
            .expireAfterAccess(config.throttleTimeout().plus(config.callTimeout()))
            .build(
                CacheLoader.from(called -> new Lane(() -> Paces.OF_JVM.of(called).pace(), timer)));
  }

  /**
   * Returns where calls go.
   *
   * @throws SQLException if no Region is configured, or a setting is not valid
   */
  public ImmutableList<Target> targets() throws SQLException {
    return choice.targets();
  }

  /** Returns where calls go, if that is known without reading files or asking the network. */
  public Optional<ImmutableList<Target>> targetsIfKnown() {
    return choice.known();
  }

  /** Returns the Region and, where one is configured, the endpoint: for messages. */
  public String describe(Target target) {
    return target + config.endpoint().map(uri -> " at " + uri).orElse("");
  }

  /**
   * Makes what a call needs, without calling. Not in a thread that may be interrupted: reading
   * configuration files would then find them empty.
   *
   * @throws SQLException if the connection is closed or its credentials can't be set up
   */
  public void prepare(Target target) throws SQLException {
    client(target);
  }

  /**
   * Begins to make what the first call will need, in a thread of its own: for the time in which a
   * statement is planned. Calls nothing, and asks nobody which Region there is.
   */
  public void prepareAhead() {
    if (preparedAhead.get()) {
      return;
    }
    Optional<ImmutableList<Target>> known = targetsIfKnown();
    if (known.isPresent() && !preparedAhead.getAndSet(true)) {
      prepareAhead(known.get().get(0));
    }
  }

  private synchronized void prepareAhead(Target target) {
    if (!closed) {
      // A failure is that of the call, which tries again and tells it.
      Future<?> unused = timer.submit(() -> client(target));
    }
  }

  /**
   * Starts a call: at the pace that its account, Region and operation have, again where that may
   * help, and once more with new credentials where those that it was signed with have expired.
   *
   * @param call sends the request, configured with {@code trace}; the SDK's exceptions pass through
   * @param ending is called with the outcome before the future completes
   * @param threads where it is sent; none is held while it waits
   * @return fails with the SDK's exception, or a SQLException if the connection is closed or its
   *     credentials can't be set up
   */
  public <T> FutureCall<T> call(
      Target target,
      String operation,
      CallTrace trace,
      Function<BedrockClient, T> call,
      CompletionListener<T> ending,
      CallThreads threads) {
    return new FutureCall<>(
        calls, () -> prepared(target, operation, trace, call), trace, ending, threads, timer);
  }

  /**
   * Begins a call, in the caller's thread unless it would wait there for anything but the answer.
   *
   * @param stopped whether the caller must stop; asked by another thread
   */
  public void startHere(FutureCall<?> call, Target target, BooleanSupplier stopped) {
    if (isAtHand(target)) {
      call.startHere(stopped);
    } else {
      call.start();
    }
  }

  private synchronized boolean isAtHand(Target target) {
    return clients.containsKey(target) && shared.credentials().of(target).areAtHand();
  }

  private <T> Prepared<T> prepared(
      Target target, String operation, CallTrace trace, Function<BedrockClient, T> call)
      throws SQLException {
    BedrockClient client = client(target);
    Shared common = shared(target);
    Paces.Called called = common.called(target, operation);
    Supplier<T> once =
        () ->
            common
                .http()
                .sending(
                    trace, () -> common.credentials().renewing(target, () -> call.apply(client)));
    return new Prepared<>(
        lanes.getUnchecked(called),
        new Attempts<>(rules, Paces.OF_JVM.of(called), deadlines, trace, once));
  }

  /** In one step with the look whether the connection is closed, or it might never be closed. */
  private synchronized BedrockClient client(Target target) throws SQLException {
    Shared common = shared(target);
    BedrockClient client = clients.get(target);
    if (client == null) {
      client = makeClient(target, common);
      clients.put(target, client);
    }
    return client;
  }

  private synchronized Shared shared(Target target) throws SQLException {
    if (closed) {
      throw SqlState.CONNECTION_CLOSED.exception("The connection is closed", null);
    }
    if (shared == null) {
      shared = share(target.region());
    }
    return shared;
  }

  private synchronized AwsSettings settings() throws SQLException {
    if (settings == null) {
      settings = AwsSettings.read(environment.get(), config.get(BedrockProperty.PROFILE));
    }
    return settings;
  }

  /**
   * What ends calls at callTimeout, and wakes those that wait. The SDK's own, on the way to
   * credentials, would keep its threads after close.
   */
  private static ScheduledThreadPoolExecutor makeTimer() {
    ScheduledThreadPoolExecutor timer =
        new ScheduledThreadPoolExecutor(1, work -> DaemonThread.of("bedrock-sql-timer", work));
    // A call that ended in time must not be held until its timeout.
    timer.setRemoveOnCancelPolicy(true);
    return timer;
  }

  /** What the clients of all Regions have in common, so that each costs next to nothing. */
  private record Shared(
      AbortableHttp http,
      ServiceClients clients,
      Credentials credentials,
      Optional<ApiKey> apiKey,
      Optional<URI> endpoint,
      Optional<Sandbox> sandbox)
      implements AutoCloseable {
    /** Returns what has a quota of its own; reads the credentials to find the account. */
    Paces.Called called(Target target, String operation) {
      String account =
          apiKey
              .map(ApiKey::fingerprint)
              .or(target::account)
              .orElseGet(() -> account(credentials.of(target)));
      return new Paces.Called(endpoint, account, target.region(), operation);
    }

    private static String account(RenewableCredentials credentials) {
      AwsCredentials resolved = credentials.resolveCredentials();
      return resolved.accountId().orElseGet(() -> String.valueOf(resolved.accessKeyId()));
    }

    @Override
    public void close() {
      credentials.close();
      http.close();
      sandbox.ifPresent(Sandbox::close);
    }
  }

  private Shared share(String region) throws SQLException {
    AwsSettings found = settings();
    found.check();
    Optional<ApiKey> apiKey = ApiKey.of(config, found);
    Optional<URI> configured = config.endpoint();
    if (configured.isEmpty() && !config.sandbox()) {
      configured = found.endpoint(AwsService.BEDROCK.key());
    }
    Optional<CaBundle> trusted = CaBundle.of(found);
    AbortableHttp http = http(found, configured, trusted);
    ServiceClients made = new ServiceClients(config, found, http, trusted, timer);
    RenewableCredentials own = new OwnCredentials(config, found.environment(), made, region).get();
    Optional<Sandbox> sandbox =
        config.sandbox() ? Optional.of(Sandbox.startWithSampleJobs()) : Optional.empty();
    Optional<URI> endpoint = sandbox.map(Sandbox::endpoint).or(config::endpoint);
    return new Shared(
        http, made, new Credentials(config, own, made, endpoint), apiKey, endpoint, sandbox);
  }

  private AbortableHttp http(AwsSettings found, Optional<URI> endpoint, Optional<CaBundle> trusted)
      throws SQLException {
    Apache5HttpClient.Builder builder =
        Apache5HttpClient.builder()
            .maxConnections(config.maxConcurrency())
            .connectionTimeout(Duration.ofSeconds(5))
            // Later than the call's own timer, which says what has passed.
            .socketTimeout(config.callTimeout().plusSeconds(5))
            .proxyConfiguration(Route.proxy(config, found, endpoint));
    trusted.ifPresent(bundle -> builder.tlsTrustManagersProvider(bundle::trust));
    return new AbortableHttp(builder.build());
  }

  private BedrockClient makeClient(Target target, Shared common) throws SQLException {
    BedrockClientBuilder builder =
        common
            .clients()
            .prepared(
                BedrockClient.builder(), AwsService.BEDROCK, target.region(), common.endpoint())
            .overrideConfiguration(
                o ->
                    o.scheduledExecutorService(timer)
                        .defaultProfileFile(SdkProfiles.NONE)
                        .defaultProfileName(SdkProfiles.NAME)
                        .addExecutionInterceptor(new TraceInterceptor())
                        .retryStrategy(RetryRules.ofClient(config)));
    ApiKey.sign(builder, common.apiKey(), common.credentials().of(target));
    return ServiceClients.built(builder);
  }

  @Override
  public synchronized void close() {
    closed = true;
    try {
      clients.values().forEach(BedrockClient::close);
    } finally {
      timer.shutdownNow();
      if (shared != null) {
        shared.close();
      }
    }
  }
}
