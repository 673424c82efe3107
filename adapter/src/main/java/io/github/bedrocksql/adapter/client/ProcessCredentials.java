package io.github.bedrocksql.adapter.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.base.Splitter;
import io.github.bedrocksql.adapter.config.JsonBuffers;
import io.github.bedrocksql.adapter.error.PlainText;
import io.github.bedrocksql.adapter.settings.Setting;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.utils.DateUtils;
import software.amazon.awssdk.utils.SdkAutoCloseable;
import software.amazon.awssdk.utils.cache.CachedSupplier;
import software.amazon.awssdk.utils.cache.RefreshResult;

/**
 * Credentials that a program prints: the {@code credential_process} of a profile. Kept until their
 * end. The SDK's own provider would wait for the program without end.
 */
final class ProcessCredentials implements AwsCredentialsProvider, SdkAutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper(JsonBuffers.shared());

  /** How long before their end credentials are read anew. */
  private static final Duration AHEAD = Duration.ofSeconds(15);

  /** What follows a name of secrets, and what looks like one: long, and no path. */
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i)((?:secret|token|password|passwd|key|credential)\\w*[\"']?\\s*[:=]\\s*)\\S+"
              + "|(?<![\\w/.+=-])[\\w+=-][\\w/+=-]{23,}");

  private final Setting setting;
  private final Duration limit;
  private final CachedSupplier<AwsCredentials> credentials;

  private ProcessCredentials(Setting setting, Duration limit) {
    this.setting = setting;
    this.limit = limit;
    this.credentials =
        CachedSupplier.builder(this::read).cachedValueName("credential_process").build();
  }

  /**
   * Runs nothing yet.
   *
   * @param limit how long the program may take
   */
  static AwsCredentialsProvider of(Setting setting, Duration limit) {
    return new ProcessCredentials(setting, limit);
  }

  @Override
  public AwsCredentials resolveCredentials() {
    return credentials.get();
  }

  private RefreshResult<AwsCredentials> read() {
    ShellCommand.Output output = output();
    if (output.status() != 0) {
      throw failed(output);
    }
    try {
      return credentials(JSON.readTree(output.text()));
    } catch (JsonProcessingException | DateTimeParseException e) {
      throw unreadable();
    }
  }

  private ShellCommand.Output output() {
    try {
      return new ShellCommand(setting.value()).run(limit).orElseThrow(this::unending);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw AbortedException.create("Interrupted while waiting for credentials", e);
    } catch (IOException e) {
      throw new UnusableCredentials(setting + " can't be run: " + e.getMessage(), e);
    }
  }

  private RefreshResult<AwsCredentials> credentials(JsonNode printed) {
    Optional<String> key = text(printed, "AccessKeyId");
    Optional<String> secret = text(printed, "SecretAccessKey");
    if (printed.path("Version").asInt() != 1 || key.isEmpty() || secret.isEmpty()) {
      throw unreadable();
    }
    RefreshResult.Builder<AwsCredentials> result =
        RefreshResult.builder(
            ProfileCredentials.keys(
                    key.get(),
                    secret.get(),
                    text(printed, "SessionToken"),
                    text(printed, "AccountId"))
                .resolveCredentials());
    text(printed, "Expiration")
        .map(DateUtils::parseIso8601Date)
        .ifPresent(end -> expire(result, end));
    return result.build();
  }

  private static void expire(RefreshResult.Builder<?> result, Instant end) {
    result.staleTime(end).prefetchTime(end.minus(AHEAD));
  }

  private static Optional<String> text(JsonNode printed, String field) {
    return Optional.ofNullable(printed.path(field).asText(null)).filter(text -> !text.isEmpty());
  }

  private UnusableCredentials unending() {
    // Only the program's name: the arguments may be secrets.
    List<String> words = Splitter.on(' ').omitEmptyStrings().limit(2).splitToList(setting.value());
    return new UnusableCredentials(
        setting
            + ", '"
            + PlainText.of(words.get(0))
            + (words.size() > 1 ? " …" : "")
            + "', was stopped at callTimeout, after "
            + limit.toSeconds()
            + " s; run it by hand to see what it waits for");
  }

  private UnusableCredentials failed(ShellCommand.Output output) {
    String said = output.errors().strip().lines().findFirst().orElse("it printed no error");
    return new UnusableCredentials(
        setting
            + " failed with exit status "
            + output.status()
            + ": "
            + SECRET.matcher(said).replaceAll("$1(hidden)"));
  }

  /** Without a cause: it may hold what the program printed. */
  private UnusableCredentials unreadable() {
    return new UnusableCredentials(
        setting
            + " printed no credentials; expected JSON with Version 1, AccessKeyId and"
            + " SecretAccessKey, and an Expiration, if any, such as 2026-11-24T09:30:00Z");
  }

  @Override
  public void close() {
    credentials.close();
  }
}
