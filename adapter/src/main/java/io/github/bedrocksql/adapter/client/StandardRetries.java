package io.github.bedrocksql.adapter.client;

import io.github.bedrocksql.adapter.config.BedrockConfig;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.internal.retry.SdkDefaultRetryStrategy;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.retries.StandardRetryStrategy;

/** What the SDK takes for worth another attempt. */
final class StandardRetries {
  private StandardRetries() {}

  /**
   * Returns the SDK's standard retries, as often as the properties say. The SDK's own way to make
   * them looks at the environment and at files first, and throws over what it finds there.
   */
  static StandardRetryStrategy of(BedrockConfig config) {
    StandardRetryStrategy.Builder builder = DefaultRetryStrategy.standardStrategyBuilder();
    SdkDefaultRetryStrategy.configureStrategy(builder);
    return (StandardRetryStrategy)
        AwsRetryStrategy.addRetryConditions(builder.build()).toBuilder()
            .maxAttempts(config.maxRetries() + 1)
            .build();
  }
}
