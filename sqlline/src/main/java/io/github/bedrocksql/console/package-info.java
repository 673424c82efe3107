/**
 * The SQL console: options, the choice of what to connect to, batch mode with its output formats,
 * and the interactive mode that embeds SQLLine.
 *
 * <p>What must not live here: anything that knows Bedrock, the AWS SDK or Calcite. The driver is
 * reached through {@code java.sql}, and asked for its API calls by {@code BedrockConnection}.
 */
package io.github.bedrocksql.console;
