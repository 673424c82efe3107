package io.github.bedrocksql.adapter.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.bedrocksql.adapter.error.PlainText;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BedrockConfigTest {
  @Test
  void keysMatchInAnyCaseAndPropertiesWin() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("REGION", "us-west-2");
    BedrockConfig config =
        BedrockConfig.parse("jdbc:bedrock:Region=us-east-1; MAXCONCURRENCY = 3 ;;", properties);
    assertThat(config.get(BedrockProperty.REGION)).contains("us-west-2");
    assertThat(config.maxConcurrency()).isEqualTo(3);
    assertThat(config.maxRetries()).isEqualTo(3);
    assertThat(config.callTimeout()).isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void userAndPasswordAreTheKeys() throws SQLException {
    BedrockConfig config =
        BedrockConfig.parse("jdbc:bedrock:user=AKID;password=a=b", new Properties());
    assertThat(config.accessKeyId()).contains("AKID");
    assertThat(config.secretAccessKey()).contains("a=b");
  }

  @Test
  void operandsMayBeJsonValues() throws SQLException {
    BedrockConfig config =
        BedrockConfig.ofOperands(ImmutableMap.of("sandbox", true, "maxRetries", 7));
    assertThat(config.sandbox()).isTrue();
    assertThat(config.maxRetries()).isEqualTo(7);
  }

  /** Pools and tools put in what is theirs. */
  @Test
  void unknownPropertyIsAWarningAndNoErrorUnlessInTheUrl() throws SQLException {
    Properties properties = new Properties(defaults("ApplicationName", "hush1"));
    properties.setProperty("regoin", "hush2");
    properties.put("loginTimeout", 30);
    properties.setProperty("region", "us-east-1");
    BedrockConfig config = BedrockConfig.parse("jdbc:bedrock:", properties);
    assertThat(config.regions()).containsExactly("us-east-1");
    assertThat(config.warnings())
        .containsExactly(
            "Connection property 'ApplicationName' is unknown and ignored",
            "Connection property 'loginTimeout' is unknown and ignored",
            "Connection property 'regoin' is unknown and ignored; did you mean 'region'?");
    assertThat(failure("regoin=us-east-1").getMessage()).contains("did you mean 'region'?");
  }

  private static Properties defaults(String name, String value) {
    Properties defaults = new Properties();
    defaults.setProperty(name, value);
    return defaults;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "profile=p",
        "user=u",
        "secretAccessKey=s",
        "roleArns=self",
        "credentialsProvider=DefaultCredentialsProvider"
      })
  void bearerTokenGoesWithNoOtherCredentials(String other) throws SQLException {
    assertThat(failure("bearerToken=hush;" + other).getMessage())
        .contains("exclude each other")
        .doesNotContain("hush");
    assertThat(parse("sandbox=true;bearerToken=hush;user=u").sandbox()).isTrue();
    assertThat(failure("bearerToken=hush hush").getMessage()).doesNotContain("hush");
    assertThat(parse("bearerToken=hush").toString()).isEqualTo("jdbc:bedrock:");
  }

  @Test
  void emptyValueIsNone() throws SQLException {
    assertThat(
            BedrockConfig.parse("jdbc:bedrock:profile=", new Properties())
                .get(BedrockProperty.PROFILE))
        .isEmpty();
  }

  @Test
  void secretsAreNotShown() throws SQLException {
    BedrockConfig config =
        BedrockConfig.parse(
            "jdbc:bedrock:region=us-east-1;accessKeyId=AKID;secretAccessKey=hush1;"
                + "sessionToken=hush2;password=hush3",
            new Properties());
    assertThat(config.toString())
        .isEqualTo("jdbc:bedrock:region=us-east-1;accessKeyId=AKID")
        .isEqualTo(config.toUrl());
  }

  @Test
  void secretOfTheWrongFormIsNotQuoted() {
    SQLException failure =
        catchThrowableOfType(
            SQLException.class, () -> BedrockConfig.parse("jdbc:bedrock:hush", new Properties()));
    assertThat(failure.getSQLState()).isEqualTo("01S00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:8080",
        "http://LOCALHOST",
        "http://127.0.0.1:1",
        "http://127.255.0.9",
        "http://[::1]:8080/path",
        "http://[0:0:0:0:0:0:0:1]",
        "https://bedrock.example.com",
        "https://10.0.0.1",
      })
  void endpointsOverTlsOrOnThisMachine(String endpoint) throws SQLException {
    assertThat(parse("endpoint=" + endpoint).endpoint().orElseThrow()).hasToString(endpoint);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://bedrock.example.com",
        "http://localhost.example.com",
        "http://127.0.0.1.example.com",
        "http://localhost.",
        "http://10.0.0.1:8080",
        "http://128.0.0.1",
        "http://0.0.0.0",
        "http://2130706433",
        "http://169.254.169.254",
        "http://[::2]",
        "http://[::]",
        "http://[fe80::1]",
      })
  void otherMachinesWithoutTlsMustBeAllowed(String endpoint) throws SQLException {
    SQLException refused = failure("endpoint=" + endpoint);
    assertThat(refused.getMessage()).contains("allowInsecureEndpoint=true");
    assertThat(refused.getSQLState()).isEqualTo("01S00");
    assertThat(failure("allowInsecureEndpoint=false;endpoint=" + endpoint).getSQLState())
        .isEqualTo("01S00");
    BedrockConfig allowed = parse("endpoint=" + endpoint + ";allowInsecureEndpoint=TRUE");
    assertThat(allowed.endpoint().orElseThrow()).hasToString(endpoint);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP://10.0.0.1",
        "ftp://localhost",
        "http://hush@localhost",
        "http://localhost?a=hush",
        "http://127.1",
        "//localhost",
        "http://localhost:65536",
        "http:// hush",
      })
  void whatIsNoEndpoint(String endpoint) {
    assertThat(failure("allowInsecureEndpoint=true;endpoint=" + endpoint).getMessage())
        .isNotNull()
        .doesNotContain("hush");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nb: c", "a\u0000", "a\u001b[2J", "a\u009b", "a\u202eb"})
  void controlCharactersAreInNoValueAndNoMessage(String value) throws SQLException {
    for (BedrockProperty property : BedrockProperty.values()) {
      Properties properties = new Properties();
      properties.setProperty(property.key(), value);
      assertThat(failure(properties).getMessage()).contains("'" + property.key() + "'");
    }
    Properties unknown = new Properties();
    unknown.setProperty(value, "true");
    assertThat(BedrockConfig.parse("jdbc:bedrock:", unknown).warnings())
        .hasSize(1)
        .allMatch(PlainText::isPlain);
  }

  @Test
  void aValueThatWouldBeMoreInAUrlIsNotInIt() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("profile", "a;endpoint=https://example.com");
    properties.setProperty("region", "us-east-1");
    BedrockConfig config = BedrockConfig.parse("jdbc:bedrock:", properties);
    assertThat(config.get(BedrockProperty.PROFILE)).contains("a;endpoint=https://example.com");
    assertThat(config.toUrl()).isEqualTo("jdbc:bedrock:region=us-east-1");
  }

  private static BedrockConfig parse(String text) throws SQLException {
    return BedrockConfig.parse("jdbc:bedrock:" + text, new Properties());
  }

  private static SQLException failure(String text) {
    return catchThrowableOfType(SQLException.class, () -> parse(text));
  }

  private static SQLException failure(Properties properties) {
    return catchThrowableOfType(
        SQLException.class, () -> BedrockConfig.parse("jdbc:bedrock:", properties));
  }

  @ParameterizedTest
  @EnumSource(BedrockProperty.class)
  void everyPropertyIsDocumentedAndFound(BedrockProperty property) {
    assertThat(property.documentation()).endsWith(".");
    assertThat(BedrockProperty.named(property.key().toUpperCase(java.util.Locale.ROOT)))
        .contains(property);
  }

  private static String refusal(String properties) {
    SQLException failure = catchThrowableOfType(SQLException.class, () -> parse(properties));
    assertThat(failure.getSQLState()).isEqualTo("01S00");
    return failure.getMessage();
  }

  @ParameterizedTest
  @EnumSource(SdkProvider.class)
  void providersOfTheSdkHaveTwoNames(SdkProvider provider) throws SQLException {
    String name = provider.simpleName();
    assertThat(parse("credentialsProvider=" + name).credentialsProvider()).contains(provider);
    assertThat(
            parse("credentialsProvider=software.amazon.awssdk.auth.credentials." + name)
                .credentialsProvider())
        .contains(provider);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com.example.Mine",
        "software.amazon.awssdk.auth.credentials.StaticCredentialsProvider",
        "software.amazon.awssdk.auth.credentials..DefaultCredentialsProvider",
        "com.example.DefaultCredentialsProvider",
        "defaultCredentialsProvider",
        "java.lang.Runtime"
      })
  void noOtherClassIsAProvider(String name) {
    assertThat(refusal("credentialsProvider=" + name))
        .contains("'" + name + "'")
        .contains("InstanceProfileCredentialsProvider");
  }

  @ParameterizedTest
  @ValueSource(strings = {"profile=audit", "accessKeyId=AKID", "user=AKID", "password=hush"})
  void credentialsComeFromOnePlace(String other) {
    assertThat(refusal("credentialsProvider=DefaultCredentialsProvider;" + other))
        .contains("credentialsProvider", other.substring(0, other.indexOf('=')))
        .doesNotContain("hush");
  }

  @Test
  void aProxyHasAHostAndAPort() throws SQLException {
    BedrockConfig config =
        parse(
            "proxyHost=proxy;proxyPort=3128;proxyUser=me;proxyPassword=hush;"
                + "nonProxyHosts=*.example.com| localhost");
    assertThat(config.proxy())
        .contains(
            new ProxySettings(
                "proxy",
                3128,
                Optional.of("me"),
                Optional.of("hush"),
                ImmutableList.of("*.example.com", "localhost")));
    assertThat(config.proxy().orElseThrow() + config.toUrl()).doesNotContain("hush");
    assertThat(refusal("proxyHost=proxy")).contains("proxyPort");
    assertThat(refusal("proxyPort=3128")).contains("proxyHost");
    assertThat(refusal("proxyPassword=hush")).contains("proxyHost").doesNotContain("hush");
    assertThat(refusal("proxyPort=3128;proxyHost=http://me:hush@proxy"))
        .contains("proxyHost")
        .doesNotContain("hush");
  }

  @Test
  void anEndpointHasNoVariants() throws SQLException {
    assertThat(refusal("endpoint=http://localhost;useFips=true")).contains("useFips", "endpoint");
    assertThat(refusal("sandbox=true;useDualstack=true")).contains("useDualstack", "sandbox");
    assertThat(parse("endpoint=http://localhost;useFips=false").useFips()).contains(false);
  }
}
