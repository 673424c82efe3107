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
      strings = {"AWS_REGION", "AWS_PROFILE", "AWS_ACCESS_KEY_ID", "AWS_WEB_IDENTITY_TOKEN_FILE"})
  void aVariableMeansAws(String name) throws UsageException {
    assertThat(choose(Map.of(name, "x")))
        .satisfies(target -> assertThat(target.url()).isEqualTo("jdbc:bedrock:"))
        .satisfies(target -> assertThat(target.notice()).isEmpty());
    assertThat(choose(Map.of(name, "")).notice()).isPresent();
  }

  @Test
  void aConfigurationFileMeansAws() throws Exception {
    Path elsewhere = Files.createFile(home.resolve("my-config"));
    assertThat(choose(Map.of("AWS_CONFIG_FILE", elsewhere.toString())).notice()).isEmpty();
    assertThat(choose(Map.of("AWS_CONFIG_FILE", elsewhere + "-not")).notice()).isPresent();
    createInHome("credentials");
    assertThat(choose(Map.of()).notice()).isEmpty();
    assertThat(choose(Map.of("AWS_SHARED_CREDENTIALS_FILE", "/nowhere")).notice()).isPresent();
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
