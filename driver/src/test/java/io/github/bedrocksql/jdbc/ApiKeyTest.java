package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.base.Throwables;
import io.github.bedrocksql.sandbox.GeneratedJobs;
import io.github.bedrocksql.sandbox.RecordedRequest;
import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bedrock's API keys: a way to sign in where no other is named, and never another's. */
class ApiKeyTest {
  private static final String VARIABLE = "aws.bearerTokenBedrock";
  private static final String KEY = "HushApiKey";
  private static final String ONE = "111111111111";
  private static final String TWO = "222222222222";

  private final Properties before = new Properties();

  @BeforeEach
  void setKey() {
    before.putAll(System.getProperties());
    System.setProperty(VARIABLE, KEY);
  }

  @AfterEach
  void restore() {
    System.setProperties(before);
  }

  private static Sandbox.Builder sandbox() {
    return Sandbox.builder().generatedJobs("us-east-1", 3).apiKey(KEY, "us-east-1");
  }

  private static List<String> names(Sandbox sandbox, String properties) throws SQLException {
    String url = "jdbc:bedrock:region=us-east-1;endpoint=" + sandbox.endpoint() + ";";
    try (Connection connection = DriverManager.getConnection(url + properties)) {
      return Bench.texts(connection, "SELECT job_name FROM model_import_jobs");
    }
  }

  private static List<String> callers(Sandbox sandbox) {
    return sandbox.requests().stream().map(RecordedRequest::caller).distinct().toList();
  }

  @Test
  void ofTheEnvironment() throws SQLException {
    try (Sandbox sandbox = sandbox().start()) {
      assertThat(names(sandbox, "")).hasSize(3);
      assertThat(callers(sandbox)).containsExactly(RecordedRequest.API_KEY);
    }
  }

  @Test
  void ofTheProperties() throws SQLException {
    System.setProperty(VARIABLE, "another");
    try (Sandbox sandbox = sandbox().start()) {
      assertThat(names(sandbox, "bearerToken=" + KEY)).hasSize(3);
      assertThat(callers(sandbox)).containsExactly(RecordedRequest.API_KEY);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "accessKeyId=AKIDNAMED;secretAccessKey=secret",
        "user=AKIDNAMED;password=secret",
        "accessKeyId=AKIDNAMED;secretAccessKey=secret;sessionToken=token",
        "credentialsProvider=SystemPropertyCredentialsProvider",
        "credentialsProvider=DefaultCredentialsProvider",
      })
  void namedCredentialsWin(String named) throws SQLException {
    System.setProperty("aws.accessKeyId", "AKIDNAMED");
    System.setProperty("aws.secretAccessKey", "secret");
    try (Sandbox sandbox = sandbox().start()) {
      assertThat(names(sandbox, named)).hasSize(3);
      assertThat(callers(sandbox)).containsExactly("AKIDNAMED");
    }
  }

  /** With the key, each role's rows would be the key's account's. */
  @Test
  void rolesSignWithTheirOwn() throws SQLException {
    System.setProperty("aws.accessKeyId", "AKIDOWN");
    System.setProperty("aws.secretAccessKey", "secret");
    try (Sandbox sandbox =
        sandbox()
            .jobs(ONE, "us-east-1", GeneratedJobs.of("us-east-1", ONE, 4))
            .jobs(TWO, "us-east-1", GeneratedJobs.of("us-east-1", TWO, 5))
            .start()) {
      String roles =
          Stream.of(ONE, TWO).map(id -> "arn:aws:iam::" + id + ":role/audit").toList().toString();
      assertThat(names(sandbox, "roleArns=" + roles.replaceAll("[\\[\\] ]", ""))).hasSize(9);
      assertThat(callers(sandbox))
          .hasSize(3)
          .contains("AKIDOWN")
          .doesNotContain(RecordedRequest.API_KEY)
          .filteredOn(caller -> caller.startsWith("ASIA"))
          .hasSize(2);
    }
  }

  @Test
  void refused() throws SQLException {
    try (Sandbox sandbox = sandbox().start()) {
      SQLException failure =
          catchThrowableOfType(
              SQLException.class, () -> names(sandbox, "bearerToken=HushWrong;maxRetries=0"));
      assertThat(failure.getSQLState()).isEqualTo("28000");
      assertThat(Throwables.getStackTraceAsString(failure))
          .contains("API key refused")
          .doesNotContain("Hush");
    }
  }

  @Test
  void whatCanBeNoKey() throws SQLException {
    System.setProperty(VARIABLE, "Hush key");
    try (Sandbox sandbox = sandbox().start()) {
      SQLException failure = catchThrowableOfType(SQLException.class, () -> names(sandbox, ""));
      assertThat(failure.getSQLState()).isEqualTo("28000");
      assertThat(failure.getMessage()).contains("-D" + VARIABLE).doesNotContain("Hush");
    }
  }

  @Test
  void isShownNowhere() throws SQLException {
    String url = "jdbc:bedrock:region=us-east-1;bearerToken=" + KEY;
    for (DriverPropertyInfo info :
        DriverManager.getDriver(url).getPropertyInfo(url, new Properties())) {
      assertThat(info.value + info.description).doesNotContain("Hush");
    }
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      assertThat(connection.getMetaData().getURL() + connection + statement).doesNotContain("Hush");
      assertThat(connection.getMetaData().getUserName()).isEmpty();
    }
  }
}
