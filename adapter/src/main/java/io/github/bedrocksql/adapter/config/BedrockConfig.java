package io.github.bedrocksql.adapter.config;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.github.bedrocksql.adapter.error.NearestName;
import io.github.bedrocksql.adapter.error.PlainText;
import io.github.bedrocksql.adapter.error.SqlState;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The properties of one connection, checked. Immutable; {@link #toString} shows no secret.
 *
 * @see BedrockProperty
 */
public final class BedrockConfig {
  /** Prefix of every URL of this driver. */
  public static final String URL_PREFIX = "jdbc:bedrock:";

  static final String ALL_REGIONS = "*";
  static final String OWN_CREDENTIALS = "self";

  private static final ImmutableList<String> OWN = ImmutableList.of(OWN_CREDENTIALS);

  private static final Splitter LIST = Splitter.on(',').trimResults();

  private final ImmutableMap<BedrockProperty, String> values;
  private final ImmutableList<String> warnings;

  private BedrockConfig(Map<BedrockProperty, String> values, List<String> warnings) {
    this.values = Maps.immutableEnumMap(values);
    this.warnings = ImmutableList.copyOf(warnings);
  }

  /**
   * Parses a URL, {@code jdbc:bedrock:key=value;key=value}, and properties, which win over the URL.
   * Pools and tools put properties of their own among these: a key that is unknown there is a
   * warning.
   *
   * @throws SQLException if a key of the URL is unknown or a value is not allowed; secrets are not
   *     quoted
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
      String place = "in part " + number + " of the URL";
      BedrockProperty property =
          BedrockProperty.named(name).orElseThrow(() -> invalid(unknown(place, name)));
      put(values, property, pair.substring(equals + 1).strip());
    }
    return checked(values, putAll(values, properties));
  }

  /**
   * Values need not be text: tools put in numbers and booleans, too.
   *
   * @return what to say of keys that are unknown
   */
  private static List<String> putAll(Map<BedrockProperty, String> values, Properties properties)
      throws SQLException {
    List<String> warnings = new ArrayList<>();
    Map<String, Object> all = new TreeMap<>();
    // With the defaults behind them, which entrySet leaves out.
    properties.stringPropertyNames().forEach(name -> all.put(name, properties.getProperty(name)));
    properties.forEach((name, value) -> all.put(name.toString(), value));
    for (Map.Entry<String, Object> entry : all.entrySet()) {
      Optional<BedrockProperty> property = BedrockProperty.named(entry.getKey());
      if (property.isPresent()) {
        put(values, property.get(), entry.getValue().toString());
      } else {
        warnings.add(PlainText.of(ignored(entry.getKey())));
      }
    }
    return warnings;
  }

  private static String ignored(String name) {
    return "Connection property '"
        + name
        + "' is unknown and ignored"
        + nearest(name).map(near -> "; did you mean '" + near + "'?").orElse("");
  }

  /**
   * Parses the operands of a model.json, which come as strings or as JSON's numbers and booleans.
   *
   * @throws SQLException as {@link #parse} does
   */
  public static BedrockConfig ofOperands(Map<String, ?> operands) throws SQLException {
    Map<BedrockProperty, String> values = new EnumMap<>(BedrockProperty.class);
    for (Map.Entry<String, ?> operand : operands.entrySet()) {
      String name = operand.getKey();
      BedrockProperty property =
          BedrockProperty.named(name).orElseThrow(() -> invalid(unknown("'" + name + "'", name)));
      put(values, property, String.valueOf(operand.getValue()));
    }
    return checked(values, List.of());
  }

  private static BedrockConfig checked(Map<BedrockProperty, String> values, List<String> warnings)
      throws SQLException {
    BedrockConfig config = new BedrockConfig(values, warnings);
    Optional<String> objection = Exclusions.objection(config);
    if (objection.isPresent()) {
      throw invalid(objection.get());
    }
    return config;
  }

  private static String unknown(String which, String name) {
    return "Unknown connection property "
        + which
        + nearest(name)
            .map(near -> "; did you mean '" + near + "'?")
            .orElseGet(() -> "; there are " + String.join(", ", keys()));
  }

  private static Optional<String> nearest(String name) {
    return NearestName.of(name, keys());
  }

  private static List<String> keys() {
    return Arrays.stream(BedrockProperty.values()).map(BedrockProperty::key).toList();
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
    property.check(value);
    values.put(property, value);
  }

  static ImmutableList<String> listed(String value) {
    return LIST.splitToStream(value).distinct().collect(ImmutableList.toImmutableList());
  }

  static SQLException invalid(String message) {
    return SqlState.INVALID_CONNECTION_ATTRIBUTE.exception(message);
  }

  /** Returns the value given, or the default if there is one. */
  public Optional<String> get(BedrockProperty property) {
    return Optional.ofNullable(values.get(property)).or(property::defaultValue);
  }

  private int number(BedrockProperty property) {
    return Integer.parseInt(get(property).orElseThrow());
  }

  private boolean is(BedrockProperty property, String choice) {
    return choice.equalsIgnoreCase(get(property).orElseThrow());
  }

  /** Returns whether a property that has a default is true. */
  boolean isTrue(BedrockProperty property) {
    return is(property, "true");
  }

  /** Returns what to warn the connection's user of. */
  public ImmutableList<String> warnings() {
    return warnings;
  }

  /** Returns whether the properties say where credentials come from. */
  public boolean namesCredentials() {
    return accessKeyId().isPresent()
        || secretAccessKey().isPresent()
        || get(BedrockProperty.SESSION_TOKEN).isPresent()
        || get(BedrockProperty.PROFILE).isPresent()
        || get(BedrockProperty.CREDENTIALS_PROVIDER).isPresent()
        || get(BedrockProperty.ROLE_ARNS).isPresent();
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
    return is(BedrockProperty.ON_REGION_ERROR, "warn");
  }

  /** Returns the endpoint that replaces the Region's own. */
  public Optional<URI> endpoint() {
    return get(BedrockProperty.ENDPOINT).map(URI::create);
  }

  /** Returns whether calls go to the embedded endpoint. */
  public boolean sandbox() {
    return isTrue(BedrockProperty.SANDBOX);
  }

  /** Returns how many calls may be in flight at once. */
  public int maxConcurrency() {
    return number(BedrockProperty.MAX_CONCURRENCY);
  }

  /** Returns how often a failed call is tried again; 0 for never. */
  public int maxRetries() {
    return number(BedrockProperty.MAX_RETRIES);
  }

  /** Returns how long a call may take, its retries included. */
  public Duration callTimeout() {
    return Duration.ofSeconds(number(BedrockProperty.CALL_TIMEOUT));
  }

  /** Returns for how long a call may be throttled. */
  public Duration throttleTimeout() {
    return Duration.ofSeconds(number(BedrockProperty.THROTTLE_TIMEOUT));
  }

  /** Returns how many API calls a statement may make; empty for any number. */
  public OptionalInt maxApiCalls() {
    return get(BedrockProperty.MAX_API_CALLS)
        .map(text -> OptionalInt.of(Integer.parseInt(text)))
        .orElse(OptionalInt.empty());
  }

  /** Returns whether columns of lists are arrays of SQL, and no JSON. */
  public boolean nativeArrays() {
    return is(BedrockProperty.ARRAYS, "native");
  }

  /** Returns how many details a connection remembers at most; 0 for none. */
  public int detailCache() {
    return number(BedrockProperty.DETAIL_CACHE);
  }

  /** Returns whether plans are used again. */
  public boolean planCache() {
    return Boolean.parseBoolean(get(BedrockProperty.PLAN_CACHE).orElseThrow());
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
