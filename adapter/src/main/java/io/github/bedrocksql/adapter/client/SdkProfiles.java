package io.github.bedrocksql.adapter.client;

import io.github.bedrocksql.adapter.settings.Profile;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.profiles.ProfileFile;

/** Configuration files as the SDK is shown them: it does not take all that the AWS CLI takes. */
final class SdkProfiles {
  /** The name of the only profile in each. */
  static final String NAME = "default";

  /** A file without profiles. */
  static final ProfileFile NONE = file("");

  private SdkProfiles() {}

  /** Returns a file with what a profile says of the instance's metadata. */
  static ProfileFile ofMetadata(Optional<Profile> profile) {
    return profile
        .map(
            given ->
                given.settings().entrySet().stream()
                    .filter(entry -> entry.getKey().contains("metadata"))
                    .map(entry -> entry.getKey() + " = " + entry.getValue().value())
                    .collect(Collectors.joining("\n", "[" + NAME + "]\n", "\n")))
        .map(SdkProfiles::file)
        .orElse(NONE);
  }

  private static ProfileFile file(String text) {
    return ProfileFile.builder().content(text).type(ProfileFile.Type.CONFIGURATION).build();
  }
}
