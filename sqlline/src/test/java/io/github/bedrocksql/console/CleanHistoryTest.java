package io.github.bedrocksql.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CleanHistoryTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "!connect jdbc:bedrock:region=us-east-1;secretAccessKey=hush",
        "!open \"jdbc:bedrock:SECRETACCESSKEY = hush\"",
        "!connect jdbc:bedrock:sessiontoken=hush",
        "!connect jdbc:bedrock:user=u;password=hush",
        "!connect jdbc:bedrock:bearertoken=hush",
        "!connect jdbc:bedrock:proxyHost=h;proxyPort=1;proxyUser=u;proxyPassword=hush",
        "!connect jdbc:bedrock: AKID hush",
      })
  void secretsAreNotKept(String line) {
    assertThat(CleanHistory.holdsSecret(line)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select * from model_import_jobs;",
        "!connect jdbc:bedrock:sandbox=true",
        "!set outputFormat csv"
      })
  void othersAre(String line) {
    assertThat(CleanHistory.holdsSecret(line)).isFalse();
  }
}
