package io.github.bedrocksql.adapter.config;

import static io.github.bedrocksql.adapter.config.PropertyDeclaration.property;
import static io.github.bedrocksql.adapter.config.PropertyDeclaration.secret;
import static io.github.bedrocksql.adapter.config.ValueFormat.anything;
import static io.github.bedrocksql.adapter.config.ValueFormat.endpoint;
import static io.github.bedrocksql.adapter.config.ValueFormat.host;
import static io.github.bedrocksql.adapter.config.ValueFormat.matching;
import static io.github.bedrocksql.adapter.config.ValueFormat.oneOf;
import static io.github.bedrocksql.adapter.config.ValueFormat.port;
import static io.github.bedrocksql.adapter.config.ValueFormat.provider;
import static io.github.bedrocksql.adapter.config.ValueFormat.region;
import static io.github.bedrocksql.adapter.config.ValueFormat.regions;
import static io.github.bedrocksql.adapter.config.ValueFormat.roles;
import static io.github.bedrocksql.adapter.config.ValueFormat.trueOrFalse;
import static io.github.bedrocksql.adapter.config.ValueFormat.wholeNumber;

import com.google.common.collect.ImmutableList;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Every connection property, declared: its name, format, default, documentation and whether it is a
 * secret. A {@code jdbc:bedrock:} URL, {@link java.util.Properties} and the operands of a
 * model.json all parse to these, and the page of properties is written from them.
 */
public enum BedrockProperty {
  REGION(
      property("region", region())
          .example("us-east-1")
          .documented("AWS Region to query. Default: where the AWS CLI takes it from.")),
  REGIONS(
      property("regions", regions())
          .example("us-east-1,eu-central-1")
          .documented(
              "Several Regions, queried side by side: us-east-1,eu-central-1, or * for every"
                  + " Region that offers Bedrock.")),
  ON_REGION_ERROR(
      property("onRegionError", oneOf("fail", "warn"))
          .byDefault("fail")
          .example("warn")
          .documented(
              "fail: a Region that can't be asked fails the statement. warn: it is left out"
                  + " with a warning, unless all are. With regions=*, Regions that do not offer the"
                  + " API are always left out so.")),
  PROFILE(
      property("profile", anything("a profile's name"))
          .example("audit")
          .documented(
              "Named profile of the AWS configuration files that gives credentials and"
                  + " Region.")),
  CREDENTIALS_PROVIDER(
      property("credentialsProvider", provider())
          .example("InstanceProfileCredentialsProvider")
          .documented(
              "Class of the AWS SDK that gives credentials, such as"
                  + " InstanceProfileCredentialsProvider; no other class is accepted.")),
  ACCESS_KEY_ID(
      property("accessKeyId", anything())
          .example("AKIAIOSFODNN7EXAMPLE")
          .documented("Static credentials: the access key id.")),
  SECRET_ACCESS_KEY(
      secret("secretAccessKey", anything())
          .example("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")
          .documented("Static credentials: the secret access key.")),
  SESSION_TOKEN(
      secret("sessionToken", anything())
          .example("IQoJb3JpZ2luX2VjEXAMPLE")
          .documented("Static credentials: the session token, if temporary.")),
  USER(
      property("user", anything())
          .example("AKIAIOSFODNN7EXAMPLE")
          .documented("Same as accessKeyId, for tools that ask for a user.")),
  PASSWORD(
      secret("password", anything())
          .example("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")
          .documented("Same as secretAccessKey, for tools that ask for a password.")),
  BEARER_TOKEN(
      secret(
              "bearerToken",
              matching(
                  "[\\x21-\\x7e]+", "any", "an API key: it holds a blank or a special character"))
          .example("bedrock-api-key-EXAMPLE")
          .documented("Amazon Bedrock API key to sign in with, in place of other credentials.")),
  ROLE_ARNS(
      property("roleArns", roles())
          .example("self,arn:aws:iam::111122223333:role/audit")
          .documented(
              "Roles to assume, with commas between: one account each, queried side by side."
                  + " 'self' among them means the credentials themselves.")),
  EXTERNAL_ID(
      property(
              "externalId",
              matching(
                  "[\\w+=,.@:/-]{2,1224}", "an external id", "an external id (STS API reference)"))
          .example("tenant-7")
          .documented("External id that the roles ask for.")),
  ROLE_SESSION_NAME(
      property(
              "roleSessionName",
              matching(
                  "[\\w+=,.@-]{2,64}",
                  "2 to 64 characters",
                  "2 to 64 letters, digits or any of +=,.@-_"))
          .byDefault("bedrock-sql")
          .example("finops")
          .documented("Name of the sessions of assumed roles, as CloudTrail shows it.")),
  ENDPOINT(
      property("endpoint", endpoint())
          .example("https://vpce-0a1b2c3d.bedrock.us-east-1.vpce.amazonaws.com")
          .documented("URL of the Bedrock endpoint, in place of the Region's own.")),
  ALLOW_INSECURE_ENDPOINT(
      property("allowInsecureEndpoint", trueOrFalse())
          .byDefault("false")
          .example("true")
          .documented(
              "true: an endpoint with http:// may be on another machine. Otherwise only"
                  + " localhost, 127.0.0.1 and [::1] are asked without TLS.")),
  USE_FIPS(
      property("useFips", trueOrFalse())
          .example("true")
          .documented("true: FIPS endpoints of Bedrock and STS. Default: AWS's own settings.")),
  USE_DUALSTACK(
      property("useDualstack", trueOrFalse())
          .example("true")
          .documented("true: endpoints with IPv6 addresses, too. Default: AWS's own settings.")),
  PROXY_HOST(
      property("proxyHost", host())
          .example("proxy.example.com;proxyPort=3128")
          .documented(
              "HTTP proxy that calls go through. Default: the JVM's and the environment's"
                  + " settings.")),
  PROXY_PORT(
      property("proxyPort", port())
          .example("3128;proxyHost=proxy.example.com")
          .documented("Port of the proxy.")),
  PROXY_USER(
      property("proxyUser", anything())
          .example("audit;proxyHost=proxy.example.com;proxyPort=3128")
          .documented("User that the proxy asks for.")),
  PROXY_PASSWORD(
      secret("proxyPassword", anything())
          .example("EXAMPLE;proxyHost=proxy.example.com;proxyPort=3128")
          .documented("Password that the proxy asks for.")),
  NON_PROXY_HOSTS(
      property("nonProxyHosts", anything("host names"))
          .example("*.example.com;proxyHost=proxy.example.com;proxyPort=3128")
          .documented(
              "Hosts that are called without the proxy, with vertical bars between; * stands"
                  + " for any characters.")),
  SANDBOX(
      property("sandbox", trueOrFalse())
          .byDefault("false")
          .example("true")
          .documented(
              "true: query the embedded endpoint with sample data; no AWS account is needed.")),
  MAX_CONCURRENCY(
      property("maxConcurrency", wholeNumber(1, 1_000))
          .byDefault("16")
          .example("8")
          .documented("API calls in flight at once, at most, for a connection.")),
  MAX_RETRIES(
      property("maxRetries", wholeNumber(0, 100))
          .byDefault("3")
          .example("10")
          .documented(
              "Times a failed API call is tried again; more often while most calls succeed."
                  + " 0: never. A throttled call has not failed.")),
  CALL_TIMEOUT(
      property("callTimeout", wholeNumber(1, 86_400))
          .byDefault("60")
          .example("120")
          .documented(
              "Seconds that one API call may take, its retries included, but not while it is"
                  + " throttled.")),
  THROTTLE_TIMEOUT(
      property("throttleTimeout", wholeNumber(0, 86_400))
          .byDefault("300")
          .example("60")
          .documented(
              "Seconds that one API call may be throttled for before its statement fails;"
                  + " until then it is made again, ever more slowly. 0: it fails at once.")),
  MAX_API_CALLS(
      property("maxApiCalls", wholeNumber(1, 999_999))
          .example("500")
          .documented(
              "API calls that one statement may make; one that needs more fails. Default: no"
                  + " limit.")),
  ARRAYS(
      property("arrays", oneOf("json", "native"))
          .byDefault("json")
          .example("native")
          .documented(
              "json: columns of lists are text, a JSON array. native: they are arrays of"
                  + " SQL, empty rather than null.")),
  DETAIL_CACHE(
      property("detailCache", wholeNumber(0, 999_999))
          .byDefault("10000")
          .example("0")
          .documented(
              "Details of ended jobs that a connection remembers, at most; 0 turns it off.")),
  PLAN_CACHE(
      property("planCache", trueOrFalse())
          .byDefault("true")
          .example("false")
          .documented(
              "true: a plan that was made before, by any connection of the JVM, is used again"
                  + " for the same statement, and for one that differs in values alone. false:"
                  + " each is made anew.")),
  LOG_LEVEL(
      property("logLevel", oneOf("OFF", "ERROR", "WARN", "INFO", "DEBUG", "TRACE"))
          .byDefault("OFF")
          .example("WARN")
          .documented(
              "What the driver and its libraries tell java.util.logging, for the whole JVM;"
                  + " never a secret."));

  private final PropertyDeclaration declaration;

  BedrockProperty(PropertyDeclaration declaration) {
    this.declaration = declaration;
  }

  /** Returns the name as users write it; names match case-insensitively. */
  public String key() {
    return declaration.key();
  }

  /** Returns the value that holds when none is given, if there is one. */
  public Optional<String> defaultValue() {
    return declaration.defaultValue();
  }

  /** Returns whether the value must never be shown. */
  public boolean isSecret() {
    return declaration.secret();
  }

  /** Returns one or two sentences for users. */
  public String documentation() {
    return declaration.documentation();
  }

  /** Returns which values it takes, in a few words of Markdown. */
  public String format() {
    return declaration.format().description();
  }

  /** Returns a setting, such as {@code region=us-east-1}, with what it needs beside it. */
  public String example() {
    return key() + "=" + declaration.example();
  }

  /** Returns the only values allowed; empty if there are too many to list. */
  public ImmutableList<String> choices() {
    return declaration.format().choices();
  }

  /**
   * Checks a value.
   *
   * @throws SQLException with SQLState 01S00 if it is not allowed; a secret is not quoted
   */
  void check(String value) throws SQLException {
    Optional<String> objection = declaration.format().objection(value, isSecret());
    if (objection.isPresent()) {
      throw BedrockConfig.invalid("Connection property '" + key() + "'" + objection.get());
    }
  }

  /** Returns the property of this name, in any case. */
  public static Optional<BedrockProperty> named(String name) {
    return Arrays.stream(values()).filter(p -> p.key().equalsIgnoreCase(name)).findFirst();
  }
}
