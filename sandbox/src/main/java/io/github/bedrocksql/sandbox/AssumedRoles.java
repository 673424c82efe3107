package io.github.bedrocksql.sandbox;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.io.BaseEncoding;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** AssumeRole of STS, and the temporary credentials that it gave (STS API reference). */
final class AssumedRoles {
  private static final Pattern ROLE = Pattern.compile("arn:aws[a-z-]*:iam::[0-9]{12}:role/.+");
  private static final Pattern SESSION_NAME = Pattern.compile("[\\w+=,.@-]{2,64}");
  private static final int ACCOUNT = 4;

  private final ImmutableSet<String> refused;
  private final ImmutableMap<String, String> externalIds;
  private final Duration lifetime;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Session> sessions = new ConcurrentHashMap<>();

  /**
   * Makes a service without sessions.
   *
   * @param refused roles that may not be assumed
   * @param externalIds what the caller must name, by role
   */
  AssumedRoles(
      ImmutableSet<String> refused,
      ImmutableMap<String, String> externalIds,
      Duration lifetime,
      Clock clock) {
    this.refused = refused;
    this.externalIds = externalIds;
    this.lifetime = lifetime;
    this.clock = clock;
  }

  /** Temporary credentials. */
  record Session(
      String accessKeyId, String secret, String token, String role, String name, Instant end) {
    String account() {
      return Splitter.on(':').splitToList(role).get(ACCOUNT);
    }
  }

  /** Returns the session of an access key, null if it is of none. */
  Session session(String accessKeyId) {
    return sessions.get(accessKeyId);
  }

  /** Throws unless a request shows the token of its session and in time. */
  void verify(Session session, String token) {
    if (!session.token().equals(token)) {
      throw new ApiException(
          403,
          "UnrecognizedClientException",
          "The security token included in the request is invalid.");
    }
    if (!clock.instant().isBefore(session.end())) {
      throw new ApiException(
          403, "ExpiredTokenException", "The security token included in the request is expired");
    }
  }

  /** Assumes a role for a caller, as the parameters say. */
  Session assume(Map<String, String> given) {
    String role = given.getOrDefault("RoleArn", "");
    String name = given.getOrDefault("RoleSessionName", "");
    if (!ROLE.matcher(role).matches() || !SESSION_NAME.matcher(name).matches()) {
      throw new ApiException(400, "ValidationError", "RoleArn or RoleSessionName is invalid");
    }
    String wanted = externalIds.get(role);
    if (refused.contains(role) || (wanted != null && !wanted.equals(given.get("ExternalId")))) {
      throw new ApiException(
          403,
          "AccessDenied",
          "User: arn:aws:iam::123456789012:user/analyst is not authorized to perform:"
              + " sts:AssumeRole on resource: "
              + role);
    }
    Session session =
        new Session(
            "ASIA" + text(10), text(30), text(60), role, name, clock.instant().plus(lifetime));
    sessions.put(session.accessKeyId(), session);
    return session;
  }

  private String text(int bytes) {
    byte[] some = new byte[bytes];
    random.nextBytes(some);
    return BaseEncoding.base32().omitPadding().encode(some);
  }

  /** Returns the answer to AssumeRole. */
  static String xml(Session session, String requestId) {
    return """
        <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult>\
        <AssumedRoleUser><Arn>%s/%s</Arn><AssumedRoleId>AROA:%s</AssumedRoleId></AssumedRoleUser>\
        <Credentials><AccessKeyId>%s</AccessKeyId><SecretAccessKey>%s</SecretAccessKey>\
        <SessionToken>%s</SessionToken><Expiration>%s</Expiration></Credentials>\
        </AssumeRoleResult><ResponseMetadata><RequestId>%s</RequestId></ResponseMetadata>\
        </AssumeRoleResponse>"""
        .formatted(
            session.role(),
            session.name(),
            session.name(),
            session.accessKeyId(),
            session.secret(),
            session.token(),
            session.end().truncatedTo(ChronoUnit.SECONDS),
            requestId);
  }

  /** Returns the answer of STS to a request that failed. */
  static String xml(ApiException failure, String requestId) {
    return """
        <ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error>\
        <Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error>\
        <RequestId>%s</RequestId></ErrorResponse>"""
        .formatted(failure.code(), failure.getMessage(), requestId);
  }
}
