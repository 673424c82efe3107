package io.github.bedrocksql.adapter.settings;

import io.github.bedrocksql.adapter.config.Endpoints;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

/**
 * What AWS's own settings say to a connection whose properties don't. The files are read once, when
 * this is made.
 */
public final class AwsSettings {
  private static final String DEFAULT_PROFILE = "default";
  private static final String REGION = "[a-z0-9-]{1,30}";

  private final Environment environment;
  private final ConfigurationFiles files;
  private final Optional<Setting> chosen;

  private AwsSettings(Environment environment, ConfigurationFiles files, Optional<Setting> chosen) {
    this.environment = environment;
    this.files = files;
    this.chosen = chosen;
  }

  /**
   * Reads the configuration files.
   *
   * @param named the profile that the properties name
   * @throws SQLException with SQLState 28000 if a file can't be read
   */
  public static AwsSettings read(Environment environment, Optional<String> named)
      throws SQLException {
    Optional<Setting> chosen =
        named
            .map(name -> new Setting(name, "the connection property 'profile'"))
            .or(() -> environment.first("aws.profile", "AWS_PROFILE", "AWS_DEFAULT_PROFILE"));
    return new AwsSettings(environment, ConfigurationFiles.read(environment), chosen);
  }

  /** Returns what the files were found by. */
  public Environment environment() {
    return environment;
  }

  /** Returns the path that a setting holds, which may begin with ~ and have variables in it. */
  public Path path(Setting setting) {
    return environment.path(setting.value());
  }

  /** Returns all that the configuration files say. */
  public ConfigurationFiles files() {
    return files;
  }

  /**
   * Returns the profile that counts; empty if there is none and nobody has chosen one.
   *
   * @throws SQLException with SQLState 28000 if the one that was chosen is not there
   */
  public Optional<Profile> profile() throws SQLException {
    if (chosen.isPresent() && profileIfThere().isEmpty()) {
      throw SettingErrors.ofProfile(
          "There is no profile '"
              + chosen.get().value()
              + "', which "
              + chosen.get().source()
              + " names, in "
              + files.places()
              + "; 'aws configure list-profiles' lists those there are");
    }
    return profileIfThere();
  }

  /** Returns the profile that counts; empty, too, if it is chosen and not there. */
  public Optional<Profile> profileIfThere() {
    return files.profile(chosen.map(Setting::value).orElse(DEFAULT_PROFILE));
  }

  /**
   * Returns the Region that the environment or the profile names.
   *
   * @throws SQLException with SQLState 28000 if there is no such profile, 22023 if it is not a
   *     Region
   */
  public Optional<String> region() throws SQLException {
    Optional<Setting> region = environment.first("aws.region", "AWS_REGION", "AWS_DEFAULT_REGION");
    if (region.isEmpty()) {
      region = profile().flatMap(profile -> profile.get("region"));
    }
    if (region.isPresent() && !region.get().value().matches(REGION)) {
      throw SettingErrors.invalid(
          region.get().source()
              + ": '"
              + region.get().value()
              + "' is not a Region such as us-east-1");
    }
    return region.map(Setting::value);
  }

  /** Returns the Bedrock API key that the environment gives. */
  public Optional<Setting> bearerToken() {
    return environment.first("aws.bearerTokenBedrock", "AWS_BEARER_TOKEN_BEDROCK");
  }

  /** Returns the file of the certificates that servers are trusted by, if one is named. */
  public Optional<Setting> caBundle() {
    return environment
        .variable("AWS_CA_BUNDLE")
        .or(() -> profileIfThere().flatMap(profile -> profile.get("ca_bundle")));
  }

  /**
   * Returns whether FIPS endpoints are wanted.
   *
   * @throws SQLException with SQLState 22023 if the setting is not valid
   */
  public boolean useFips() throws SQLException {
    return isTrue(TypedSetting.USE_FIPS_ENDPOINT);
  }

  /**
   * Returns whether dual-stack endpoints are wanted.
   *
   * @throws SQLException with SQLState 22023 if the setting is not valid
   */
  public boolean useDualstack() throws SQLException {
    return isTrue(TypedSetting.USE_DUALSTACK_ENDPOINT);
  }

  /**
   * Returns whether endpoints that the environment or the profile names don't count.
   *
   * @throws SQLException with SQLState 22023 if the setting is not valid
   */
  public boolean ignoresEndpoints() throws SQLException {
    return isTrue(TypedSetting.IGNORE_CONFIGURED_ENDPOINT_URLS);
  }

  /**
   * Returns whether the metadata of the EC2 instance must not be asked for.
   *
   * @throws SQLException with SQLState 22023 if the setting is not valid
   */
  public boolean instanceMetadataDisabled() throws SQLException {
    return isTrue(TypedSetting.EC2_METADATA_DISABLED);
  }

  private boolean isTrue(TypedSetting setting) throws SQLException {
    return setting.get(environment, profileIfThere()).filter("true"::equals).isPresent();
  }

  /**
   * Returns the endpoint that the environment or the profile gives a service in place of AWS's.
   *
   * @param service as AWS spells it in a configuration file, such as {@code sso_oidc}
   * @throws SQLException with SQLState 22023 if it is not a URL
   */
  public Optional<URI> endpoint(String service) throws SQLException {
    if (ignoresEndpoints()) {
      return Optional.empty();
    }
    String suffix = service.toUpperCase(Locale.ROOT);
    Optional<Setting> endpoint =
        environment
            .first("aws.endpointUrl" + camelCase(service), "AWS_ENDPOINT_URL_" + suffix)
            .or(() -> environment.first("aws.endpointUrl", "AWS_ENDPOINT_URL"));
    if (endpoint.isEmpty()) {
      endpoint = ofProfile(service);
    }
    if (endpoint.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> objection = Endpoints.objection(endpoint.get().value());
    if (objection.isPresent()) {
      throw SettingErrors.invalid(endpoint.get().source() + " " + objection.get());
    }
    return endpoint.map(Setting::value).map(URI::create);
  }

  private Optional<Setting> ofProfile(String service) throws SQLException {
    Optional<Profile> profile = profileIfThere();
    Optional<Setting> named = profile.flatMap(p -> p.get("services"));
    if (named.isPresent()) {
      Optional<Profile> section = files.services(named.get().value());
      if (section.isEmpty()) {
        throw SettingErrors.invalid(
            named.get().source() + ": there is no [services " + named.get().value() + "]");
      }
      Optional<Setting> own = section.get().get(service + ".endpoint_url");
      if (own.isPresent()) {
        return own;
      }
    }
    return profile.flatMap(p -> p.get("endpoint_url"));
  }

  private static String camelCase(String service) {
    StringBuilder camel = new StringBuilder();
    for (String word : service.split("_", -1)) {
      camel.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
    }
    return camel.toString();
  }

  /**
   * Checks the settings that the AWS SDK reads by itself.
   *
   * @throws SQLException with SQLState 22023 if one is not valid
   */
  public void check() throws SQLException {
    for (TypedSetting setting : TypedSetting.values()) {
      setting.get(environment, profileIfThere());
    }
  }
}
