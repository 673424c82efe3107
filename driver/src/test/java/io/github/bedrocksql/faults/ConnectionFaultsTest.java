package io.github.bedrocksql.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.bedrocksql.faults.RawServer.Said;
import io.github.bedrocksql.sandbox.Sandbox;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkGlobalTime;

/** What goes wrong on the way to the service. */
@Timeout(60)
class ConnectionFaultsTest {
  private static final Pattern SIGNED_AT = Pattern.compile("(?i)x-amz-date: (\\d{8}T\\d{6}Z)");
  private static final DateTimeFormatter BASIC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssX").withZone(ZoneOffset.UTC);
  private static final char[] PASSWORD = "changeit".toCharArray();

  /** What the SDK learns of the time, it learns for the whole JVM. */
  @AfterEach
  void forgetTheServersTime() {
    SdkGlobalTime.setGlobalTimeOffset(0);
  }

  static Connection connect(String endpoint, int retries) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:bedrock:region=us-west-2;accessKeyId=AKIDTEST;secretAccessKey=secret;"
            + "maxRetries="
            + retries
            + ";endpoint="
            + endpoint);
  }

  static Outcome run(Connection connection, String fault, Place place) {
    Outcome outcome = Outcome.of(connection, place.sql());
    Outcome attempts =
        Outcome.of(
            connection,
            "SELECT COALESCE(SUM(attempts), 0) FROM api_calls"
                + " WHERE statement = (SELECT MAX(statement) FROM api_calls)");
    outcome.print(fault, place + ", ONE", ((Number) attempts.rows().get(0).get(0)).longValue());
    return outcome;
  }

  private static void assertNoConnection(
      Outcome outcome, String state, String endpoint, String says) {
    SQLException failure = outcome.failure().orElseThrow();
    assertThat((Throwable) failure).isInstanceOf(SQLTransientConnectionException.class);
    assertThat(failure.getSQLState()).as(failure.getMessage()).isEqualTo(state);
    assertThat(failure.getMessage())
        .contains("ListModelImportJobs in us-west-2 at " + endpoint, says)
        .doesNotContain("\n", "software.amazon", "java.");
  }

  @Test
  void refusedUntilTheServerIsThere() throws SQLException {
    Sandbox gone = Sandbox.builder().start();
    gone.close();
    try (Connection connection = connect(gone.endpoint().toString(), 1)) {
      Outcome outcome = run(connection, "REFUSED", Place.FIRST_PAGE);
      assertNoConnection(outcome, "08001", gone.endpoint().toString(), "Connection refused");
      try (Sandbox back =
          Sandbox.builder()
              .port(gone.endpoint().getPort())
              .generatedJobs("us-west-2", Place.JOBS)
              .start()) {
        assertThat(run(connection, "REFUSED before", Place.FIRST_PAGE).rows()).hasSize(Place.JOBS);
        assertThat(back.requests()).isNotEmpty();
      }
    }
  }

  @Test
  void unknownHost() throws SQLException {
    try (Connection connection = connect("https://no-such-host.invalid", 0)) {
      Outcome outcome = run(connection, "UNKNOWN_HOST", Place.FIRST_PAGE);
      assertNoConnection(outcome, "08001", "https://no-such-host.invalid", "unknown host");
    }
  }

  @Test
  void unknownCertificate(@TempDir Path directory) throws Exception {
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(selfSigned(directory.resolve("keys.p12"))));
    server.start();
    String endpoint = "https://127.0.0.1:" + server.getAddress().getPort();
    try (Connection connection = connect(endpoint, 1)) {
      assertNoConnection(
          run(connection, "UNKNOWN_CERTIFICATE", Place.FIRST_PAGE), "08001", endpoint, "TLS: ");
    } finally {
      server.stop(0);
    }
  }

  /** Returns what a server needs that nobody vouches for: made by the JDK's own tool. */
  private static SSLContext selfSigned(Path keys)
      throws IOException, InterruptedException, GeneralSecurityException {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "SAN=IP:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD),
                "-keystore",
                keys.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(keytool.waitFor()).as(said).isZero();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys)) {
      store.load(in, PASSWORD);
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  @ParameterizedTest
  @CsvSource({"407, 08001, The proxy asks for credentials", "502, 08006, HTTP status 502"})
  void proxyThatRefuses(int status, String state, String says) throws SQLException, IOException {
    Said refusal = new Said(RawServer.http(status, "Proxy-Authenticate: Basic\r\n", ""), false);
    try (RawServer proxy = new RawServer(head -> refusal)) {
      String through = ";proxyHost=127.0.0.1;proxyPort=" + proxy.port();
      try (Connection connection = connect("https://bedrock.example" + through, 1)) {
        Outcome outcome = run(connection, "PROXY " + status, Place.FIRST_PAGE);
        assertNoConnection(outcome, state, "https://bedrock.example", says);
      }
      assertThat(proxy.requests()).isPositive();
    }
  }

  @Test
  void resetInMidBody() throws SQLException, IOException {
    String whole = RawServer.http(200, "", RawServer.PAGE);
    Said half = new Said(whole.substring(0, whole.length() - 40), true);
    AtomicInteger resets = new AtomicInteger(1);
    try (RawServer server =
            new RawServer(head -> resets.getAndDecrement() > 0 ? half : new Said(whole, false));
        Connection connection = connect(server.endpoint(), 1)) {
      assertThat(run(connection, "RESET x1", Place.FIRST_PAGE).rows()).hasSize(1);
      resets.set(2);
      Outcome outcome = run(connection, "RESET", Place.FIRST_PAGE);
      assertNoConnection(outcome, "08001", server.endpoint(), "ListModelImportJobs");
      assertThat(run(connection, "RESET before", Place.FIRST_PAGE).rows()).hasSize(1);
    }
  }

  /** The SDK learns the server's time from the refusal, and signs once more. */
  @ParameterizedTest
  @ValueSource(ints = {6, -6, 60})
  void clockThatIsOff(int minutes) throws SQLException, IOException {
    Duration ahead = Duration.ofMinutes(minutes);
    try (RawServer server = new RawServer(head -> new Said(timely(head, ahead), false))) {
      try (Connection connection = connect(server.endpoint(), 1)) {
        assertThat(run(connection, "CLOCK " + minutes, Place.FIRST_PAGE).rows()).hasSize(1);
        assertThat(server.requests()).isEqualTo(2);
      }
      SdkGlobalTime.setGlobalTimeOffset(0);
      try (Connection connection = connect(server.endpoint(), 0)) {
        SQLException failure =
            run(connection, "CLOCK " + minutes, Place.FIRST_PAGE).failure().orElseThrow();
        assertThat(failure.getSQLState()).isEqualTo("28000");
        assertThat((Throwable) failure)
            .hasMessageContaining("ListModelImportJobs in us-west-2")
            .hasMessageContaining("Signature expired")
            .hasMessageContaining("request id 0");
      }
    }
  }

  /** Answers as AWS does: no signature is taken that is five minutes from the server's time. */
  private static String timely(String head, Duration ahead) {
    Instant now = Instant.now().plus(ahead);
    String date =
        "Date: "
            + DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC))
            + "\r\n";
    Matcher signed = SIGNED_AT.matcher(head);
    assertThat(signed.find()).isTrue();
    Instant at = Instant.from(BASIC.parse(signed.group(1)));
    if (Duration.between(at, now).abs().compareTo(Duration.ofMinutes(5)) < 0) {
      return RawServer.http(200, date, RawServer.PAGE);
    }
    return RawServer.http(
        403,
        date + "x-amzn-ErrorType: InvalidSignatureException\r\n",
        "{\"message\":\"Signature expired: it is 5 min. from the server's time\"}");
  }
}
