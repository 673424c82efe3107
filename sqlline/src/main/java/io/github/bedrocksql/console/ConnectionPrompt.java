package io.github.bedrocksql.console;

import io.github.bedrocksql.jdbc.BedrockConnection;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;

/** What the prompt says of a connection: where the rows come from. */
final class ConnectionPrompt {
  private static final Pattern SANDBOX =
      Pattern.compile("[:;]sandbox=true(;|$)", Pattern.CASE_INSENSITIVE);

  private ConnectionPrompt() {}

  /** {@code sandbox> }, {@code us-east-1> } or, of a role, {@code us-east-1 123456789012> }. */
  static String of(Connection connection) {
    try {
      if (!connection.isWrapperFor(BedrockConnection.class)) {
        return "sql> ";
      }
      if (SANDBOX.matcher(connection.getMetaData().getURL()).find()) {
        return "sandbox> ";
      }
      BedrockConnection bedrock = connection.unwrap(BedrockConnection.class);
      String regions = oneOrMany(bedrock.regions(), "Regions");
      String accounts = oneOrMany(bedrock.accounts(), "accounts");
      String place = (regions + " " + accounts).strip();
      return (place.isEmpty() ? "bedrock" : place) + "> ";
    } catch (SQLException e) {
      return "closed> ";
    }
  }

  private static String oneOrMany(List<String> names, String many) {
    return names.size() <= 1 ? String.join("", names) : names.size() + " " + many;
  }
}
