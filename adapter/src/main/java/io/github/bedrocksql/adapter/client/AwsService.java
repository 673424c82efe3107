package io.github.bedrocksql.adapter.client;

/** A service that calls go to. */
enum AwsService {
  BEDROCK("bedrock", "bedrock"),
  STS("sts", "sts"),
  SSO("sso", "portal.sso"),
  SSO_OIDC("sso_oidc", "oidc");

  private final String key;
  private final String prefix;

  AwsService(String key, String prefix) {
    this.key = key;
    this.prefix = prefix;
  }

  /** Returns its name in a configuration file. */
  String key() {
    return key;
  }

  /** Returns what its host names begin with. */
  String prefix() {
    return prefix;
  }
}
