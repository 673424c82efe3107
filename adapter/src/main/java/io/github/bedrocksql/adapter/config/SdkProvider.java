package io.github.bedrocksql.adapter.config;

import com.google.common.base.Joiner;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The credentials providers of the AWS SDK that need no settings of their own. A closed list: what
 * a user writes is compared with it, and never a name to load a class by.
 */
public enum SdkProvider {
  ANONYMOUS("AnonymousCredentialsProvider"),
  CONTAINER("ContainerCredentialsProvider"),
  DEFAULT("DefaultCredentialsProvider"),
  ENVIRONMENT_VARIABLE("EnvironmentVariableCredentialsProvider"),
  INSTANCE_PROFILE("InstanceProfileCredentialsProvider"),
  PROFILE("ProfileCredentialsProvider"),
  SYSTEM_PROPERTY("SystemPropertyCredentialsProvider"),
  WEB_IDENTITY_TOKEN_FILE("WebIdentityTokenFileCredentialsProvider");

  /** In pieces: the build of the self-contained jar moves the SDK, and rewrites its names. */
  private static final String SDK_PACKAGE =
      Joiner.on('.').join("software", "amazon", "awssdk", "auth", "credentials");

  private final String simpleName;

  SdkProvider(String simpleName) {
    this.simpleName = simpleName;
  }

  /** Returns the name of the class, without its package. */
  public String simpleName() {
    return simpleName;
  }

  /** Returns the provider of a class name, with the SDK's package or without any. */
  static Optional<SdkProvider> named(String name) {
    return Arrays.stream(values())
        .filter(
            provider ->
                name.equals(provider.simpleName)
                    || name.equals(SDK_PACKAGE + "." + provider.simpleName))
        .findFirst();
  }

  /** Returns all names, for messages. */
  static String names() {
    return Arrays.stream(values()).map(SdkProvider::simpleName).collect(Collectors.joining(", "));
  }
}
