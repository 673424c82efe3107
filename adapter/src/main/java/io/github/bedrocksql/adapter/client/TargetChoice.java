package io.github.bedrocksql.adapter.client;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.config.BedrockConfig;
import io.github.bedrocksql.adapter.config.BedrockProperty;
import io.github.bedrocksql.adapter.config.Target;
import io.github.bedrocksql.adapter.error.SqlState;
import io.github.bedrocksql.adapter.settings.AwsSettings;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.RegionMetadata;
import software.amazon.awssdk.services.bedrock.BedrockClient;

/**
 * Which Regions of which accounts a connection asks. Regions: those named, all there are, or the
 * one that the SDK finds. Accounts: those of the roles named, or the one of the credentials.
 */
final class TargetChoice {
  private static final String SANDBOX_REGION = "us-east-1";
  private static final String COMMERCIAL_PARTITION = "aws";

  private final BedrockConfig config;
  private final Source settings;
  private String found;

  // Asked for at each scan's planning and execution.
  private final Supplier<Optional<ImmutableList<Target>>> known = Suppliers.memoize(this::named);

  /** Reads what AWS's own settings say, at its first use. */
  interface Source {
    AwsSettings get() throws SQLException;
  }

  TargetChoice(BedrockConfig config, Source settings) {
    this.config = config;
    this.settings = settings;
  }

  /** Returns where calls go; fails if no Region is configured. */
  ImmutableList<Target> targets() throws SQLException {
    Optional<ImmutableList<Target>> named = known();
    return named.isPresent() ? named.get() : of(List.of(find()));
  }

  /** Returns where calls go, if that is known without reading files or asking the network. */
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

  /** Asks the network where this machine is only if nothing else says. */
  private synchronized String find() throws SQLException {
    if (found == null) {
      Optional<String> region = settings.get().region();
      if (region.isEmpty()) {
        region = InstanceMetadata.region(settings.get());
      }
      found =
          region.orElseThrow(
              () ->
                  SqlState.CONNECTION_FAILED.exception(
                      "No Region: give the connection property 'region', or set AWS_REGION", null));
    }
    return found;
  }
}
