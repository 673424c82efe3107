package io.github.bedrocksql.adapter.client;

import com.google.common.base.Joiner;
import com.google.common.primitives.Ints;
import io.github.bedrocksql.adapter.config.BedrockProperty;
import io.github.bedrocksql.adapter.settings.AwsSettings;
import io.github.bedrocksql.adapter.settings.Profile;
import io.github.bedrocksql.adapter.settings.Setting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.services.sts.auth.StsWebIdentityTokenFileCredentialsProvider;

/**
 * The credentials that a profile of the configuration files stands for, found as the AWS CLI finds
 * them. What is wrong is said with the file and what to do about it.
 */
final class ProfileCredentials {
  private static final String ROLE = "role_arn";
  private static final String SOURCE_PROFILE = "source_profile";
  private static final String SOURCE = "credential_source";
  private static final String WEB_IDENTITY = "web_identity_token_file";
  private static final String KEY = "aws_access_key_id";
  private static final String SECRET = "aws_secret_access_key";
  private static final String PROCESS = "credential_process";
  private static final String SESSION_NAME = "role_session_name";

  private final AwsSettings settings;
  private final ServiceClients clients;
  private final String region;

  /**
   * Reads nothing yet.
   *
   * @param region where roles are assumed
   */
  ProfileCredentials(AwsSettings settings, ServiceClients clients, String region) {
    this.settings = settings;
    this.clients = clients;
    this.region = region;
  }

  /**
   * Returns the credentials of a profile.
   *
   * @throws UnusableCredentials if it gives none
   * @throws SQLException if another setting is not valid
   */
  AwsCredentialsProvider of(Profile profile) throws SQLException {
    Optional<AwsCredentialsProvider> role = role(profile);
    return role.isPresent() ? role.get() : own(profile).orElseThrow(() -> nothingIn(profile));
  }

  private UnusableCredentials nothingIn(Profile profile) {
    return new UnusableCredentials(
        "profile '"
            + profile.name()
            + "' in "
            + settings.files().places()
            + " has no credentials: neither keys nor a role, sign-on or process;"
            + " 'aws configure' writes them");
  }

  /** Returns those of the role that a profile assumes with other credentials, if it does. */
  Optional<AwsCredentialsProvider> role(Profile profile) throws SQLException {
    return isRole(profile)
        ? Optional.of(assumed(profile, List.of(profile.name())))
        : Optional.empty();
  }

  private static boolean isRole(Profile profile) {
    return profile.has(ROLE) && !profile.has(WEB_IDENTITY);
  }

  /** Returns those that a profile gives without other credentials, if it gives any. */
  Optional<AwsCredentialsProvider> own(Profile profile) throws SQLException {
    Optional<Setting> token = profile.get(WEB_IDENTITY);
    if (token.isPresent()) {
      return Optional.of(
          webIdentity(
              token.get(), profile.get(ROLE), profile.text(SESSION_NAME).orElse(sessionName())));
    }
    if (SsoLogin.isFor(profile)) {
      return Optional.of(SsoLogin.of(profile, settings.files(), clients));
    }
    if (profile.has(KEY) || profile.has(SECRET)) {
      return Optional.of(keys(profile));
    }
    if (profile.has("login_session")) {
      throw new UnusableCredentials(
          profile.get("login_session").orElseThrow()
              + " can't be read here; run 'aws configure export-credentials --profile "
              + profile.name()
              + "', or make it the credential_process of a profile");
    }
    return profile
        .get(PROCESS)
        .map(command -> ProcessCredentials.of(command, clients.callTimeout()));
  }

  private static String sessionName() {
    return BedrockProperty.ROLE_SESSION_NAME.defaultValue().orElseThrow();
  }

  private static AwsCredentialsProvider keys(Profile profile) {
    Optional<Setting> key = profile.get(KEY);
    Optional<Setting> secret = profile.get(SECRET);
    if (key.isEmpty() || secret.isEmpty()) {
      throw new UnusableCredentials(
          key.or(() -> secret).orElseThrow()
              + " has no "
              + (key.isEmpty() ? KEY : SECRET)
              + " beside it");
    }
    return keys(
        key.get().value(),
        secret.get().value(),
        profile.text("aws_session_token").or(() -> profile.text("aws_security_token")),
        profile.text("aws_account_id"));
  }

  /** Returns credentials that are known. */
  static AwsCredentialsProvider keys(
      String key, String secret, Optional<String> token, Optional<String> account) {
    return StaticCredentialsProvider.create(
        token.isPresent()
            ? AwsSessionCredentials.builder()
                .accessKeyId(key)
                .secretAccessKey(secret)
                .sessionToken(token.get())
                .accountId(account.orElse(null))
                .build()
            : AwsBasicCredentials.builder()
                .accessKeyId(key)
                .secretAccessKey(secret)
                .accountId(account.orElse(null))
                .build());
  }

  /**
   * Returns those of a role that a token in a file gives.
   *
   * @param role the role's ARN; empty is an error
   */
  AwsCredentialsProvider webIdentity(Setting token, Optional<Setting> role, String sessionName)
      throws SQLException {
    Path file = settings.path(token);
    if (role.isEmpty()) {
      throw new UnusableCredentials(token + " has no role beside it (role_arn, AWS_ROLE_ARN)");
    }
    if (!Files.isReadable(file)) {
      throw new UnusableCredentials(token + ": there is no file " + file + " that can be read");
    }
    return StsWebIdentityTokenFileCredentialsProvider.builder()
        .stsClient(clients.sts(region, ServiceClients.UNSIGNED, Optional.empty()))
        .roleArn(role.get().value())
        .roleSessionName(sessionName)
        .webIdentityTokenFile(file)
        .build();
  }

  /**
   * Returns those of a role.
   *
   * @param visited the profiles on the way to this one, and itself
   */
  private AwsCredentialsProvider assumed(Profile profile, List<String> visited)
      throws SQLException {
    Setting role = profile.get(ROLE).orElseThrow();
    Optional<Setting> sourceProfile = profile.get(SOURCE_PROFILE);
    Optional<Setting> source = profile.get(SOURCE);
    if (sourceProfile.isPresent() == source.isPresent()) {
      throw new UnusableCredentials(
          role
              + " has "
              + (source.isPresent() ? "both " : "neither ")
              + SOURCE_PROFILE
              + (source.isPresent() ? " and " : " nor ")
              + SOURCE
              + " beside it; set exactly one, to say what to assume the role with");
    }
    if (profile.has("mfa_serial")) {
      throw new UnusableCredentials(
          profile.get("mfa_serial").orElseThrow()
              + " asks for an MFA code, which can't be entered here; run"
              + " 'aws configure export-credentials --profile "
              + profile.name()
              + "' and give what it prints");
    }
    AwsCredentialsProvider with =
        sourceProfile.isPresent()
            ? sourced(sourceProfile.get(), visited)
            : ofSource(source.orElseThrow());
    return StsAssumeRoleCredentialsProvider.builder()
        .stsClient(clients.sts(region, with, Optional.empty()))
        .refreshRequest(
            r ->
                r.roleArn(role.value())
                    .roleSessionName(profile.text(SESSION_NAME).orElse(sessionName()))
                    .externalId(profile.text("external_id").orElse(null))
                    .durationSeconds(
                        profile.text("duration_seconds").map(Ints::tryParse).orElse(null)))
        .build();
  }

  /** A profile with keys may be its own source: the keys are then what its role is assumed with. */
  private AwsCredentialsProvider sourced(Setting named, List<String> visited) throws SQLException {
    String name = named.value();
    Profile source =
        settings
            .files()
            .profile(name)
            .orElseThrow(
                () ->
                    new UnusableCredentials(
                        named
                            + ": there is no profile '"
                            + name
                            + "' in "
                            + settings.files().places()));
    boolean hasKeys = source.has(KEY) || source.has(SECRET);
    boolean itself = name.equals(visited.get(visited.size() - 1));
    List<String> way = new ArrayList<>(visited);
    way.add(name);
    if (visited.contains(name) && !(itself && hasKeys)) {
      throw new UnusableCredentials(named + " refers to itself: " + Joiner.on(" > ").join(way));
    }
    return isRole(source) && !hasKeys
        ? assumed(source, way)
        : own(source).orElseThrow(() -> nothingIn(source));
  }

  private AwsCredentialsProvider ofSource(Setting source) {
    return switch (source.value()) {
      case "Environment" ->
          EnvironmentKeys.of(settings.environment())
              .orElseThrow(
                  () ->
                      new UnusableCredentials(
                          source + " is Environment, and AWS_ACCESS_KEY_ID is not set"));
      case "EcsContainer" -> ContainerCredentialsProvider.create();
      case "Ec2InstanceMetadata" -> InstanceMetadata.credentials(settings);
      default ->
          throw new UnusableCredentials(
              source
                  + ": '"
                  + source.value()
                  + "' is not one of Environment, EcsContainer, Ec2InstanceMetadata");
    };
  }
}
