package io.github.bedrocksql.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What tells that somebody has set up AWS here, or that this machine is one of AWS's. */
final class AwsTraces {
  private static final String VARIABLE = "AWS_";
  private static final String PROPERTY = "aws.";

  /** How the AWS CLI prints and whom machines trust: that says nothing of an account. */
  private static final Set<String> OF_NO_ACCOUNT =
      Set.of(
          "AWS_CA_BUNDLE",
          "AWS_CLI_AUTO_PROMPT",
          "AWS_CLI_FILE_ENCODING",
          "AWS_CLI_HISTORY_FILE",
          "AWS_DEFAULT_OUTPUT",
          "AWS_EC2_METADATA_DISABLED",
          "AWS_PAGER");

  /**
   * Where Linux tells what machine it is on; other systems are no instances, or say AWS_ things.
   */
  private static final Path MACHINES = Path.of("/sys/devices/virtual/dmi/id");

  private AwsTraces() {}

  /** Returns whether there are any. */
  static boolean areThere(Map<String, String> env) {
    return env.entrySet().stream()
            .anyMatch(variable -> isOfAccount(variable.getKey()) && !variable.getValue().isBlank())
        || System.getProperties().stringPropertyNames().stream()
            .anyMatch(name -> name.startsWith(PROPERTY))
        || Stream.of("config", "credentials")
            .anyMatch(
                name -> Files.exists(ConnectionTarget.home(env).resolve(".aws").resolve(name)))
        || isInstance(MACHINES);
  }

  private static boolean isOfAccount(String name) {
    return name.startsWith(VARIABLE) && !OF_NO_ACCOUNT.contains(name);
  }

  /** Asks no network, which would keep everyone else waiting for an answer. */
  static boolean isInstance(Path machine) {
    return Stream.of("sys_vendor", "board_vendor", "product_version", "bios_version")
        .map(machine::resolve)
        .anyMatch(file -> read(file).contains("amazon"));
  }

  private static String read(Path file) {
    try {
      return Files.isReadable(file)
          ? Files.readString(file, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT)
          : "";
    } catch (IOException e) {
      return ""; // Such files can be there and say nothing.
    }
  }
}
