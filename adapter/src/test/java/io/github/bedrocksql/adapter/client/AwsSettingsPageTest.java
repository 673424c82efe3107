package io.github.bedrocksql.adapter.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.base.Throwables;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.UncheckedExecutionException;
import io.github.bedrocksql.adapter.config.BedrockConfig;
import io.github.bedrocksql.adapter.config.Target;
import io.github.bedrocksql.adapter.settings.AwsSettings;
import io.github.bedrocksql.adapter.settings.Environment;
import io.github.bedrocksql.sandbox.RecordedRequest;
import io.github.bedrocksql.sandbox.Sandbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.http.apache5.ProxyConfiguration;
import software.amazon.awssdk.services.bedrock.model.ListModelImportJobsResponse;

/** The rows of docs/aws-settings.md, each from what is set to the request that comes of it. */
class AwsSettingsPageTest {
  private static final String OPERATION = "ListModelImportJobs";
  private static final ImmutableMap<String, String> KEYS =
      ImmutableMap.of("accessKeyId", "AKIDTEST", "secretAccessKey", "secret");
  private static final ImmutableMap<String, String> REGION = ImmutableMap.of("region", "us-east-1");

  @TempDir private Path home;

  static List<SettingsRow> regions() {
    return SettingsRow.under("Region");
  }

  static List<SettingsRow> credentials() {
    return SettingsRow.under("Credentials");
  }

  static List<SettingsRow> endpoints() {
    return SettingsRow.under("Endpoints");
  }

  static List<SettingsRow> proxies() {
    return SettingsRow.under("Proxies");
  }

  @Test
  void thePageHasThem() {
    assertThat(regions()).hasSizeGreaterThan(20);
    assertThat(credentials()).hasSizeGreaterThan(30);
    assertThat(endpoints()).hasSizeGreaterThan(15);
    assertThat(proxies()).hasSizeGreaterThan(20);
  }

  private static Sandbox sandbox() {
    return Sandbox.builder().generatedJobs("us-east-1", 1).apiKey("a-key", "us-east-1").start();
  }

  /** Makes one call, as a statement would. */
  static void call(BedrockConfig config, Environment environment) throws SQLException {
    CallTrace trace = new CallTrace();
    CallThreads threads = new CallThreads(1);
    try (BedrockClients clients = new BedrockClients(config, () -> environment)) {
      Target target = clients.targets().get(0);
      clients.prepare(target);
      FutureCall<ListModelImportJobsResponse> call =
          clients.call(
              target,
              OPERATION,
              trace,
              client -> client.listModelImportJobs(r -> r.overrideConfiguration(trace.attached())),
              (given, failure) -> assertThat(trace.attempts()).isNotNegative(),
              threads);
      call.start();
      assertThat(Futures.getUnchecked(call).sdkHttpResponse().isSuccessful()).isTrue();
      assertThat(new String(trace.takeBody(), StandardCharsets.UTF_8))
          .contains("modelImportJobSummaries");
    } catch (UncheckedExecutionException e) {
      throw ApiErrors.translate(e.getCause(), OPERATION, "here", "{}", trace);
    } catch (RuntimeException e) {
      throw ApiErrors.translate(e, OPERATION, "here", "{}", trace);
    } finally {
      threads.shutdownNow();
    }
  }

  private static void assertFails(SettingsRow row, SQLException failure) {
    assertThat((Throwable) failure).as(row.toString()).isNotNull();
    assertThat(failure.getSQLState()).as(failure.getMessage()).isEqualTo(row.outcome().get(0));
    row.outcome().stream().skip(1).forEach(said -> assertThat(failure.getMessage()).contains(said));
    assertThat(Throwables.getStackTraceAsString(failure)).doesNotContain("hush");
  }

  /** Returns the requests that came of it; none if it is to fail, and does. */
  private List<RecordedRequest> requests(
      SettingsRow given, Map<String, String> properties, Map<String, String> variables)
      throws SQLException, IOException {
    try (Sandbox sandbox = sandbox()) {
      String host = sandbox.endpoint().getAuthority();
      SettingsRow row = given.at(host);
      ImmutableMap.Builder<String, String> more = ImmutableMap.builder();
      variables.forEach((name, value) -> more.put(name, value.replace("HERE", host)));
      BedrockConfig config = row.config(properties);
      Environment environment = row.environment(home, more.buildOrThrow());
      if (row.isFailure()) {
        assertFails(row, catchThrowableOfType(SQLException.class, () -> call(config, environment)));
        return List.of();
      }
      call(config, environment);
      return sandbox.requests();
    }
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("regions")
  void region(SettingsRow row) throws SQLException, IOException {
    assertThat(requests(row, KEYS, Map.of("AWS_ENDPOINT_URL", "http://HERE")))
        .extracting(RecordedRequest::region)
        .isEqualTo(row.isFailure() ? List.of() : row.outcome());
  }

  @Tag("long")
  @ParameterizedTest
  @MethodSource("credentials")
  void credentials(SettingsRow row) throws SQLException, IOException {
    List<RecordedRequest> requests =
        requests(row, REGION, Map.of("AWS_ENDPOINT_URL", "http://HERE"));
    if (row.isFailure()) {
      return;
    }
    assertThat(requests.get(0).caller()).isEqualTo(row.outcome().get(0));
    if (row.words().contains("for the role")) {
      assertThat(requests).hasSizeGreaterThan(1);
      assertThat(requests.get(0).operation()).isEqualTo("AssumeRole");
      assertThat(requests.get(requests.size() - 1).caller()).startsWith("ASIA");
    } else {
      assertThat(requests).hasSize(1);
    }
  }

  @ParameterizedTest
  @MethodSource("endpoints")
  void endpoint(SettingsRow row) throws SQLException, IOException {
    ImmutableMap<String, String> named =
        ImmutableMap.<String, String>builder().putAll(KEYS).putAll(REGION).buildOrThrow();
    assertThat(requests(row, named, Map.of())).hasSize(row.isFailure() ? 0 : 1);
  }

  @ParameterizedTest
  @MethodSource("proxies")
  void proxy(SettingsRow row) throws SQLException, IOException {
    BedrockConfig config = row.config(REGION);
    AwsSettings settings = AwsSettings.read(row.environment(home, Map.of()), Optional.empty());
    if (row.isFailure()) {
      assertFails(
          row,
          catchThrowableOfType(
              SQLException.class, () -> Route.proxy(config, settings, config.endpoint())));
      return;
    }
    ProxyConfiguration proxy = Route.proxy(config, settings, config.endpoint());
    String host =
        config.endpoint().map(uri -> uri.getHost()).orElse("bedrock.us-east-1.amazonaws.com");
    boolean past = proxy.nonProxyHosts().stream().anyMatch(host::matches);
    String used = proxy.host() == null || past ? "none" : proxy.host() + ":" + proxy.port();
    assertThat(used).isEqualTo(row.outcome().isEmpty() ? row.words() : row.outcome().get(0));
  }

  @Test
  void userAndPasswordOfAProxyAreDecoded() throws SQLException, IOException {
    SettingsRow row =
        proxies().stream().filter(r -> r.toString().contains("%3A")).findFirst().orElseThrow();
    AwsSettings settings = AwsSettings.read(row.environment(home, Map.of()), Optional.empty());
    ProxyConfiguration proxy = Route.proxy(row.config(REGION), settings, Optional.empty());
    assertThat(proxy.username()).isEqualTo("me");
    assertThat(proxy.password()).isEqualTo("pa:ss");
  }

  /** The endpoints of the environment would answer, and AWS's own does not here. */
  @Test
  void endpointsCanBeIgnored() throws SQLException, IOException {
    try (Sandbox sandbox = sandbox()) {
      Environment environment =
          regions()
              .get(0)
              .environment(
                  home,
                  Map.of(
                      "AWS_ENDPOINT_URL", sandbox.endpoint().toString(),
                      "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true",
                      "HTTPS_PROXY", "http://127.0.0.1:1"));
      BedrockConfig config = credentials().get(0).config(KEYS);
      assertThatThrownBy(() -> call(config, environment)).isInstanceOf(SQLException.class);
      assertThat(sandbox.requests()).isEmpty();
    }
  }

  @Test
  void whatAProcessSaysHoldsNoSecret() throws SQLException, IOException {
    SettingsRow row =
        new SettingsRow(
            ImmutableList.of(
                "[default]; credential_process = echo 'refused secret=hush1 for"
                    + " hushhushHUSH1234567890hushhushHUSH1234' >&2 && exit 1"),
            ImmutableList.of("28000", "refused secret=(hidden) for (hidden)"),
            "");
    assertThat(requests(row, REGION, Map.of())).isEmpty();
  }

  @Test
  void whatAProcessPrintsIsNotTold() throws SQLException, IOException {
    for (String printed :
        List.of("{\"Version\":1,\"AccessKeyId\":\"hush\"}", "hush", "[\"hush\"]")) {
      SettingsRow row =
          new SettingsRow(
              ImmutableList.of("[default]; credential_process = echo '" + printed + "'"),
              ImmutableList.of("28000", "printed no credentials"),
              "");
      assertThat(requests(row, REGION, Map.of())).isEmpty();
    }
  }

  /** With what it has started: the shell alone would leave the others running. */
  @Tag("long")
  @Test
  void aProcessThatHangsIsEnded() throws Exception {
    SettingsRow row =
        new SettingsRow(
            ImmutableList.of(
                "callTimeout=1",
                "[default]; credential_process = sh -c 'sleep 1000 && echo' & sleep 1000"),
            ImmutableList.of("28000", "'sh …', was stopped at callTimeout"),
            "");
    assertThat(requests(row, REGION, Map.of())).isEmpty();
    while (ProcessHandle.current()
        .descendants()
        .anyMatch(process -> process.info().command().orElse("").endsWith("sleep"))) {
      Thread.sleep(10);
    }
  }
}
