package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bedrocksql.sandbox.GeneratedJobs;
import io.github.bedrocksql.sandbox.Sandbox;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Through which proxy calls go, and to which of AWS's hosts. */
@Timeout(60)
class RouteTest {
  private static final String AWS =
      "jdbc:bedrock:region=us-east-1;maxRetries=0;accessKeyId=AKIDTEST;secretAccessKey=secret;";
  private static final String COUNT = "SELECT COUNT(*) FROM model_import_jobs";

  private final Properties before = copy(System.getProperties());

  @AfterEach
  void restore() {
    System.setProperties(before);
  }

  private static Properties copy(Properties properties) {
    Properties copy = new Properties();
    copy.putAll(properties);
    return copy;
  }

  private static long count(String url) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(COUNT)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static SQLException failure(String url) {
    return catchThrowableOfType(SQLException.class, () -> count(url));
  }

  private static Sandbox five() {
    return Sandbox.builder().generatedJobs("us-east-1", 5).start();
  }

  @Test
  void everyCallGoesThroughTheProxy() throws SQLException {
    String account = "111111111111";
    try (Sandbox sandbox =
            Sandbox.builder()
                .jobs(account, "us-east-1", GeneratedJobs.of("us-east-1", account, 5))
                .start();
        TunnellingProxy proxy = new TunnellingProxy("")) {
      String role = "roleArns=arn:aws:iam::" + account + ":role/audit";
      assertThat(count(Bench.url(sandbox) + proxy.properties() + role)).isEqualTo(5);
      assertThat(sandbox.requests()).hasSize(2);
      assertThat(proxy.requests().get(0)).startsWith("POST " + sandbox.endpoint());
    }
  }

  @Test
  void theProxyAsksForAUser() throws SQLException {
    String basic =
        Base64.getEncoder().encodeToString("audit:hush".getBytes(StandardCharsets.US_ASCII));
    try (Sandbox sandbox = five();
        TunnellingProxy proxy = new TunnellingProxy("Basic " + basic)) {
      String url = Bench.url(sandbox) + proxy.properties() + "maxRetries=0;proxyUser=audit;";
      assertThat(count(url + "proxyPassword=hush")).isEqualTo(5);
      assertThat((Throwable) failure(url + "proxyPassword=unfit"))
          .hasMessageContaining("407")
          .hasMessageNotContaining("unfit");
    }
  }

  @Test
  void someHostsAreCalledWithoutIt() throws SQLException {
    try (Sandbox sandbox = five();
        TunnellingProxy proxy = new TunnellingProxy("")) {
      String url = Bench.url(sandbox) + proxy.properties();
      assertThat(count(url + "nonProxyHosts=*.example.com|127.*")).isEqualTo(5);
      assertThat(proxy.requests()).isEmpty();
      assertThat(count(url + "nonProxyHosts=127x*|.*")).isEqualTo(5);
      assertThat(proxy.requests()).isNotEmpty();
    }
  }

  @Test
  void theJvmsProxyCountsWhereNoneIsNamed() throws SQLException {
    try (Sandbox sandbox = five();
        TunnellingProxy http = new TunnellingProxy("");
        TunnellingProxy https = new TunnellingProxy("")) {
      System.setProperty("http.proxyHost", "127.0.0.1");
      System.setProperty("http.proxyPort", Integer.toString(http.port()));
      System.setProperty("https.proxyHost", "127.0.0.1");
      System.setProperty("https.proxyPort", Integer.toString(https.port()));
      assertThat(count(Bench.url(sandbox))).isEqualTo(5);
      assertThat(http.requests()).hasSize(1);
      assertThat((Throwable) failure(AWS)).isNotNull();
      assertThat(https.requests()).containsExactly("CONNECT bedrock.us-east-1.amazonaws.com:443");
      System.setProperty("http.nonProxyHosts", "127.*");
      assertThat(count(Bench.url(sandbox))).isEqualTo(5);
      assertThat(count("jdbc:bedrock:sandbox=true")).isPositive();
      assertThat(http.requests()).hasSize(1);
    }
  }

  @Test
  void theSandboxIsInThisJvm() throws SQLException {
    try (TunnellingProxy proxy = new TunnellingProxy("")) {
      assertThat(count("jdbc:bedrock:sandbox=true;" + proxy.properties())).isPositive();
      assertThat(proxy.requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', bedrock.us-east-1.amazonaws.com",
    "useFips=true, bedrock-fips.us-east-1.amazonaws.com",
    "useDualstack=true, bedrock.us-east-1.api.aws",
    "useFips=true;useDualstack=true, bedrock-fips.us-east-1.api.aws",
    "roleArns=arn:aws:iam::123456789012:role/audit, sts.us-east-1.amazonaws.com",
    "useFips=true;roleArns=arn:aws:iam::123456789012:role/audit, sts-fips.us-east-1.amazonaws.com",
    "useDualstack=true;roleArns=arn:aws:iam::123456789012:role/audit, sts.us-east-1.api.aws",
  })
  void variantsOfAwsEndpoints(String properties, String host) {
    try (TunnellingProxy proxy = new TunnellingProxy("")) {
      assertThat(failure(AWS + proxy.properties() + properties).getSQLState()).startsWith("08");
      assertThat(proxy.requests()).isNotEmpty().containsOnly("CONNECT " + host + ":443");
    }
  }
}
