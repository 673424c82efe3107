package io.github.bedrocksql.adapter.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableList;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.bedrocksql.sandbox.Sandbox;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose certificate no JVM knows, as companies have them in front of AWS. */
class CaBundleTest {
  private static final String PASSWORD = "changeit";
  private static final byte[] ANSWER =
      "{\"modelImportJobSummaries\":[]}".getBytes(StandardCharsets.UTF_8);
  private static final AtomicInteger REQUESTS = new AtomicInteger();

  @TempDir private static Path keys;
  private static HttpsServer server;

  @TempDir private Path home;

  @BeforeAll
  static void start() throws Exception {
    keytool("-genkeypair", "-keyalg", "EC", "-dname", "CN=here", "-ext", "san=ip:127.0.0.1");
    keytool("-exportcert", "-rfc", "-file", keys.resolve("ca.pem").toString());
    KeyStore store = KeyStore.getInstance(keys.resolve("keys").toFile(), PASSWORD.toCharArray());
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(store, PASSWORD.toCharArray());
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(own.getKeyManagers(), null, null);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    server.createContext(
        "/",
        exchange -> {
          REQUESTS.incrementAndGet();
          exchange.sendResponseHeaders(200, ANSWER.length);
          exchange.getResponseBody().write(ANSWER);
          exchange.close();
        });
    server.start();
  }

  @AfterAll
  static void stop() {
    server.stop(0);
  }

  private static void keytool(String... what) throws IOException, InterruptedException {
    List<String> command =
        Stream.concat(
                Stream.concat(
                    Stream.of(Path.of(System.getProperty("java.home"), "bin/keytool").toString()),
                    Stream.of(what)),
                Stream.of("-keystore", keys.resolve("keys").toString(), "-storepass", PASSWORD))
            .toList();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (InputStream said = process.getInputStream()) {
      String text = new String(said.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(text).isZero();
    }
  }

  private void call(String... set) throws SQLException, IOException {
    SettingsRow row = new SettingsRow(ImmutableList.copyOf(set), ImmutableList.of(), "");
    AwsSettingsPageTest.call(
        row.config(
            Map.of(
                "accessKeyId", "AKIDTEST",
                "secretAccessKey", "secret",
                "region", "us-east-1",
                "endpoint", "https://127.0.0.1:" + server.getAddress().getPort())),
        row.environment(home, Map.of()));
  }

  private SQLException failure(String... set) {
    SQLException failure = catchThrowableOfType(SQLException.class, () -> call(set));
    assertThat((Throwable) failure).isNotNull();
    assertThat(failure.getSQLState()).as(failure.getMessage()).isEqualTo("08001");
    return failure;
  }

  @Test
  void aServerThatTheBundleKnows() throws SQLException, IOException {
    int before = REQUESTS.get();
    call("AWS_CA_BUNDLE=" + keys.resolve("ca.pem"));
    call("[default]; ca_bundle = " + keys.resolve("ca.pem"));
    call("[default]; ca_bundle = ~/none", "AWS_CA_BUNDLE=" + keys.resolve("ca.pem"));
    Files.copy(keys.resolve("ca.pem"), home.resolve("mine.pem"));
    call("AWS_CA_BUNDLE=~/mine.pem");
    assertThat(REQUESTS.get() - before).isEqualTo(4);
  }

  @Test
  void aBundleThatHasChanged() throws SQLException, IOException {
    Path bundle = home.resolve("changing.pem");
    Files.copy(keys.resolve("ca.pem"), bundle);
    call("AWS_CA_BUNDLE=" + bundle);
    Files.writeString(bundle, "no longer certificates");
    assertThat(failure("AWS_CA_BUNDLE=" + bundle).getMessage()).contains("changing.pem");
  }

  @Test
  void aServerThatNobodyKnows() {
    assertThat(failure().getMessage()).contains("certificat");
  }

  @Test
  void aBundleThatCantBeRead() throws IOException {
    assertThat(failure("AWS_CA_BUNDLE=" + home.resolve("none.pem")).getMessage())
        .contains("AWS_CA_BUNDLE", "none.pem", "there is no such file");
    assertThat(failure("[default]; ca_bundle = ~/none.pem").getMessage())
        .contains("ca_bundle of [default] in", "none.pem");
    Path empty = Files.createFile(home.resolve("empty.pem"));
    assertThat(failure("AWS_CA_BUNDLE=" + empty).getMessage()).contains("empty.pem");
    Path text = Files.writeString(home.resolve("text.pem"), "just a text");
    assertThat(failure("AWS_CA_BUNDLE=" + text).getMessage()).contains("text.pem");
    assertThat(failure("AWS_CA_BUNDLE=" + home).getMessage()).contains(home.toString());
  }

  /** Calls an endpoint without TLS, with a bundle that isn't there. */
  private void callPlain(Map<String, String> properties) throws SQLException, IOException {
    try (Sandbox sandbox = Sandbox.builder().generatedJobs("us-east-1", 1).start()) {
      SettingsRow row =
          new SettingsRow(
              ImmutableList.of(
                  "AWS_CA_BUNDLE=" + home.resolve("none.pem"),
                  "AWS_ENDPOINT_URL_BEDROCK=" + sandbox.endpoint()),
              ImmutableList.of(),
              "");
      Map<String, String> all = new HashMap<>(properties);
      all.putAll(
          Map.of("accessKeyId", "AKIDTEST", "secretAccessKey", "secret", "region", "us-east-1"));
      AwsSettingsPageTest.call(row.config(all), row.environment(home, Map.of()));
    }
  }

  @Test
  void aBundleThatNothingNeeds() {
    assertThatCode(() -> callPlain(Map.of())).doesNotThrowAnyException();
  }

  @Test
  void aBundleThatOnlyTheWayToCredentialsNeeds() {
    Map<String, String> role = Map.of("roleArns", "arn:aws:iam::123456789012:role/reader");
    SQLException failure = catchThrowableOfType(SQLException.class, () -> callPlain(role));
    assertThat(failure.getMessage()).contains("AWS_CA_BUNDLE", "none.pem", "no such file");
    assertThat(failure.getSQLState()).isEqualTo("08001");
  }
}
