package io.github.bedrocksql.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sqlline.DispatchCallback;
import sqlline.SqlLine;

class SecretsTest {
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
    assertThat(Secrets.areIn(line)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select * from model_import_jobs;",
        "!connect jdbc:bedrock:sandbox=true",
        "!set outputFormat csv"
      })
  void othersAre(String line) {
    assertThat(Secrets.areIn(line)).isFalse();
  }

  /** What SQLLine says of its connections. */
  @Test
  void commandsShowNone() throws IOException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(said, true, UTF_8);
    SqlLine console =
        new BedrockSqlLine(
            new DumbTerminal(InputStream.nullInputStream(), said),
            false,
            false,
            new Diagnostics(stream, false),
            Settings.NONE,
            new Progress.Place(stream, false));
    console.setOutputStream(stream);
    console.setErrorStream(stream);
    String url =
        "jdbc:bedrock:region=us-east-1;user=u;password=hush;sessionToken=hush;proxyHost=h;"
            + "proxyPort=1;proxyUser=u;proxyPassword=hush";
    for (String command :
        List.of(
            "!set connectInteractionMode notAskCredentials",
            "!connect " + url,
            "!nickname hush-free",
            "!list",
            "!reconnect",
            "!verbose on",
            "!go 0",
            "!connect jdbc:bedrock:bearerToken=hush;region=no such Region",
            "!all SELECT 'password=shown jdbc:'",
            "!close",
            "!closeall")) {
      console.runCommands(List.of(command), new DispatchCallback());
    }
    assertThat(said.toString(UTF_8))
        .contains("jdbc:bedrock:region=us-east-1;user=u;password=***;sessionToken=***;proxyHost=h")
        .contains("password=shown jdbc:")
        .doesNotContain("hush;", "=hush");
  }
}
