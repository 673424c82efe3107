package io.github.bedrocksql.adapter.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LastTokenTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"rows\":[{\"a\":1}],\"nextToken\":\"t+/=1\"}",
        "{\"nextToken\":\"t+/=1\"}",
        "{ \"rows\" : [ ] ,\n \"nextToken\" :\t\"t+/=1\" \n} \r\n",
        "{\"rows\":[\"\u00fc,\"],\"nextToken\":\"t+/=1\"}",
      })
  void isTheLastField(String body) {
    assertThat(LastToken.of(body.getBytes(UTF_8))).contains("t+/=1");
  }

  /** It is found when the page is read, if it is one. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{\"nextToken\":null}",
        "{\"nextToken\":\"\"}",
        "{\"nextToken\":\"a\",\"rows\":[]}",
        "{\"rows\":{\"nextToken\":\"a\"}}",
        "{\"rows\":[{\"nextToken\":\"a\"}]}",
        "{\"rows\":\",\\\"nextToken\\\":\\\"a\\\"}\"}",
        "{\"nextToken\":\"a\\u0062\"}",
        "{\"nextToken\":\"\u00fc\"}",
        "{\"nextToken\":7}",
        "{\"myNextToken\":\"a\"}",
        "{\"nextToken\":\"a\"",
      })
  void isNotTheLastField(String body) {
    assertThat(LastToken.of(body.getBytes(UTF_8))).isEmpty();
  }

  @Test
  void isNotLookedForFar() {
    String body = "{\"nextToken\":\"" + "x".repeat(10_000) + "\"}";
    assertThat(LastToken.of(body.getBytes(UTF_8))).isEmpty();
  }
}
