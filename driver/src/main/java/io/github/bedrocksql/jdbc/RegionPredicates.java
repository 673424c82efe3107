package io.github.bedrocksql.jdbc;

import io.github.bedrocksql.adapter.client.BedrockClients;
import io.github.bedrocksql.adapter.config.BedrockConfig;
import io.github.bedrocksql.adapter.config.Target;
import io.github.bedrocksql.adapter.error.SqlState;
import java.sql.SQLException;
import java.util.Properties;

/**
 * A table cut into one part a Region, for tools that read the parts side by side: for Spark's
 * {@code spark.read.jdbc(url, table, predicates, properties)}, say, each of whose tasks then calls
 * its own Region only.
 */
public final class RegionPredicates {
  private RegionPredicates() {}

  /**
   * Returns a condition for each Region of {@code jdbc:bedrock:regions=…}, such as {@code region =
   * 'us-east-1'}, in their order: each row holds for exactly one. They fit every table but {@code
   * api_calls} and {@code region_status}, which are a connection's own. No API call is made; only
   * where the URL names no Region, the AWS SDK's own chain is asked for one.
   *
   * @param properties as for a connection; null for none
   * @throws SQLException with SQLState 01S00 if the URL is not this driver's or a property is
   *     unknown or not allowed, 08001 if there is no Region
   */
  public static String[] of(String url, Properties properties) throws SQLException {
    if (!new BedrockDriver().acceptsURL(url)) {
      throw SqlState.INVALID_CONNECTION_ATTRIBUTE.exception(
          "The URL does not begin with " + BedrockConfig.URL_PREFIX);
    }
    BedrockConfig config =
        BedrockConfig.parse(url, properties == null ? new Properties() : properties);
    try (BedrockClients clients = new BedrockClients(config)) {
      // No quote to double: a Region's name is letters, digits and hyphens, checked by the config.
      return clients.targets().stream()
          .map(Target::region)
          .distinct()
          .map(region -> "region = '" + region + "'")
          .toArray(String[]::new);
    }
  }

  /**
   * Returns the same for a URL that says it all.
   *
   * @throws SQLException as above
   */
  public static String[] of(String url) throws SQLException {
    return of(url, null);
  }
}
