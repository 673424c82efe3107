package io.github.bedrocksql.adapter.client;

import io.github.bedrocksql.adapter.settings.AwsSettings;
import java.sql.SQLException;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.InstanceProfileRegionProvider;

/** The metadata of the EC2 instance that this runs on. */
final class InstanceMetadata {
  private InstanceMetadata() {}

  /** Returns the credentials of the instance's role; none is asked for yet. */
  static AwsCredentialsProvider credentials(AwsSettings settings) {
    ProfileFile metadata = SdkProfiles.ofMetadata(settings.profileIfThere());
    return InstanceProfileCredentialsProvider.builder()
        .profileFile(() -> metadata)
        .profileName(SdkProfiles.NAME)
        .build();
  }

  /**
   * Returns the instance's Region; empty if this is not an instance, or it must not be asked.
   *
   * @throws SQLException with SQLState 22023 if it is unclear whether it may be asked
   */
  static Optional<String> region(AwsSettings settings) throws SQLException {
    if (settings.instanceMetadataDisabled()) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(new InstanceProfileRegionProvider().getRegion()).map(Region::id);
    } catch (SdkClientException | IllegalArgumentException | IllegalStateException e) {
      return Optional.empty(); // Nobody answers, or by rules that the SDK alone has.
    }
  }
}
