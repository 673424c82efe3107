package io.github.bedrocksql.adapter.config;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.Optional;

/**
 * Every connection property: its name, default, choices and documentation. A {@code jdbc:bedrock:}
 * URL, {@link java.util.Properties} and the operands of a model.json all parse to these.
 */
public enum BedrockProperty {
  REGION("region", null, false, "AWS Region to query. Default: where the AWS CLI takes it from."),
  REGIONS(
      "regions",
      null,
      false,
      "Several Regions, queried side by side: us-east-1,eu-central-1, or * for every Region that"
          + " offers Bedrock."),
  ON_REGION_ERROR(
      "onRegionError",
      "fail",
      false,
      "fail: a Region that can't be asked fails the statement. warn: it is left out with a warning,"
          + " unless all are. With regions=*, Regions that do not offer the API are always left out"
          + " so.",
      "fail",
      "warn"),
  PROFILE(
      "profile",
      null,
      false,
      "Named profile of the AWS configuration files that gives credentials and Region."),
  CREDENTIALS_PROVIDER(
      "credentialsProvider",
      null,
      false,
      "Class of the AWS SDK that gives credentials, such as InstanceProfileCredentialsProvider; no"
          + " class of others."),
  ACCESS_KEY_ID("accessKeyId", null, false, "Static credentials: the access key id."),
  SECRET_ACCESS_KEY("secretAccessKey", null, true, "Static credentials: the secret access key."),
  SESSION_TOKEN("sessionToken", null, true, "Static credentials: the session token, if temporary."),
  USER("user", null, false, "Same as accessKeyId, for tools that ask for a user."),
  PASSWORD("password", null, true, "Same as secretAccessKey, for tools that ask for a password."),
  BEARER_TOKEN(
      "bearerToken",
      null,
      true,
      "Amazon Bedrock API key to sign in with, in place of other credentials."),
  ROLE_ARNS(
      "roleArns",
      null,
      false,
      "Roles to assume, with commas between: one account each, queried side by side. 'self' among"
          + " them means the credentials themselves."),
  EXTERNAL_ID("externalId", null, false, "External id that the roles ask for."),
  ROLE_SESSION_NAME(
      "roleSessionName",
      "bedrock-sql",
      false,
      "Name of the sessions of assumed roles, as CloudTrail shows it."),
  ENDPOINT("endpoint", null, false, "URL of the Bedrock endpoint, in place of the Region's own."),
  ALLOW_INSECURE_ENDPOINT(
      "allowInsecureEndpoint",
      "false",
      false,
      "true: an endpoint with http:// may be on another machine. Otherwise only localhost,"
          + " 127.0.0.1 and [::1] are asked without TLS.",
      "true",
      "false"),
  USE_FIPS(
      "useFips",
      null,
      false,
      "true: FIPS endpoints of Bedrock and STS. Default: AWS's own settings.",
      "true",
      "false"),
  USE_DUALSTACK(
      "useDualstack",
      null,
      false,
      "true: endpoints with IPv6 addresses, too. Default: AWS's own settings.",
      "true",
      "false"),
  PROXY_HOST(
      "proxyHost",
      null,
      false,
      "HTTP proxy that calls go through. Default: the JVM's and the environment's settings."),
  PROXY_PORT("proxyPort", null, false, "Port of the proxy."),
  PROXY_USER("proxyUser", null, false, "User that the proxy asks for."),
  PROXY_PASSWORD("proxyPassword", null, true, "Password that the proxy asks for."),
  NON_PROXY_HOSTS(
      "nonProxyHosts",
      null,
      false,
      "Hosts that are called without the proxy, with vertical bars between; * stands for any characters."),
  SANDBOX(
      "sandbox",
      "false",
      false,
      "true: query the embedded endpoint with sample data; no AWS account is needed.",
      "true",
      "false"),
  MAX_CONCURRENCY(
      "maxConcurrency", "16", false, "API calls in flight at once, at most, for a connection."),
  MAX_RETRIES(
      "maxRetries",
      "3",
      false,
      "Times a failed API call is tried again; more often while most calls succeed. 0: never. A"
          + " throttled call has not failed."),
  CALL_TIMEOUT(
      "callTimeout",
      "60",
      false,
      "Seconds that one API call may take, its retries included, but not while it is throttled."),
  THROTTLE_TIMEOUT(
      "throttleTimeout",
      "300",
      false,
      "Seconds that one API call may be throttled for before its statement fails; until then it is"
          + " made again, ever more slowly. 0: it fails at once."),
  MAX_API_CALLS(
      "maxApiCalls",
      null,
      false,
      "API calls that one statement may make; one that needs more fails. Default: no limit."),
  ARRAYS(
      "arrays",
      "json",
      false,
      "json: columns of lists are text, a JSON array. native: they are arrays of SQL, empty rather"
          + " than null.",
      "json",
      "native"),
  DETAIL_CACHE(
      "detailCache",
      "10000",
      false,
      "Details of ended jobs that a connection remembers, at most; 0 turns it off."),
  LOG_LEVEL(
      "logLevel",
      "OFF",
      false,
      "What the driver and its libraries tell java.util.logging, for the whole JVM; never a secret.",
      "OFF",
      "ERROR",
      "WARN",
      "INFO",
      "DEBUG",
      "TRACE");

  private final String key;
  private final String defaultValue;
  private final boolean secret;
  private final String documentation;
  private final ImmutableList<String> choices;

  BedrockProperty(
      String key, String defaultValue, boolean secret, String documentation, String... choices) {
    this.key = key;
    this.defaultValue = defaultValue;
    this.secret = secret;
    this.documentation = documentation;
    this.choices = ImmutableList.copyOf(choices);
  }

  /** Returns the name as users write it; names match case-insensitively. */
  public String key() {
    return key;
  }

  /** Returns the value that holds when none is given, if there is one. */
  public Optional<String> defaultValue() {
    return Optional.ofNullable(defaultValue);
  }

  /** Returns whether the value must never be shown. */
  public boolean isSecret() {
    return secret;
  }

  /** Returns one or two sentences for users. */
  public String documentation() {
    return documentation;
  }

  /** Returns the only values allowed; empty if any is. */
  public ImmutableList<String> choices() {
    return choices;
  }

  /** Returns the property of this name, in any case. */
  public static Optional<BedrockProperty> named(String name) {
    return Arrays.stream(values()).filter(p -> p.key.equalsIgnoreCase(name)).findFirst();
  }
}
