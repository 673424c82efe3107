package io.github.bedrocksql.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Credentials whose code the AWS SDK finds by class name. Without a network they come to nothing,
 * and in the same words as on the ordinary class path.
 */
@Tag("long")
class JarCredentialsIT {
  /** Nothing listens there. */
  private static final String NOWHERE = "http://127.0.0.1:1";

  private static final String URL =
      "jdbc:bedrock:region=us-east-1;maxRetries=0;endpoint=" + NOWHERE;

  private static final String CONFIG =
      """
      [profile keys]
      aws_access_key_id = AKIDTEST
      aws_secret_access_key = secret
      [profile assume]
      role_arn = arn:aws:iam::123456789012:role/reader
      source_profile = keys
      [profile sso]
      sso_session = corporate
      sso_account_id = 123456789012
      sso_role_name = reader
      [sso-session corporate]
      sso_region = us-east-1
      sso_start_url = https://example.awsapps.com/start
      [profile old-sso]
      sso_start_url = https://example.awsapps.com/start
      sso_region = us-east-1
      sso_account_id = 123456789012
      sso_role_name = reader
      [profile web]
      role_arn = arn:aws:iam::123456789012:role/reader
      web_identity_token_file = %s
      [profile process]
      credential_process = no-such-command
      [profile container]
      role_arn = arn:aws:iam::123456789012:role/reader
      credential_source = EcsContainer
      """;

  @TempDir private Path directory;
  private Properties before;

  @BeforeEach
  void configure() throws IOException {
    before = new Properties();
    before.putAll(System.getProperties());
    Path token = Files.writeString(directory.resolve("token"), "a.b.c");
    Path config = Files.writeString(directory.resolve("config"), CONFIG.formatted(token));
    System.setProperty("aws.configFile", config.toString());
    System.setProperty("aws.sharedCredentialsFile", directory.resolve("none").toString());
    System.setProperty("aws.disableEc2Metadata", "true");
    System.setProperty("aws.endpointUrl", NOWHERE);
  }

  @AfterEach
  void restore() {
    System.setProperties(before);
  }

  private static Outcome ask(Driver driver, String url) throws SQLException {
    try (Connection connection = driver.connect(url, new Properties())) {
      return Outcome.of(connection, "SELECT job_name FROM model_import_jobs");
    }
  }

  /** Both miss nothing and say the same; addresses of objects in the words do not count. */
  private static void check(String url) throws IOException, SQLException {
    try (DriverJar jar = DriverJar.alone()) {
      Outcome got = ask(jar.driver(), url);
      Outcome expected = ask(DriverManager.getDriver(url), url);
      assertThat(got.missing()).isEmpty();
      assertThat(words(got)).isEqualTo(words(expected)).matches("(?s)(08|28|HY).*");
    }
  }

  private static String words(Outcome outcome) {
    return outcome.text().replaceAll("@[0-9a-f]{5,8}", "@");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"keys", "assume", "sso", "old-sso", "web", "process", "container", "none"})
  void ofAProfile(String profile) throws IOException, SQLException {
    check(URL + ";profile=" + profile);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ContainerCredentialsProvider",
        "InstanceProfileCredentialsProvider",
        "WebIdentityTokenFileCredentialsProvider",
        "software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider"
      })
  void ofAProviderOfTheSdkByItsOwnName(String provider) throws IOException, SQLException {
    check(URL + ";credentialsProvider=" + provider);
  }

  @Test
  void ofWebIdentity() throws IOException, SQLException {
    System.setProperty("aws.webIdentityTokenFile", directory.resolve("token").toString());
    System.setProperty("aws.roleArn", "arn:aws:iam::123456789012:role/reader");
    check(URL);
  }

  @Test
  void ofAContainer() throws IOException, SQLException {
    System.setProperty("aws.containerCredentialsFullUri", NOWHERE + "/credentials");
    check(URL);
  }

  @Test
  void everyPropertyIsTaken() throws IOException, SQLException {
    Map<String, String> other =
        Map.ofEntries(
            Map.entry("regions", "us-east-1,us-west-2"),
            Map.entry("roleArns", "self"),
            Map.entry("endpoint", NOWHERE),
            Map.entry("profile", "keys"),
            Map.entry("useFips", "false"),
            Map.entry("useDualstack", "false"),
            Map.entry("proxyHost", "127.0.0.1"),
            Map.entry("proxyPort", "1"),
            Map.entry("maxApiCalls", "5"));
    // Each excludes others.
    Set<String> without = Set.of("sandbox", "region", "credentialsProvider", "bearerToken");
    try (DriverJar jar = DriverJar.alone()) {
      Properties all = new Properties();
      DriverPropertyInfo[] known = jar.driver().getPropertyInfo("jdbc:bedrock:", new Properties());
      Stream.of(known)
          .filter(property -> !without.contains(property.name))
          .forEach(
              property ->
                  all.setProperty(
                      property.name,
                      property.value != null
                          ? property.value
                          : other.getOrDefault(property.name, "value")));
      try (Connection connection = jar.driver().connect("jdbc:bedrock:", all)) {
        Outcome outcome = Outcome.of(connection, "SELECT job_name FROM model_import_jobs");
        assertThat(outcome.missing()).isEmpty();
        assertThat(outcome.text()).startsWith("08");
      }
    }
  }
}
