package io.github.bedrocksql.sandbox;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A running endpoint. It listens on loopback only, until it is closed. */
public final class Sandbox implements AutoCloseable {
  private final LoopbackServer server;
  private final Holdings holdings;
  private final Requests requests = new Requests();
  private final FaultPlan faults = new FaultPlan();

  private Sandbox(Builder builder) throws IOException {
    Behaviour behaviour = builder.behaviour();
    this.holdings = builder.holdings(behaviour);
    this.server =
        LoopbackServer.start(
            builder.port,
            new ApiHandler(
                new Operations(holdings, behaviour, builder.clock), behaviour, faults, requests));
  }

  /** Returns an endpoint with the sample account, in three Regions. */
  public static Sandbox startWithSampleJobs() {
    return builder().sampleJobs().start();
  }

  /** Returns a builder of an endpoint without resources that does everything right. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns {@code http://127.0.0.1:PORT}. */
  public URI endpoint() {
    return server.uri();
  }

  /** Returns the requests answered so far, in the order of their answers. */
  public ImmutableList<RecordedRequest> requests() {
    return requests.all();
  }

  /** Returns the most requests that were under way at once. */
  public int maxConcurrentRequests() {
    return requests.most();
  }

  /** Returns the most requests of an operation that were under way at once. */
  public int maxConcurrentRequests(String operation) {
    return requests.most(operation);
  }

  /** Forgets the requests. */
  public void clearRequests() {
    requests.clear();
  }

  /** Changes the import jobs of a Region and the models that they made, as time does. */
  public void replaceJobs(String region, List<ImportJob> jobs) {
    holdings.putJobs(Scope.own(region), jobs);
  }

  /** Changes what a Region has of a resource, as time does. */
  public <R> void replace(String region, Resource<R> resource, List<R> rows) {
    holdings.put(Scope.own(region), resource, rows);
  }

  /** From now on these go wrong, and no others; none: all is well again. */
  public void spoil(Fault... faultsToCome) {
    faults.replace(ImmutableList.copyOf(faultsToCome));
  }

  @Override
  public void close() {
    server.close();
  }

  /** Says what an endpoint holds and how it behaves. */
  public static final class Builder {
    private final List<Consumer<Holdings>> given = new ArrayList<>();
    private final ImmutableSet.Builder<String> refusedRoles = ImmutableSet.builder();
    private final ImmutableMap.Builder<String, String> externalIds = ImmutableMap.builder();
    private final ImmutableMap.Builder<String, String> apiKeys = ImmutableMap.builder();
    private Duration roleLifetime = Duration.ofHours(1);
    private final ImmutableSet.Builder<String> disabledRegions = ImmutableSet.builder();
    private final ImmutableSetMultimap.Builder<String, String> notOffered =
        ImmutableSetMultimap.builder();
    private final ImmutableSet.Builder<String> deniedOperations = ImmutableSet.builder();
    private final ImmutableMap.Builder<String, String> secrets = ImmutableMap.builder();
    private Clock clock = Clock.systemUTC();
    private boolean samples;
    private int port;
    private Duration latency = Duration.ZERO;
    private int pageCap = Integer.MAX_VALUE;
    private boolean emptyPages;
    private boolean exclusiveBounds;
    private boolean ignoreFilters;
    private boolean unsorted;
    private boolean caseInsensitiveContains;
    private boolean lenientIds;
    private boolean omitOptionalFields;
    private boolean foreignIds;
    private int throttleFirst;
    private double throttleRate;
    private Duration throttleFor = Duration.ofDays(1);
    private double quotaPerSecond;
    private int quotaAtOnce = Integer.MAX_VALUE;
    private double errorRate;
    private long seed;
    private int cutEvery;

    private Builder() {}

    /** Listens on this port; 0, the default, takes a free one. */
    public Builder port(int newPort) {
      port = newPort;
      return this;
    }

    /** Decides which jobs are in progress. */
    public Builder clock(Clock newClock) {
      clock = newClock;
      return this;
    }

    /** Adds the sample account, except for the resources that a Region is given. */
    public Builder sampleJobs() {
      samples = true;
      return this;
    }

    /** Sets the import jobs of a Region, and the models that they made. */
    public Builder jobs(String region, List<ImportJob> some) {
      given.add(holdings -> holdings.putJobs(Scope.own(region), some));
      return this;
    }

    /** Sets the same of another account, seen by who assumes a role of that account. */
    public Builder jobs(String account, String region, List<ImportJob> some) {
      given.add(holdings -> holdings.putJobs(new Scope(account, region), some));
      return this;
    }

    /** Sets what a Region has of a resource. */
    public <R> Builder rows(String region, Resource<R> resource, List<R> some) {
      given.add(holdings -> holdings.put(Scope.own(region), resource, some));
      return this;
    }

    /** Sets the same of another account, seen by who assumes a role of that account. */
    public <R> Builder rows(String account, String region, Resource<R> resource, List<R> some) {
      given.add(holdings -> holdings.put(new Scope(account, region), resource, some));
      return this;
    }

    /** Refuses to let anyone assume a role. */
    public Builder refuseRole(String roleArn) {
      refusedRoles.add(roleArn);
      return this;
    }

    /** Lets only those assume a role who name this external id. */
    public Builder externalId(String roleArn, String externalId) {
      externalIds.put(roleArn, externalId);
      return this;
    }

    /** Ends the credentials of assumed roles so long after they were given; by default an hour. */
    public Builder roleLifetime(Duration lifetime) {
      roleLifetime = lifetime;
      return this;
    }

    /** Sets the jobs of a Region to {@link GeneratedJobs}. */
    public Builder generatedJobs(String region, int count) {
      return jobs(region, GeneratedJobs.of(region, "123456789012", count));
    }

    /**
     * Sets all that an account has in a Region to {@link GeneratedRows}, so many of each resource,
     * three of them of one time; what AWS itself gives, such as foundation models, is as in the
     * sample account. An empty account is the caller's own.
     */
    public Builder generatedRows(String account, String region, int count, long rowsSeed) {
      Scope scope = new Scope(account, region);
      given.add(holdings -> GeneratedRows.putInto(holdings, scope, count, rowsSeed));
      return this;
    }

    /** Waits before each answer. */
    public Builder latency(Duration newLatency) {
      latency = newLatency;
      return this;
    }

    /** Gives no more rows a page than this, whatever was asked. */
    public Builder pageCap(int rows) {
      checkArgument(rows > 0, "a listing of pages with %s rows never ends", rows);
      pageCap = rows;
      return this;
    }

    /** Puts an empty page with a token before each other page. */
    public Builder emptyPages() {
      emptyPages = true;
      return this;
    }

    /** Leaves out a job created at the very bound. */
    public Builder exclusiveBounds() {
      exclusiveBounds = true;
      return this;
    }

    /** Heeds neither filters nor sort order: the order is that of {@link #unsorted}. */
    public Builder ignoreFilters() {
      ignoreFilters = true;
      return this;
    }

    /** Heeds filters but no sort order: rows come shuffled, in the same way each time. */
    public Builder unsorted() {
      unsorted = true;
      return this;
    }

    /** Ignores case in nameContains. */
    public Builder caseInsensitiveContains() {
      caseInsensitiveContains = true;
      return this;
    }

    /** Takes any text for an identifier, as servers with other ids do. */
    public Builder lenientIds() {
      lenientIds = true;
      return this;
    }

    /** Leaves out each field that an answer may lack, as some emulators do. */
    public Builder omitOptionalFields() {
      omitOptionalFields = true;
      return this;
    }

    /** Gives jobs and models ids that are not AWS's, and takes any identifier, as emulators do. */
    public Builder foreignIds() {
      foreignIds = true;
      return lenientIds();
    }

    /** Answers the first requests with 429. */
    public Builder throttleFirst(int requests) {
      throttleFirst = requests;
      return this;
    }

    /** Answers a part of the requests, 0 to 1, with 429. */
    public Builder throttleRate(double rate, long newSeed) {
      throttleRate = rate;
      seed = newSeed;
      return this;
    }

    /** Ends what {@link #throttleRate} begins so long after the first request. */
    public Builder throttleFor(Duration length) {
      throttleFor = length;
      return this;
    }

    /**
     * Answers so many requests of an operation in a Region a second, and so many at once after a
     * pause; the others with 429.
     */
    public Builder quota(double perSecond, int atOnce) {
      checkArgument(perSecond > 0 && atOnce > 0, "a quota of nothing is no endpoint");
      quotaPerSecond = perSecond;
      quotaAtOnce = atOnce;
      return this;
    }

    /** Answers a part of the requests, 0 to 1, with 500. */
    public Builder errorRate(double rate, long newSeed) {
      errorRate = rate;
      seed = newSeed;
      return this;
    }

    /** Breaks off each so-manieth answer in its body. */
    public Builder cutConnections(int every) {
      cutEvery = every;
      return this;
    }

    /** Refuses this account the whole API in a Region. */
    public Builder regionNotEnabled(String region) {
      disabledRegions.add(region);
      return this;
    }

    /** Refuses an operation in a Region, as AWS does where it is not offered. */
    public Builder notOffered(String region, String operation) {
      notOffered.put(region, operation);
      return this;
    }

    /** Refuses the caller an operation. */
    public Builder denyAction(String operation) {
      deniedOperations.add(operation);
      return this;
    }

    /** Accepts only callers named so, and verifies their signatures. */
    public Builder credentials(String accessKeyId, String secretAccessKey) {
      secrets.put(accessKeyId, secretAccessKey);
      return this;
    }

    /** Accepts those, too, who show this API key; they see the jobs of this Region. */
    public Builder apiKey(String key, String region) {
      apiKeys.put(key, region);
      return this;
    }

    private Holdings holdings(Behaviour behaviour) {
      Holdings holdings = new Holdings(behaviour);
      if (samples) {
        new SampleAccount(clock.instant()).putInto(holdings);
      }
      given.forEach(rows -> rows.accept(holdings));
      return holdings;
    }

    Behaviour behaviour() {
      return new Behaviour(
          latency,
          pageCap,
          emptyPages,
          exclusiveBounds,
          ignoreFilters,
          unsorted,
          caseInsensitiveContains,
          lenientIds,
          omitOptionalFields,
          foreignIds,
          throttleFirst,
          throttleRate,
          throttleFor,
          new Quota(quotaPerSecond, quotaAtOnce, clock),
          errorRate,
          seed,
          cutEvery,
          disabledRegions.build(),
          notOffered.build(),
          deniedOperations.build(),
          new AssumedRoles(refusedRoles.build(), externalIds.buildOrThrow(), roleLifetime, clock),
          new ApiKeys(apiKeys.buildOrThrow()),
          secrets.buildOrThrow());
    }

    /**
     * Starts the endpoint.
     *
     * @throws UncheckedIOException if the port is taken
     */
    public Sandbox start() {
      try {
        return new Sandbox(this);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
