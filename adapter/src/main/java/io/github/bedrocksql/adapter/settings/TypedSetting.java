package io.github.bedrocksql.adapter.settings;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

/**
 * Settings that take only some values. For others the AWS SDK would throw what is not an
 * SQLException over others, wherever it happens to read them.
 */
enum TypedSetting {
  MAX_ATTEMPTS("aws.maxAttempts", "AWS_MAX_ATTEMPTS", "max_attempts", Kind.COUNT),
  RETRY_MODE("aws.retryMode", "AWS_RETRY_MODE", "retry_mode", "legacy|standard|adaptive"),
  USE_FIPS_ENDPOINT(
      "aws.useFipsEndpoint", "AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint", Kind.BOOLEAN),
  USE_DUALSTACK_ENDPOINT(
      "aws.useDualstackEndpoint",
      "AWS_USE_DUALSTACK_ENDPOINT",
      "use_dualstack_endpoint",
      Kind.BOOLEAN),
  IGNORE_CONFIGURED_ENDPOINT_URLS(
      "aws.ignoreConfiguredEndpointUrls",
      "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",
      "ignore_configured_endpoint_urls",
      Kind.BOOLEAN),
  EC2_METADATA_DISABLED("aws.disableEc2Metadata", "AWS_EC2_METADATA_DISABLED", "", Kind.BOOLEAN),
  EC2_METADATA_V1_DISABLED(
      "aws.disableEc2MetadataV1",
      "AWS_EC2_METADATA_V1_DISABLED",
      "ec2_metadata_v1_disabled",
      Kind.BOOLEAN),
  EC2_METADATA_SERVICE_ENDPOINT_MODE(
      "aws.ec2MetadataServiceEndpointMode",
      "AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE",
      "ec2_metadata_service_endpoint_mode",
      "ipv4|ipv6"),
  METADATA_SERVICE_TIMEOUT(
      "aws.ec2MetadataServiceTimeout",
      "AWS_METADATA_SERVICE_TIMEOUT",
      "metadata_service_timeout",
      Kind.SECONDS),
  DEFAULTS_MODE(
      "aws.defaultsMode",
      "AWS_DEFAULTS_MODE",
      "defaults_mode",
      "legacy|standard|in-region|cross-region|mobile|auto"),
  ACCOUNT_ID_ENDPOINT_MODE(
      "aws.accountIdEndpointMode",
      "AWS_ACCOUNT_ID_ENDPOINT_MODE",
      "account_id_endpoint_mode",
      "preferred|disabled|required"),
  DISABLE_REQUEST_COMPRESSION(
      "aws.disableRequestCompression",
      "AWS_DISABLE_REQUEST_COMPRESSION",
      "disable_request_compression",
      Kind.BOOLEAN),
  REQUEST_MIN_COMPRESSION_SIZE_BYTES(
      "aws.requestMinCompressionSizeBytes",
      "AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES",
      "request_min_compression_size_bytes",
      Kind.COUNT),
  REQUEST_CHECKSUM_CALCULATION(
      "aws.requestChecksumCalculation",
      "AWS_REQUEST_CHECKSUM_CALCULATION",
      "request_checksum_calculation",
      "when_supported|when_required"),
  RESPONSE_CHECKSUM_VALIDATION(
      "aws.responseChecksumValidation",
      "AWS_RESPONSE_CHECKSUM_VALIDATION",
      "response_checksum_validation",
      "when_supported|when_required"),
  ENDPOINT_DISCOVERY_ENABLED(
      "aws.endpointDiscoveryEnabled",
      "AWS_ENDPOINT_DISCOVERY_ENABLED",
      "endpoint_discovery_enabled",
      "true|false|auto"),
  NEW_RETRIES_2026("aws.newRetries2026", "AWS_NEW_RETRIES_2026", "", Kind.BOOLEAN);

  private static final class Kind {
    static final String BOOLEAN = "true|false";
    static final String COUNT = "[0-9]{1,9}";
    static final String SECONDS = "[0-9]{1,6}([.][0-9]{1,6})?";

    private Kind() {}

    static String described(String allowed) {
      return switch (allowed) {
        case COUNT -> "a whole number";
        case SECONDS -> "a number of seconds";
        default -> "one of " + allowed.replace("|", ", ");
      };
    }
  }

  private final String property;
  private final String variable;
  private final String key;
  private final String allowed;

  TypedSetting(String property, String variable, String key, String allowed) {
    this.property = property;
    this.variable = variable;
    this.key = key;
    this.allowed = allowed;
  }

  /**
   * Returns what is set: by the JVM's property, the variable or the profile.
   *
   * @throws SQLException with SQLState 22023 if the value is not valid
   */
  Optional<String> get(Environment environment, Optional<Profile> profile) throws SQLException {
    Optional<Setting> setting =
        environment.first(property, variable).or(() -> profile.flatMap(p -> p.get(key)));
    if (setting.isPresent()) {
      String value = setting.get().value().toLowerCase(Locale.ROOT);
      if (!value.matches(allowed)) {
        throw SettingErrors.invalid(
            setting.get().source()
                + ": '"
                + setting.get().value()
                + "' is not "
                + Kind.described(allowed));
      }
      return Optional.of(value);
    }
    return Optional.empty();
  }
}
