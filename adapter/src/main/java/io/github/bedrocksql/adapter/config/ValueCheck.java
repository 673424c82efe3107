package io.github.bedrocksql.adapter.config;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Which values a property takes. */
final class ValueCheck {
  private static final String ROLE = "arn:aws[a-z-]{0,20}:iam::[0-9]{12}:role/[\\w+=,.@/-]{1,600}";

  private ValueCheck() {}

  /**
   * Checks a value.
   *
   * @throws SQLException with SQLState 01S00 if it is not allowed; a secret is not quoted
   */
  static void check(BedrockProperty property, String value) throws SQLException {
    if (!property.choices().isEmpty()
        && property.choices().stream().noneMatch(value::equalsIgnoreCase)) {
      throw invalidValue(property, value, "one of " + String.join(", ", property.choices()));
    }
    switch (property) {
      case MAX_CONCURRENCY -> checkNumber(property, value, 1, 1_000);
      case MAX_RETRIES -> checkNumber(property, value, 0, 100);
      case CALL_TIMEOUT -> checkNumber(property, value, 1, 86_400);
      case THROTTLE_TIMEOUT -> checkNumber(property, value, 0, 86_400);
      case MAX_API_CALLS -> checkNumber(property, value, 1, 999_999);
      case DETAIL_CACHE -> checkNumber(property, value, 0, 999_999);
      case PROXY_PORT -> checkNumber(property, value, 1, 65_535);
      case PROXY_HOST -> {
        if (!value.matches("[A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}]")) {
          // Not quoted: who writes a URL here may have put a password into it.
          throw BedrockConfig.invalid(
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
        for (String region :
            value.equals(BedrockConfig.ALL_REGIONS)
                ? List.<String>of()
                : BedrockConfig.listed(value)) {
          checkRegion(property, region);
        }
      }
      case ROLE_ARNS -> {
        for (String role : BedrockConfig.listed(value)) {
          if (!role.equals(BedrockConfig.OWN_CREDENTIALS) && !role.matches(ROLE)) {
            throw invalidValue(
                property, role, "'self' or a role such as arn:aws:iam::123456789012:role/audit");
          }
        }
      }
      case BEARER_TOKEN -> {
        if (!value.matches("[\\x21-\\x7e]+")) {
          throw invalidValue(
              property, value, "an API key: it holds a blank or a special character");
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
          throw BedrockConfig.invalid("Connection property 'endpoint' " + objection.get());
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

  private static void checkNumber(BedrockProperty property, String value, int least, int most)
      throws SQLException {
    boolean number = value.matches("[0-9]{1,6}");
    if (!number || Integer.parseInt(value) < least || Integer.parseInt(value) > most) {
      throw invalidValue(property, value, "a whole number from " + least + " to " + most);
    }
  }

  private static SQLException invalidValue(BedrockProperty property, String value, String wanted) {
    String shown = property.isSecret() ? "its value" : "'" + value + "'";
    return BedrockConfig.invalid(
        "Connection property '" + property.key() + "': " + shown + " is not " + wanted);
  }
}
