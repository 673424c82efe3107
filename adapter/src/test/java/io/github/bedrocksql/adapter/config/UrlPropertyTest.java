package io.github.bedrocksql.adapter.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrocksql.adapter.error.PlainText;
import java.sql.SQLException;
import java.util.Properties;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever stands in a URL or in Properties: a configuration or 01S00, and no secret told. */
class UrlPropertyTest {
  private static final String SEED = "20261125";
  private static final String HUSH = "HUSH7";

  @Provide
  Arbitrary<String> keys() {
    return Arbitraries.of(BedrockProperty.values()).map(BedrockProperty::key);
  }

  @Provide
  Arbitrary<String> values() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            "true",
            "*",
            "us-east-1,eu-central-1",
            "7",
            "-1",
            "self",
            "https://h",
            "http://[::1]:1"),
        Arbitraries.strings().all().ofMaxLength(20),
        Arbitraries.strings().withChars("a0-,;=:/@[]*.% \r\n\0").ofMaxLength(20));
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> names =
        Arbitraries.oneOf(keys(), Arbitraries.strings().ascii().ofMaxLength(8));
    Arbitrary<String> pairs = Combinators.combine(names, values()).as((k, v) -> k + "=" + v);
    return Arbitraries.oneOf(
        Arbitraries.strings().all(), pairs.list().ofMaxSize(6).map(list -> String.join(";", list)));
  }

  @Property(seed = SEED, tries = 5_000)
  void anyUrl(@ForAll("texts") String text) {
    check(text, new Properties());
  }

  @Property(seed = SEED, tries = 5_000)
  void anyProperties(
      @ForAll("texts") String name, @ForAll("keys") String key, @ForAll("values") String value) {
    Properties properties = new Properties();
    properties.setProperty(name, value);
    check("", properties);
    properties.clear();
    properties.setProperty(key, value);
    check("", properties);
  }

  /** Anything but a configuration or an SQLException fails the test by itself. */
  private static void check(String text, Properties properties) {
    try {
      assertThat(parse(text, properties).toString()).startsWith("jdbc:bedrock:");
    } catch (SQLException e) {
      assertThat(e.getSQLState()).isEqualTo("01S00");
      assertThat(PlainText.isPlain(e.getMessage())).as(e.getMessage()).isTrue();
    }
  }

  private static BedrockConfig parse(String text, Properties properties) throws SQLException {
    return BedrockConfig.parse("jdbc:bedrock:" + text, properties);
  }

  /** A secret in pieces, as one with a {@code ;} in it is taken for. */
  @Provide
  Arbitrary<String> secrets() {
    Arbitrary<String> between =
        Arbitraries.of(";", "=", " ", ",", "\n", "\0", "%", "/", "+", ";;", ";=", "= ;", "'", "\"");
    return between.list().ofMaxSize(4).map(list -> HUSH + String.join(HUSH, list) + HUSH);
  }

  @Provide
  Arbitrary<String> secretKeys() {
    return Arbitraries.of(
        "secretAccessKey",
        "SESSIONTOKEN",
        "password",
        "bearerToken",
        " Password ",
        "secretAccesKey");
  }

  @Property(seed = SEED, tries = 5_000)
  void noSecretIsTold(
      @ForAll("secretKeys") String key,
      @ForAll("secrets") String secret,
      @ForAll("texts") String rest) {
    Stream.of(key + "=" + secret + ";" + rest, rest + ";" + key + "=" + secret)
        .forEach(url -> assertThat(told(url, new Properties())).doesNotContain(HUSH));
    Properties properties = new Properties();
    properties.setProperty(key, secret);
    assertThat(told(rest, properties)).doesNotContain(HUSH);
  }

  private static String told(String text, Properties properties) {
    try {
      BedrockConfig config = parse(text, properties);
      return config + config.toUrl() + config.warnings();
    } catch (SQLException e) {
      return e.toString();
    }
  }

  /** What properties can say; of each its own kind of value, so that most are taken. */
  @Provide
  Arbitrary<Properties> taken() {
    Arbitrary<String> text = Arbitraries.strings().ascii().ofMaxLength(12);
    Arbitrary<String> regions = Arbitraries.of("us-east-1", "us-east-1,eu-central-1", "*");
    Arbitrary<String> number = Arbitraries.integers().between(1, 1_000).map(String::valueOf);
    Arbitrary<String> endpoint = Arbitraries.of("https://h.example", "http://127.0.0.1:8080/a;b");
    return Combinators.combine(text, text, text, regions, number, endpoint)
        .as(
            (profile, user, secret, region, count, at) -> {
              Properties properties = new Properties();
              properties.setProperty("profile", profile);
              properties.setProperty("user", user);
              properties.setProperty("password", secret);
              properties.setProperty("regions", region);
              properties.setProperty("maxRetries", count.length() > 2 ? "" : count);
              properties.setProperty("callTimeout", count);
              properties.setProperty("endpoint", at);
              return properties;
            });
  }

  @Property(seed = SEED, tries = 2_000)
  void aUrlGivesTheSameAgain(@ForAll("taken") Properties properties) {
    BedrockConfig config;
    BedrockConfig again;
    try {
      config = parse("", properties);
    } catch (SQLException e) {
      return; // A control character among them: anyProperties looks at the message.
    }
    try {
      again = parse(config.toUrl().substring("jdbc:bedrock:".length()), new Properties());
    } catch (SQLException e) {
      throw new AssertionError(config.toUrl(), e);
    }
    for (BedrockProperty property : BedrockProperty.values()) {
      String value = config.get(property).orElse("");
      boolean said = !property.isSecret() && !value.contains(";") && value.equals(value.strip());
      assertThat(again.get(property).orElse(""))
          .as(property.key())
          .isEqualTo(said ? value : property.defaultValue().orElse(""));
    }
    assertThat(again.toUrl()).isEqualTo(config.toUrl());
  }
}
