package io.github.bedrocksql.adapter.client;

import com.google.common.base.Throwables;
import io.github.bedrocksql.adapter.settings.ConfigurationFiles;
import io.github.bedrocksql.adapter.settings.Profile;
import io.github.bedrocksql.adapter.settings.Setting;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.sso.auth.SsoCredentialsProvider;
import software.amazon.awssdk.services.sso.model.GetRoleCredentialsRequest;
import software.amazon.awssdk.services.ssooidc.SsoOidcTokenProvider;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/** Credentials of a role in IAM Identity Center, for users signed in with {@code aws sso login}. */
final class SsoLogin implements AwsCredentialsProvider, SdkAutoCloseable {
  private static final String ACCOUNT = "sso_account_id";
  private static final String ROLE = "sso_role_name";
  private static final String SESSION = "sso_session";
  private static final String START_URL = "sso_start_url";
  private static final String REGION = "sso_region";
  private static final int SERVER_ERROR = 500;
  private static final int TOO_MANY = 429;

  private final Profile profile;
  private final SsoOidcTokenProvider tokens;
  private final SsoCredentialsProvider provider;

  private SsoLogin(Profile profile, String login, String region, ServiceClients clients)
      throws SQLException {
    this.profile = profile;
    this.tokens =
        SsoOidcTokenProvider.builder()
            .sessionName(login)
            .ssoOidcClient(clients.ssoOidc(region))
            .build();
    SsoCredentialsProvider.Builder builder = SsoCredentialsProvider.builder();
    this.provider = builder.ssoClient(clients.sso(region)).refreshRequest(this::request).build();
  }

  /** Returns whether a profile gets its credentials so. */
  static boolean isFor(Profile profile) {
    return profile.has(ACCOUNT) || profile.has(ROLE);
  }

  /**
   * Makes them; asks for nothing yet.
   *
   * @throws UnusableCredentials if the profile is incomplete
   * @throws SQLException if another setting is not valid
   */
  static SsoLogin of(Profile profile, ConfigurationFiles files, ServiceClients clients)
      throws SQLException {
    Optional<Setting> session = profile.get(SESSION);
    if (session.isPresent()) {
      Profile shared =
          files
              .ssoSession(session.get().value())
              .orElseThrow(
                  () ->
                      new UnusableCredentials(
                          session.get()
                              + ": there is no [sso-session "
                              + session.get().value()
                              + "]"));
      String region = needed(REGION, shared.get(REGION).or(() -> profile.get(REGION)), profile);
      return checked(profile, session.get().value(), region, clients);
    }
    String login = needed(START_URL, profile.get(START_URL), profile);
    return checked(profile, login, needed(REGION, profile.get(REGION), profile), clients);
  }

  private static SsoLogin checked(
      Profile profile, String login, String region, ServiceClients clients) throws SQLException {
    needed(ACCOUNT, profile.get(ACCOUNT), profile);
    needed(ROLE, profile.get(ROLE), profile);
    return new SsoLogin(profile, login, region, clients);
  }

  private static String needed(String key, Optional<Setting> value, Profile profile) {
    return value
        .map(Setting::value)
        .orElseThrow(
            () ->
                new UnusableCredentials(
                    profile.get(ACCOUNT).or(() -> profile.get(ROLE)).orElseThrow()
                        + " needs "
                        + key
                        + "; 'aws configure sso --profile "
                        + profile.name()
                        + "' writes it"));
  }

  private GetRoleCredentialsRequest request() {
    return GetRoleCredentialsRequest.builder()
        .accountId(profile.text(ACCOUNT).orElseThrow())
        .roleName(profile.text(ROLE).orElseThrow())
        .accessToken(tokens.resolveToken().token())
        .build();
  }

  @Override
  public AwsCredentials resolveCredentials() {
    try {
      return provider.resolveCredentials();
    } catch (AbortedException e) {
      throw e;
    } catch (RuntimeException e) {
      if (isOfTheNetwork(e)) {
        throw e;
      }
      throw new UnusableCredentials(
          "profile '"
              + profile.name()
              + "' ("
              + profile.get(ACCOUNT).or(() -> profile.get(ROLE)).orElseThrow()
              + ") needs a sign-on, which is missing, has expired or was refused; run"
              + " 'aws sso login --profile "
              + profile.name()
              + "'",
          e);
    }
  }

  /** A new sign-on would not help. */
  private static boolean isOfTheNetwork(RuntimeException e) {
    if (e instanceof SdkServiceException service) {
      return service.statusCode() >= SERVER_ERROR || service.statusCode() == TOO_MANY;
    }
    return Throwables.getCausalChain(e).stream()
        .anyMatch(
            cause ->
                cause instanceof IOException
                    && !(cause instanceof java.nio.file.FileSystemException));
  }

  @Override
  public void close() {
    provider.close();
    tokens.close();
  }
}
