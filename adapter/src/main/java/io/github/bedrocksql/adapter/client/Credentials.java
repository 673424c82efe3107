package io.github.bedrocksql.adapter.client;

import com.google.common.collect.ImmutableSet;
import io.github.bedrocksql.adapter.config.BedrockConfig;
import io.github.bedrocksql.adapter.config.BedrockProperty;
import io.github.bedrocksql.adapter.config.Target;
import java.net.URI;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.services.sts.model.StsException;

/**
 * The credentials of a connection: its own, and those of the roles that it assumes with them. A
 * role is assumed at its first call, once for all Regions, and again before its credentials end.
 */
final class Credentials implements AutoCloseable {
  private static final ImmutableSet<String> EXPIRED =
      ImmutableSet.of("ExpiredToken", "ExpiredTokenException");

  private final BedrockConfig config;
  private final RenewableCredentials own;
  private final ServiceClients clients;
  private final Optional<URI> endpoint;
  private final Map<String, RenewableCredentials> roles = new HashMap<>();

  /**
   * Calls nothing yet.
   *
   * @param own what roles are assumed with
   * @param endpoint replaces that of STS, too; empty for AWS's own
   */
  Credentials(
      BedrockConfig config,
      RenewableCredentials own,
      ServiceClients clients,
      Optional<URI> endpoint) {
    this.config = config;
    this.own = own;
    this.clients = clients;
    this.endpoint = endpoint;
  }

  /** Returns what calls to a target are signed with. */
  synchronized RenewableCredentials of(Target target) {
    return target.roleArn().map(role -> assumed(role, target.region())).orElse(own);
  }

  private RenewableCredentials assumed(String role, String region) {
    return roles.computeIfAbsent(role, arn -> RenewableCredentials.from(() -> assume(arn, region)));
  }

  private StsAssumeRoleCredentialsProvider assume(String role, String region) {
    try {
      return StsAssumeRoleCredentialsProvider.builder()
          .stsClient(clients.sts(region, own, endpoint))
          .refreshRequest(
              r ->
                  r.roleArn(role)
                      .roleSessionName(config.get(BedrockProperty.ROLE_SESSION_NAME).orElseThrow())
                      .externalId(config.get(BedrockProperty.EXTERNAL_ID).orElse(null)))
          .build();
    } catch (SQLException e) {
      throw new UnusableCredentials(e);
    }
  }

  /**
   * Makes a call, and makes it once more where credentials turn out to have expired: those of the
   * target, those that its role is assumed with, or both, each renewed once.
   *
   * @throws AwsServiceException if what is new has expired, too, or can't be renewed
   */
  <T> T renewing(Target target, Supplier<T> call) {
    RenewableCredentials signing = of(target);
    long signingBefore = signing.generation();
    long ownBefore = own.generation();
    boolean signingRenewed = false;
    boolean ownRenewed = false;
    while (true) {
      try {
        return call.get();
      } catch (AwsServiceException e) {
        // To assume a role, or to read a profile that is one.
        boolean ofOwn = signing == own || e instanceof StsException;
        if (!isExpired(e) || (ofOwn ? ownRenewed : signingRenewed)) {
          throw e;
        }
        if (!(ofOwn ? own.renew(ownBefore) : signing.renew(signingBefore))) {
          throw e;
        }
        ownRenewed |= ofOwn;
        signingRenewed |= !ofOwn;
      }
    }
  }

  private static boolean isExpired(AwsServiceException e) {
    return e.awsErrorDetails() != null && EXPIRED.contains(e.awsErrorDetails().errorCode());
  }

  @Override
  public synchronized void close() {
    roles.values().forEach(RenewableCredentials::close);
    own.close();
    clients.close();
  }
}
