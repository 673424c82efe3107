package io.github.bedrocksql.console;

import io.github.bedrocksql.console.ConsoleOptions.ConnectionOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What to connect to.
 *
 * @param url the JDBC URL
 * @param description what people call it
 * @param notice a line to print first, when the choice was not the user's
 */
record ConnectionTarget(String url, String description, Optional<String> notice) {
  private static final String PREFIX = "jdbc:bedrock:";
  private static final String SANDBOX = "the built-in sandbox";

  /**
   * Follows the options; where they say nothing, AWS if anything of it is set, else the sandbox:
   * who has AWS must not take sample data for their own.
   */
  static ConnectionTarget choose(ConnectionOptions options, Map<String, String> env)
      throws UsageException {
    if (options.url().isPresent()) {
      // The URL may hold a secret: it is not repeated, as it would be where no driver takes it.
      if (!options.url().get().toLowerCase(Locale.ROOT).startsWith(PREFIX)) {
        throw new UsageException("--url must start with " + PREFIX);
      }
      return new ConnectionTarget(options.url().get(), "the given URL", Optional.empty());
    }
    if (options.sandbox()) {
      return new ConnectionTarget(url(options, true), SANDBOX, Optional.empty());
    }
    boolean asked =
        options.region().isPresent()
            || options.profile().isPresent()
            || options.endpoint().isPresent();
    if (asked || AwsTraces.areThere(env)) {
      return new ConnectionTarget(url(options, false), aws(options), Optional.empty());
    }
    String notice =
        "No AWS settings found: using the built-in sandbox (sample data, no AWS account). See"
            + " --help.";
    return new ConnectionTarget(url(options, true), SANDBOX, Optional.of(notice));
  }

  /** Returns the target with a limit to the calls of a statement. */
  ConnectionTarget limited(OptionalInt maxCalls) {
    if (maxCalls.isEmpty()) {
      return this;
    }
    String before = url.endsWith(":") || url.endsWith(";") ? url : url + ";";
    return new ConnectionTarget(before + "maxApiCalls=" + maxCalls.getAsInt(), description, notice);
  }

  private static String url(ConnectionOptions options, boolean sandbox) throws UsageException {
    List<String> properties = new ArrayList<>();
    if (sandbox) {
      properties.add("sandbox=true");
    }
    if (options.region().isPresent()) {
      String region = options.region().get();
      if (!region.matches("[a-z0-9-]+")) {
        throw new UsageException("--region takes one Region, such as us-east-1");
      }
      properties.add(property("region", "--region", region));
    }
    if (options.profile().isPresent()) {
      properties.add(property("profile", "--profile", options.profile().get()));
    }
    if (options.endpoint().isPresent()) {
      properties.add(property("endpoint", "--endpoint", options.endpoint().get()));
    }
    return PREFIX + String.join(";", properties);
  }

  /** A value must not be able to add a property of its own. */
  private static String property(String key, String option, String value) throws UsageException {
    if (value.chars().anyMatch(c -> c == ';' || c == '"' || c == '\'' || c < ' ')) {
      throw new UsageException(option + " must not contain quotes, ';' or control characters");
    }
    return key + "=" + value;
  }

  private static String aws(ConnectionOptions options) {
    return "AWS"
        + options.region().map(region -> ", Region " + region).orElse("")
        + options.profile().map(profile -> ", profile " + profile).orElse("")
        + options.endpoint().map(endpoint -> ", endpoint " + endpoint).orElse("");
  }

  /** The user's home, as the AWS tools find it. */
  static Path home(Map<String, String> env) {
    return Path.of(env.getOrDefault("HOME", System.getProperty("user.home")));
  }
}
