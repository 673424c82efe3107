package io.github.bedrocksql.adapter.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableMap;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
  @EnumSource(BedrockProperty.class)
  void everyPropertyIsDocumentedAndFound(BedrockProperty property) {
    assertThat(property.documentation()).endsWith(".");
    assertThat(BedrockProperty.named(property.key().toUpperCase(java.util.Locale.ROOT)))
        .contains(property);
  }
}
