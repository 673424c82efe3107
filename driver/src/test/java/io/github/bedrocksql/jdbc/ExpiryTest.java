package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.sandbox.GeneratedJobs;
import io.github.bedrocksql.sandbox.RecordedRequest;
import io.github.bedrocksql.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;

/**
 * Credentials that end before their time: the sandbox's clock runs ahead of the SDK's, which holds
 * them to be good.
 */
@Timeout(60)
class ExpiryTest {
  private static final String ACCOUNT = "111111111111";
  private static final String ROLE = "arn:aws:iam::" + ACCOUNT + ":role/audit";
  private static final String SQL = "SELECT job_name FROM model_import_jobs";
  private static final ImmutableList<String> REGIONS =
      ImmutableList.of("us-east-1", "us-east-2", "us-west-2", "eu-central-1", "eu-west-1");

  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
  private final String configFile = System.getProperty("aws.configFile");
  private final String credentialsFile = System.getProperty("aws.sharedCredentialsFile");

  @TempDir private Path directory;
  private Sandbox sandbox;

  @BeforeEach
  void start() {
    start(Duration.ofHours(1));
  }

  private void start(Duration roleLifetime) {
    start(roleLifetime, Duration.ofMillis(20));
  }

  private void start(Duration roleLifetime, Duration latency) {
    Sandbox.Builder builder =
        Sandbox.builder().clock(new Ahead()).roleLifetime(roleLifetime).latency(latency);
    REGIONS.forEach(
        region -> builder.jobs(ACCOUNT, region, GeneratedJobs.of(region, ACCOUNT, 2_500)));
    sandbox = builder.start();
  }

  @AfterEach
  void stop() {
    sandbox.close();
    restore("aws.configFile", configFile);
    restore("aws.sharedCredentialsFile", credentialsFile);
  }

  private static void restore(String property, String value) {
    if (value == null) {
      System.clearProperty(property);
    } else {
      System.setProperty(property, value);
    }
  }

  private void letExpire() {
    ahead.updateAndGet(now -> now.plusHours(2));
  }

  private Connection connect(String properties) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:bedrock:endpoint=" + sandbox.endpoint() + ";" + properties);
  }

  private static String keys() {
    return "accessKeyId=AKIDTEST;secretAccessKey=secret;";
  }

  private static int count(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(SQL)) {
      int count = 0;
      while (rows.next()) {
        count++;
      }
      return count;
    }
  }

  private long assumed() {
    return sandbox.requests().stream()
        .map(RecordedRequest::operation)
        .filter("AssumeRole"::equals)
        .count();
  }

  /** Gets temporary credentials of the role, as somebody else would. */
  private Credentials temporary() {
    try (StsClient sts =
        StsClient.builder()
            .region(Region.US_EAST_1)
            .endpointOverride(sandbox.endpoint())
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDTEST", "secret")))
            .build()) {
      return sts.assumeRole(r -> r.roleArn(ROLE).roleSessionName("other")).credentials();
    }
  }

  private void writeProfile(Credentials credentials) throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("config"),
            """
            [profile audit]
            aws_access_key_id = %s
            aws_secret_access_key = %s
            aws_session_token = %s
            """
                .formatted(
                    credentials.accessKeyId(),
                    credentials.secretAccessKey(),
                    credentials.sessionToken()));
    System.setProperty("aws.configFile", file.toString());
    System.setProperty("aws.sharedCredentialsFile", directory.resolve("none").toString());
  }

  @Test
  void aRoleIsAssumedAgainInTheMiddleOfAScan() throws SQLException {
    try (Connection connection = connect(keys() + "region=us-east-1;roleArns=" + ROLE);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(SQL)) {
      List<String> names = new ArrayList<>();
      rows.next();
      names.add(rows.getString(1));
      letExpire();
      while (rows.next()) {
        names.add(rows.getString(1));
      }
      assertThat(names).hasSize(2_500).doesNotHaveDuplicates();
      assertThat(assumed()).isEqualTo(2);
      assertThat(sandbox.requests())
          .extracting(RecordedRequest::status)
          .as("one call was refused, and none besides")
          .containsOnlyOnce(403);
    }
  }

  @Tag("long")
  @Test
  void oneRenewalServesAllCallsInFlight() throws SQLException {
    sandbox.close();
    start(Duration.ofHours(1), Duration.ofSeconds(1));
    try (Connection connection =
        connect(keys() + "regions=" + String.join(",", REGIONS) + ";roleArns=" + ROLE)) {
      assertThat(count(connection)).isEqualTo(2_500 * REGIONS.size());
      assertThat(assumed()).isEqualTo(1);
      letExpire();
      assertThat(count(connection)).isEqualTo(2_500 * REGIONS.size());
      assertThat(assumed()).isEqualTo(2);
      assertThat(sandbox.requests())
          .filteredOn(request -> request.status() == 403)
          .hasSizeBetween(1, REGIONS.size());
    }
  }

  @Test
  void whatIsNewAndExpiredIsNoUse() throws SQLException {
    sandbox.close();
    start(Duration.ZERO);
    try (Connection connection = connect(keys() + "region=us-east-1;roleArns=" + ROLE)) {
      assertExpired(connection);
      assertThat(sandbox.requests())
          .extracting(RecordedRequest::operation)
          .containsExactly(
              "AssumeRole", "ListModelImportJobs", "AssumeRole", "ListModelImportJobs");
    }
  }

  @Test
  void staticKeysAreNotTriedAgain() throws SQLException {
    Credentials given = temporary();
    String keys =
        "accessKeyId=%s;secretAccessKey=%s;sessionToken=%s;region=us-east-1"
            .formatted(given.accessKeyId(), given.secretAccessKey(), given.sessionToken());
    try (Connection connection = connect(keys)) {
      assertThat(count(connection)).isEqualTo(2_500);
      letExpire();
      sandbox.clearRequests();
      assertExpired(connection);
      assertThat(sandbox.requests()).hasSize(1);
    }
  }

  @Test
  void aProfileIsReadAgain() throws IOException, SQLException {
    writeProfile(temporary());
    try (Connection connection = connect("region=us-east-1;profile=audit")) {
      assertThat(count(connection)).isEqualTo(2_500);
      letExpire();
      writeProfile(temporary());
      assertThat(count(connection)).isEqualTo(2_500);
    }
  }

  @Test
  void whatARoleIsAssumedWithIsReadAgainToo() throws IOException, SQLException {
    writeProfile(temporary());
    try (Connection connection = connect("region=us-east-1;profile=audit;roleArns=" + ROLE)) {
      assertThat(count(connection)).isEqualTo(2_500);
      letExpire();
      writeProfile(temporary());
      assertThat(count(connection)).isEqualTo(2_500);
    }
  }

  private static void assertExpired(Connection connection) {
    SQLException failure = catchThrowableOfType(SQLException.class, () -> count(connection));
    assertThat(failure.getSQLState()).isEqualTo("28000");
    assertThat((Throwable) failure)
        .hasMessageContaining("Credentials refused by ListModelImportJobs")
        .hasMessageContaining("expired");
  }

  /** The time, moved on as a test says. */
  private final class Ahead extends Clock {
    private final Clock real = systemUTC();

    @Override
    public Instant instant() {
      return real.instant().plus(ahead.get());
    }

    @Override
    public ZoneId getZone() {
      return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
