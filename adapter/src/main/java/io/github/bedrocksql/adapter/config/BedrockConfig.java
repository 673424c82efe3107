package io.github.bedrocksql.adapter.config;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The properties of one connection, checked. Immutable; {@link #toString} shows no secret.
 *
 * @see BedrockProperty
 */
public final class BedrockConfig {
  /** Prefix of every URL of this driver. */
  public static final String URL_PREFIX = "jdbc:bedrock:";

  /** SQLState "invalid connection string attribute" of ODBC; JDBC names none of its own. */
  private static final String INVALID_ATTRIBUTE = "01S00";

  private static final String ALL_REGIONS = "*";
  private static final String OWN_CREDENTIALS = "self";
  private static final String ROLE = "arn:aws[a-z-]{0,20}:iam::[0-9]{12}:role/[\\w+=,.@/-]{1,600}";

  private static final ImmutableList<String> OWN = ImmutableList.of(OWN_CREDENTIALS);

  private static final Splitter LIST = Splitter.on(',').trimResults();

  private final ImmutableMap<BedrockProperty, String> values;

  private BedrockConfig(Map<BedrockProperty, String> values) {
    this.values = Maps.immutableEnumMap(values);
  }

  /**
   * Parses a URL, {@code jdbc:bedrock:key=value;key=value}, and properties, which win over the URL.
   *
   * @throws SQLException if a key is unknown or a value is not allowed; secrets are not quoted
   */
  public static BedrockConfig parse(String url, Properties properties) throws SQLException {
    Map<BedrockProperty, String> values = new EnumMap<>(BedrockProperty.class);
    int number = 0;
    for (String pair : url.substring(URL_PREFIX.length()).split(";", -1)) {
      number++;
      if (pair.isBlank()) {
        continue;
      }
      int equals = pair.indexOf('=');
      if (equals < 0) {
        // Not quoted: it may be the rest of a secret that holds a ';'.
        throw invalid(
            "Connection URL: part "
                + number
                + " is not of the form key=value; give a value that"
                + " holds a ';' in the Properties");
      }
      String name = pair.substring(0, equals).strip();
      BedrockProperty property =
          BedrockProperty.named(name)
              .orElseThrow(unknown("in part " + number + " of the URL", name));
      put(values, property, pair.substring(equals + 1).strip());
    }
    putAll(values, properties);
    return checked(values);
  }

  /** Values that are no text, too: tools put numbers and booleans in. */
  private static void putAll(Map<BedrockProperty, String> values, Properties properties)
      throws SQLException {
    Map<String, Object> all = new TreeMap<>();
    // With the defaults behind them, which entrySet leaves out.
    properties.stringPropertyNames().forEach(name -> all.put(name, properties.getProperty(name)));
    properties.forEach((name, value) -> all.put(name.toString(), value));
    for (Map.Entry<String, Object> entry : all.entrySet()) {
      put(values, entry.getKey(), entry.getValue().toString());
    }
  }

  /**
   * Parses the operands of a model.json, which come as strings or as JSON's numbers and booleans.
   *
   * @throws SQLException as {@link #parse} does
   */
  public static BedrockConfig ofOperands(Map<String, ?> operands) throws SQLException {
    Map<BedrockProperty, String> values = new EnumMap<>(BedrockProperty.class);
    for (Map.Entry<String, ?> operand : operands.entrySet()) {
      put(values, operand.getKey(), String.valueOf(operand.getValue()));
    }
    return checked(values);
  }

  private static BedrockConfig checked(Map<BedrockProperty, String> values) throws SQLException {
    BedrockConfig config = new BedrockConfig(values);
    Optional<String> objection = Exclusions.objection(config);
    if (objection.isPresent()) {
      throw invalid(objection.get());
    }
    return config;
  }

  private static Supplier<SQLException> unknown(String which, String name) {
    List<String> keys = Arrays.stream(BedrockProperty.values()).map(BedrockProperty::key).toList();
    return () ->
        invalid(
            "Unknown connection property "
                + which
                + NearestName.of(name, keys)
                    .map(near -> "; did you mean '" + near + "'?")
                    .orElseGet(() -> "; there are " + String.join(", ", keys)));
  }

  private static void put(Map<BedrockProperty, String> values, String name, String value)
      throws SQLException {
    put(values, BedrockProperty.named(name).orElseThrow(unknown("'" + name + "'", name)), value);
  }

  private static void put(
      Map<BedrockProperty, String> values, BedrockProperty property, String value)
      throws SQLException {
    if (value.isEmpty()) {
      return; // Tools send every field of their form, the empty ones too.
    }
    if (!PlainText.isPlain(value)) {
      // Of no use in any, and a line break in a key would end the header that it is sent in.
      throw invalid(
          "Connection property '" + property.key() + "': a control character in the value");
    }
    check(property, value);
    values.put(property, value);
  }

  private static void check(BedrockProperty property, String value) throws SQLException {
    if (!property.choices().isEmpty()
        && property.choices().stream().noneMatch(value::equalsIgnoreCase)) {
      throw invalidValue(property, value, "one of " + String.join(", ", property.choices()));
    }
    switch (property) {
      case MAX_CONCURRENCY -> checkNumber(property, value, 1, 1_000);
      case MAX_RETRIES -> checkNumber(property, value, 0, 100);
      case CALL_TIMEOUT -> checkNumber(property, value, 1, 86_400);
      case MAX_API_CALLS -> checkNumber(property, value, 1, 999_999);
      case DETAIL_CACHE -> checkNumber(property, value, 0, 999_999);
      case PROXY_PORT -> checkNumber(property, value, 1, 65_535);
      case PROXY_HOST -> {
        if (!value.matches("[A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}]")) {
          // Not quoted: who writes a URL here may have put a password into it.
          throw invalid(
              "Connection property 'proxyHost' must be a host's name or address only; port, user"
                  + " and password are properties of their own");
        }
      }
      case CREDENTIALS_PROVIDER -> {
        if (SdkProvider.named(value).isEmpty()) {
          throw invalidValue(property, value, "one of the AWS SDK's: " + SdkProvider.names());
        }
      }
      case REGION -> checkRegion(property, value);
      case REGIONS -> {
        for (String region : value.equals(ALL_REGIONS) ? List.<String>of() : listed(value)) {
          checkRegion(property, region);
        }
      }
      case ROLE_ARNS -> {
        for (String role : listed(value)) {
          if (!role.equals(OWN_CREDENTIALS) && !role.matches(ROLE)) {
            throw invalidValue(
                property, role, "'self' or a role such as arn:aws:iam::123456789012:role/audit");
          }
        }
      }
      case EXTERNAL_ID -> {
        if (!value.matches("[\\w+=,.@:/-]{2,1224}")) {
          throw invalidValue(property, value, "an external id (STS API reference)");
        }
      }
      case ROLE_SESSION_NAME -> {
        if (!value.matches("[\\w+=,.@-]{2,64}")) {
          throw invalidValue(property, value, "2 to 64 letters, digits or any of +=,.@-_");
        }
      }
      case ENDPOINT -> {
        Optional<String> objection = Endpoints.objection(value);
        if (objection.isPresent()) {
          throw invalid("Connection property 'endpoint' " + objection.get());
        }
      }
      default -> {}
    }
  }

  /** The Region becomes part of a host name: nothing else may slip in. */
  private static void checkRegion(BedrockProperty property, String value) throws SQLException {
    if (!value.matches("[a-z0-9-]{1,30}")) {
      throw invalidValue(property, value, "a Region such as us-east-1");
    }
  }

  private static ImmutableList<String> listed(String value) {
    return LIST.splitToStream(value).distinct().collect(ImmutableList.toImmutableList());
  }

  private static void checkNumber(BedrockProperty property, String value, int least, int most)
      throws SQLException {
    boolean number = value.matches("[0-9]{1,6}");
    if (!number || Integer.parseInt(value) < least || Integer.parseInt(value) > most) {
      throw invalidValue(property, value, "a whole number from " + least + " to " + most);
    }
  }

  private static SQLException invalidValue(BedrockProperty property, String value, String wanted) {
    String shown = property.isSecret() ? "its value" : "'" + value + "'";
    return invalid("Connection property '" + property.key() + "': " + shown + " is not " + wanted);
  }

  private static SQLException invalid(String message) {
    return new SQLException(PlainText.of(message), INVALID_ATTRIBUTE);
  }

  /** Returns the value given, or the default if there is one. */
  public Optional<String> get(BedrockProperty property) {
    return Optional.ofNullable(values.get(property)).or(property::defaultValue);
  }

  /** Returns the access key id, given as {@code accessKeyId} or as {@code user}. */
  public Optional<String> accessKeyId() {
    return get(BedrockProperty.ACCESS_KEY_ID).or(() -> get(BedrockProperty.USER));
  }

  /** Returns the secret key, given as {@code secretAccessKey} or as {@code password}. */
  public Optional<String> secretAccessKey() {
    return get(BedrockProperty.SECRET_ACCESS_KEY).or(() -> get(BedrockProperty.PASSWORD));
  }

  /** Returns the SDK's provider that is to give credentials, if one is named. */
  public Optional<SdkProvider> credentialsProvider() {
    return get(BedrockProperty.CREDENTIALS_PROVIDER).flatMap(SdkProvider::named);
  }

  /** Returns the proxy that calls go through, if one is named. */
  public Optional<ProxySettings> proxy() {
    return ProxySettings.of(this);
  }

  /** Returns whether FIPS endpoints are called; empty for the SDK's own setting. */
  public Optional<Boolean> useFips() {
    return get(BedrockProperty.USE_FIPS).map(Boolean::valueOf);
  }

  /** Returns whether dual-stack endpoints are called; empty for the SDK's own setting. */
  public Optional<Boolean> useDualstack() {
    return get(BedrockProperty.USE_DUALSTACK).map(Boolean::valueOf);
  }

  /** Returns the Regions named, in the order given; none: what the SDK's own chain finds. */
  public ImmutableList<String> regions() {
    return get(allRegions() ? BedrockProperty.REGION : BedrockProperty.REGIONS)
        .or(() -> get(BedrockProperty.REGION))
        .map(BedrockConfig::listed)
        .orElse(ImmutableList.of());
  }

  /** Returns whether every Region of the partition is meant. */
  public boolean allRegions() {
    return get(BedrockProperty.REGIONS).filter(ALL_REGIONS::equals).isPresent();
  }

  /** Returns the roles to assume, in the order given; an empty one: the credentials themselves. */
  public ImmutableList<Optional<String>> roles() {
    return get(BedrockProperty.ROLE_ARNS).map(BedrockConfig::listed).orElse(OWN).stream()
        .map(role -> role.equals(OWN_CREDENTIALS) ? Optional.<String>empty() : Optional.of(role))
        .collect(ImmutableList.toImmutableList());
  }

  /** Returns whether a Region that can't be asked is left out with a warning. */
  public boolean warnsOnRegionError() {
    return "warn".equalsIgnoreCase(get(BedrockProperty.ON_REGION_ERROR).orElseThrow());
  }

  /** Returns the endpoint that replaces the Region's own. */
  public Optional<URI> endpoint() {
    return get(BedrockProperty.ENDPOINT).map(URI::create);
  }

  /** Returns whether calls go to the embedded endpoint. */
  public boolean sandbox() {
    return Boolean.parseBoolean(get(BedrockProperty.SANDBOX).orElseThrow());
  }

  /** Returns how many calls may be in flight at once. */
  public int maxConcurrency() {
    return Integer.parseInt(get(BedrockProperty.MAX_CONCURRENCY).orElseThrow());
  }

  /** Returns how often a call is tried again. */
  public int maxRetries() {
    return Integer.parseInt(get(BedrockProperty.MAX_RETRIES).orElseThrow());
  }

  /** Returns how long a call may take, its retries included. */
  public Duration callTimeout() {
    return Duration.ofSeconds(Long.parseLong(get(BedrockProperty.CALL_TIMEOUT).orElseThrow()));
  }

  /** Returns how many API calls a statement may make; empty for any number. */
  public OptionalInt maxApiCalls() {
    return get(BedrockProperty.MAX_API_CALLS)
        .map(text -> OptionalInt.of(Integer.parseInt(text)))
        .orElse(OptionalInt.empty());
  }

  /** Returns whether columns of lists are arrays of SQL, and no JSON. */
  public boolean nativeArrays() {
    return "native".equalsIgnoreCase(get(BedrockProperty.ARRAYS).orElseThrow());
  }

  /** Returns how many details a connection remembers at most; 0 for none. */
  public int detailCache() {
    return Integer.parseInt(get(BedrockProperty.DETAIL_CACHE).orElseThrow());
  }

  /** Returns one of the choices of {@code logLevel}, in capitals. */
  public String logLevel() {
    return get(BedrockProperty.LOG_LEVEL).orElseThrow().toUpperCase(Locale.ROOT);
  }

  /**
   * Returns the URL that gives this configuration, less its secrets and less what only properties
   * can say: a value with a {@code ;} would be properties of its own there.
   */
  public String toUrl() {
    StringBuilder url = new StringBuilder(URL_PREFIX);
    values.forEach(
        (property, value) -> {
          if (!property.isSecret() && value.indexOf(';') < 0 && value.equals(value.strip())) {
            url.append(url.length() == URL_PREFIX.length() ? "" : ";")
                .append(property.key())
                .append('=')
                .append(value);
          }
        });
    return url.toString();
  }

  @Override
  public String toString() {
    return toUrl();
  }
}
