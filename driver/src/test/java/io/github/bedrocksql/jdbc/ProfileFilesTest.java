package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bedrocksql.sandbox.RecordedRequest;
import io.github.bedrocksql.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Configuration files that the AWS CLI takes and the AWS SDK does not, from file to row. */
class ProfileFilesTest {
  private final Properties before = new Properties();

  @TempDir private Path directory;

  ProfileFilesTest() {
    before.putAll(System.getProperties());
  }

  @AfterEach
  void restore() {
    System.setProperties(before);
  }

  private void config(String text) throws IOException {
    Path config = Files.writeString(directory.resolve("config"), text);
    System.setProperty("aws.configFile", config.toString());
    System.setProperty("aws.sharedCredentialsFile", directory.resolve("none").toString());
  }

  private static List<String> names(String properties) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:bedrock:" + properties)) {
      return Bench.texts(connection, "SELECT job_name FROM model_import_jobs");
    }
  }

  @Test
  void indentedKeys() throws SQLException, IOException {
    try (Sandbox sandbox = Sandbox.builder().generatedJobs("eu-central-1", 3).start()) {
      config(
          """
          [profile source]
            aws_access_key_id = AKIDSOURCE
            aws_secret_access_key = secret
          [profile audit]
            role_arn = arn:aws:iam::111122223333:role/audit
            source_profile = source
            region = eu-central-1
            endpoint_url = %s
          """
              .formatted(sandbox.endpoint()));
      assertThat(names("profile=audit")).isEmpty();
      assertThat(sandbox.requests()).extracting(RecordedRequest::caller).contains("AKIDSOURCE");
      assertThat(names("profile=source;region=eu-central-1;endpoint=" + sandbox.endpoint()))
          .hasSize(3);
      assertThat(System.getProperty("aws.configFile")).endsWith("config");
    }
  }

  @Test
  void signOnThatIsNotThere() throws IOException {
    config(
        """
        [profile s]
          sso_session = no-such-session-here
          sso_account_id = 111122223333
          sso_role_name = reader
          region = us-east-1
        [sso-session no-such-session-here]
        sso_region = us-east-1
        sso_start_url = https://example.awsapps.com/start
        """);
    SQLException failure =
        catchThrowableOfType(SQLException.class, () -> names("profile=s;maxRetries=0"));
    assertThat(failure.getSQLState()).isEqualTo("28000");
    assertThat(failure.getMessage())
        .contains("aws sso login --profile s", directory.resolve("config").toString());
  }
}
