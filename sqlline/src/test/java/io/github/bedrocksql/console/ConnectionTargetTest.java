package io.github.bedrocksql.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionTargetTest {
  @TempDir Path home;

  @Test
  void withoutAnySettingsTheSandboxWithANotice() throws UsageException {
    ConnectionTarget target = choose(Map.of());
    assertThat(target.url()).isEqualTo("jdbc:bedrock:sandbox=true");
    assertThat(target.notice())
        .hasValueSatisfying(notice -> assertThat(notice).contains("sandbox").doesNotContain("\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AWS_REGION",
        "AWS_DEFAULT_REGION",
        "AWS_PROFILE",
        "AWS_ACCESS_KEY_ID",
        "AWS_WEB_IDENTITY_TOKEN_FILE",
        "AWS_CONFIG_FILE",
        "AWS_SHARED_CREDENTIALS_FILE",
        "AWS_ENDPOINT_URL",
        "AWS_ENDPOINT_URL_BEDROCK",
        "AWS_BEARER_TOKEN_BEDROCK",
        "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
        "AWS_CONTAINER_CREDENTIALS_FULL_URI",
        "AWS_EC2_METADATA_SERVICE_ENDPOINT",
        "AWS_EXECUTION_ENV",
        "AWS_ROLE_ARN"
      })
  void aVariableMeansAws(String name) throws UsageException {
    assertThat(choose(Map.of(name, "x")))
        .satisfies(target -> assertThat(target.url()).isEqualTo("jdbc:bedrock:"))
        .satisfies(target -> assertThat(target.notice()).isEmpty());
    assertThat(choose(Map.of(name, "")).notice()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"config", "credentials"})
  void aConfigurationFileMeansAws(String name) throws Exception {
    createInHome(name);
    assertThat(choose(Map.of()).notice()).isEmpty();
  }

  /** Sample data for somebody's own would be worse than an error. */
  @Test
  void aFileThatIsNamedAndNotThereMeansAws() throws UsageException {
    assertThat(choose(Map.of("AWS_CONFIG_FILE", "/nowhere")).notice()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"AWS_CA_BUNDLE", "AWS_PAGER", "AWS_EC2_METADATA_DISABLED"})
  void whatSaysNothingOfAnAccountDoesNot(String name) throws UsageException {
    assertThat(choose(Map.of(name, "x")).notice()).isPresent();
  }

  @Test
  void aPropertyOfTheJvmMeansAws() throws UsageException {
    System.setProperty("aws.profile", "audit");
    try {
      assertThat(choose(Map.of()).notice()).isEmpty();
    } finally {
      System.clearProperty("aws.profile");
    }
  }

  @Test
  void anInstanceOfAwsIsKnownByItsVendor() throws IOException {
    assertThat(AwsTraces.isInstance(home)).isFalse();
    Files.writeString(home.resolve("sys_vendor"), "QEMU\n");
    assertThat(AwsTraces.isInstance(home)).isFalse();
    Files.writeString(home.resolve("sys_vendor"), "Amazon EC2\n");
    assertThat(AwsTraces.isInstance(home)).isTrue();
    Files.writeString(home.resolve("sys_vendor"), "Xen\n");
    Files.writeString(home.resolve("bios_version"), "4.11.amazon\n");
    assertThat(AwsTraces.isInstance(home)).isTrue();
  }

  @Test
  void optionsDecide() throws UsageException {
    assertThat(choose(Map.of(), "--region", "us-west-2", "--profile", "p").url())
        .isEqualTo("jdbc:bedrock:region=us-west-2;profile=p");
    assertThat(choose(Map.of(), "--region", "a", "--endpoint", "http://h:1").url())
        .isEqualTo("jdbc:bedrock:region=a;endpoint=http://h:1");
    assertThat(choose(Map.of("AWS_REGION", "x"), "--sandbox").url())
        .isEqualTo("jdbc:bedrock:sandbox=true");
    assertThat(choose(Map.of("AWS_REGION", "x"), "--url", "JDBC:bedrock:a=b").url())
        .isEqualTo("JDBC:bedrock:a=b");
  }

  @Test
  void aUrlOfAnotherDriverIsNotRepeated() {
    assertThatThrownBy(() -> choose(Map.of(), "--url", "jdbc:bedrok:secretAccessKey=hush"))
        .isInstanceOf(UsageException.class)
        .hasMessage("--url must start with jdbc:bedrock:");
  }

  @Test
  void aValueCannotAddAProperty() {
    assertThatThrownBy(() -> choose(Map.of(), "--profile", "p;sandbox=true"))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("--profile");
  }

  @ParameterizedTest
  @ValueSource(strings = {"us-east-1,us-west-2", "*", "us east"})
  void oneRegionOnly(String region) {
    assertThatThrownBy(() -> choose(Map.of(), "--region", region))
        .isInstanceOf(UsageException.class)
        .hasMessage("--region takes one Region, such as us-east-1");
  }

  private void createInHome(String name) throws IOException {
    Files.createFile(Files.createDirectories(home.resolve(".aws")).resolve(name));
  }

  private ConnectionTarget choose(Map<String, String> variables, String... arguments)
      throws UsageException {
    Map<String, String> env = new HashMap<>(variables);
    env.put("HOME", home.toString());
    return ConnectionTarget.choose(OptionParser.parse(List.of(arguments)).connection(), env);
  }
}
