package io.github.bedrocksql.adapter.client;

import com.google.common.base.Throwables;
import io.github.bedrocksql.adapter.settings.Setting;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProcessCredentialsProvider;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** Credentials that a program prints: the {@code credential_process} of a profile. */
final class ProcessCredentials implements AwsCredentialsProvider, SdkAutoCloseable {
  private static final Pattern EXIT =
      Pattern.compile("non-zero exit value \\((\\d+)\\) with error message: (.*)", Pattern.DOTALL);

  /** What follows a name of secrets, and what looks like one: long, and no path. */
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i)((?:secret|token|password|passwd|key|credential)\\w*[\"']?\\s*[:=]\\s*)\\S+"
              + "|(?<![\\w/.+=-])[\\w+=-][\\w/+=-]{23,}");

  private final Setting setting;
  private final ProcessCredentialsProvider provider;

  private ProcessCredentials(Setting setting) {
    boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows");
    this.setting = setting;
    this.provider =
        ProcessCredentialsProvider.builder()
            .command(
                windows
                    ? List.of("cmd.exe", "/C", setting.value())
                    : List.of("sh", "-c", setting.value()))
            .build();
  }

  /** Runs nothing yet. */
  static AwsCredentialsProvider of(Setting setting) {
    return new ProcessCredentials(setting);
  }

  @Override
  public AwsCredentials resolveCredentials() {
    try {
      return provider.resolveCredentials();
    } catch (RuntimeException e) {
      if (Throwables.getRootCause(e) instanceof InterruptedException) {
        throw AbortedException.create("Interrupted while waiting for credentials", e);
      }
      throw failed(e);
    }
  }

  /** Without the cause: it may hold what the program printed. */
  private UnusableCredentials failed(RuntimeException e) {
    for (Throwable cause : Throwables.getCausalChain(e)) {
      Matcher exit = EXIT.matcher(String.valueOf(cause.getMessage()));
      if (exit.find()) {
        String said = exit.group(2).strip().lines().findFirst().orElse("it said nothing");
        return new UnusableCredentials(
            setting
                + " failed with exit status "
                + exit.group(1)
                + ": "
                + SECRET.matcher(said).replaceAll("$1(hidden)"));
      }
    }
    return new UnusableCredentials(
        setting
            + " printed no credentials: JSON with Version 1, AccessKeyId and SecretAccessKey is"
            + " wanted, and an Expiration, if any, as in 2026-11-24T09:30:00Z");
  }

  @Override
  public void close() {
    provider.close();
  }
}
