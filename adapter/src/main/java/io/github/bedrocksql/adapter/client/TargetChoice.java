package io.github.bedrocksql.adapter.client;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.config.BedrockConfig;
import io.github.bedrocksql.adapter.config.BedrockProperty;
import io.github.bedrocksql.adapter.config.Target;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.RegionMetadata;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.bedrock.BedrockClient;

/**
 * Which Regions of which accounts a connection asks. Regions: those named, all there are, or the
 * one that the SDK finds. Accounts: those of the roles named, or the one of the credentials.
 */
final class TargetChoice {
  private static final String SANDBOX_REGION = "us-east-1";
  private static final String COMMERCIAL_PARTITION = "aws";

  private final BedrockConfig config;
  private final Supplier<String> found = Suppliers.memoize(this::find);

  // Asked for at each scan's planning and execution.
  private final Supplier<Optional<ImmutableList<Target>>> known = Suppliers.memoize(this::named);

  TargetChoice(BedrockConfig config) {
    this.config = config;
  }

  /** Returns where calls go; fails if no Region is configured. */
  ImmutableList<Target> targets() throws SQLException {
    if (known().isPresent()) {
      return known().get();
    }
    try {
      return of(List.of(found.get()));
    } catch (SdkClientException e) {
      String reason =
          unknownProfile()
              .map(name -> "there is no profile '" + name + "' in the AWS configuration files")
              .orElse("give the connection property 'region', or set AWS_REGION");
      throw new SQLException("No Region: " + reason, "08001", e);
    }
  }

  /** Returns where calls go if telling it takes no look at files or at the network. */
  Optional<ImmutableList<Target>> known() {
    return known.get();
  }

  private Optional<ImmutableList<Target>> named() {
    if (config.allRegions()) {
      return Optional.of(of(inPartition()));
    }
    if (!config.regions().isEmpty()) {
      return Optional.of(of(config.regions()));
    }
    // Not the environment's: the sandbox answers the same everywhere.
    return config.sandbox() ? Optional.of(of(List.of(SANDBOX_REGION))) : Optional.empty();
  }

  private ImmutableList<Target> of(List<String> regions) {
    return config.roles().stream()
        .flatMap(role -> regions.stream().map(region -> new Target(region, role)))
        .collect(ImmutableList.toImmutableList());
  }

  /** Which Regions have a Bedrock endpoint is in the SDK's own data, and changes with it. */
  private ImmutableList<String> inPartition() {
    String partition =
        config
            .get(BedrockProperty.REGION)
            .flatMap(region -> partition(Region.of(region)))
            .orElse(COMMERCIAL_PARTITION);
    return BedrockClient.serviceMetadata().regions().stream()
        .filter(region -> partition(region).filter(partition::equals).isPresent())
        .map(Region::id)
        .sorted()
        .collect(ImmutableList.toImmutableList());
  }

  /** Returns the partition's id; empty for a Region that the SDK does not know. */
  private static Optional<String> partition(Region region) {
    return Optional.ofNullable(RegionMetadata.of(region))
        .map(metadata -> metadata.partition().id());
  }

  private String find() {
    if (SdkSystemSetting.AWS_REGION.getStringValue().isEmpty()) {
      // Not left to the chain, which would go on and ask the network where this machine is.
      unknownProfile()
          .ifPresent(
              name -> {
                throw SdkClientException.create("No profile " + name);
              });
    }
    DefaultAwsRegionProviderChain.Builder chain = DefaultAwsRegionProviderChain.builder();
    config.get(BedrockProperty.PROFILE).ifPresent(chain::profileName);
    return chain.build().getRegion().id();
  }

  /** Returns the profile given if no configuration file has it. */
  private Optional<String> unknownProfile() {
    return config
        .get(BedrockProperty.PROFILE)
        .filter(name -> ProfileFile.defaultProfileFile().profile(name).isEmpty());
  }
}
