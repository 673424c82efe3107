package io.github.bedrocksql.adapter.settings;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The AWS configuration files: {@code ~/.aws/config} and {@code ~/.aws/credentials}, or those that
 * {@code AWS_CONFIG_FILE} and {@code AWS_SHARED_CREDENTIALS_FILE} name. What a profile has in both
 * is the credentials file's.
 */
public final class ConfigurationFiles {
  private static final String PROFILE = "profile";
  private static final String DEFAULT = "default";
  private static final String SSO_SESSION = "sso-session";
  private static final String SERVICES = "services";

  private final Path config;
  private final Path credentials;
  private final Map<String, Map<String, Setting>> profiles = new HashMap<>();
  private final Map<String, Profile> ssoSessions = new HashMap<>();
  private final Map<String, Profile> services = new HashMap<>();

  private ConfigurationFiles(Path config, Path credentials) {
    this.config = config;
    this.credentials = credentials;
  }

  /**
   * Reads both. A file that is not there has no profiles.
   *
   * @throws SQLException with SQLState 28000 if one can't be read
   */
  static ConfigurationFiles read(Environment environment) throws SQLException {
    ConfigurationFiles files =
        new ConfigurationFiles(
            path(environment, "aws.configFile", "AWS_CONFIG_FILE", "config"),
            path(
                environment,
                "aws.sharedCredentialsFile",
                "AWS_SHARED_CREDENTIALS_FILE",
                "credentials"));
    IniFile.read(files.config).forEach(files::section);
    IniFile.read(files.credentials)
        .forEach(
            (name, values) ->
                files.profiles.computeIfAbsent(name, n -> new HashMap<>()).putAll(values));
    return files;
  }

  private static Path path(Environment environment, String property, String variable, String name) {
    return environment
        .first(property, variable)
        .map(setting -> environment.path(setting.value()))
        .orElseGet(() -> environment.home().resolve(".aws").resolve(name));
  }

  /** Of {@code [default]} and {@code [profile default]} the last counts, as for the CLI. */
  private void section(String header, ImmutableMap<String, Setting> values) {
    if (header.equals(DEFAULT)) {
      profiles.put(DEFAULT, new HashMap<>(values));
      return;
    }
    List<String> words = Splitter.onPattern("\\s+").limit(2).splitToList(header);
    if (words.size() < 2) {
      return;
    }
    String name = words.get(1).strip();
    boolean quoted = name.matches("\"[^\"]+\"|'[^']+'");
    if (!quoted && name.matches(".*\\s.*")) {
      return; // The CLI finds no profile in such a header, either.
    }
    String given = quoted ? name.substring(1, name.length() - 1) : name;
    switch (words.get(0)) {
      case PROFILE -> profiles.put(given, new HashMap<>(values));
      case SSO_SESSION -> ssoSessions.put(given, new Profile(given, values));
      case SERVICES -> services.put(given, new Profile(given, values));
      default -> {
        // Sections of other tools.
      }
    }
  }

  /** Returns a profile, if one of the files has it. */
  public Optional<Profile> profile(String name) {
    return Optional.ofNullable(profiles.get(name))
        .map(values -> new Profile(name, ImmutableMap.copyOf(values)));
  }

  /** Returns a sign-on that profiles share, if the configuration file has it. */
  public Optional<Profile> ssoSession(String name) {
    return Optional.ofNullable(ssoSessions.get(name));
  }

  /** Returns the settings of services that a profile refers to, if there are any. */
  Optional<Profile> services(String name) {
    return Optional.ofNullable(services.get(name));
  }

  /** Returns the files' paths, for messages. */
  public String places() {
    return config + " or " + credentials;
  }
}
