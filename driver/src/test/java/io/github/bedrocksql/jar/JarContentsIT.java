package io.github.bedrocksql.jar;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** What is in the jar, and what must not be. */
class JarContentsIT {
  /** Some room above what it is; whoever adds a library sees its price here. */
  private static final long LARGEST = 30_000_000;

  private static ImmutableList<String> names() throws IOException {
    try (JarFile jar = new JarFile(DriverJar.PATH.toFile())) {
      return jar.stream()
          .filter(entry -> !entry.isDirectory())
          .map(JarEntry::getName)
          .collect(ImmutableList.toImmutableList());
    }
  }

  private static String text(String name) throws IOException {
    try (JarFile jar = new JarFile(DriverJar.PATH.toFile())) {
      return new String(
          jar.getInputStream(jar.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void isSmall() throws IOException {
    assertThat(Files.size(DriverJar.PATH)).isLessThan(LARGEST);
  }

  @Test
  void nothingStandsWhereAnotherLibraryCouldStand() throws IOException {
    assertThat(names())
        .allMatch(name -> name.startsWith("io/github/bedrocksql/") || name.startsWith("META-INF/"))
        .noneMatch(name -> name.startsWith("META-INF/versions/"))
        .noneMatch(name -> name.startsWith("META-INF/") && name.endsWith(".class"))
        .noneMatch(name -> name.endsWith("module-info.class"))
        .doesNotHaveDuplicates();
  }

  @Test
  void servicesAreRelocatedWithTheirProviders() throws IOException {
    List<String> services =
        names().stream().filter(name -> name.startsWith("META-INF/services/")).toList();
    assertThat(services)
        .contains("META-INF/services/java.sql.Driver")
        .allMatch(
            name -> name.endsWith("/java.sql.Driver") || name.contains("/io.github.bedrocksql."));
    for (String service : services) {
      List<String> providers =
          text(service)
              .lines()
              .map(line -> line.replaceAll("#.*", "").strip())
              .filter(line -> !line.isEmpty())
              .toList();
      assertThat(providers)
          .as(service)
          .isNotEmpty()
          .allMatch(provider -> provider.startsWith("io.github.bedrocksql."));
      assertThat(names())
          .containsAll(providers.stream().map(p -> p.replace('.', '/') + ".class").toList());
    }
    assertThat(text("META-INF/services/java.sql.Driver").strip())
        .isEqualTo("io.github.bedrocksql.jdbc.BedrockDriver");
  }

  @Test
  void theManifestNamesTheProductAndTheModule() throws IOException {
    try (JarFile jar = new JarFile(DriverJar.PATH.toFile())) {
      Attributes attributes = jar.getManifest().getMainAttributes();
      assertThat(attributes.getValue("Automatic-Module-Name"))
          .isEqualTo("io.github.bedrocksql.jdbc");
      assertThat(attributes.getValue("Implementation-Title")).isEqualTo("Bedrock SQL JDBC driver");
      assertThat(attributes.getValue("Implementation-Version"))
          .isEqualTo(System.getProperty("driver.version"));
    }
  }

  @Test
  void saysWhatIsInsideAndUnderWhichLicences() throws IOException {
    assertThat(text("META-INF/LICENSE")).contains("Apache License").contains("Version 2.0");
    assertThat(text("META-INF/NOTICE")).contains("Apache Calcite");
    assertThat(text("META-INF/THIRD-PARTY.txt"))
        .contains("org.apache.calcite:calcite-core:")
        .contains("software.amazon.awssdk:bedrock:")
        .contains("org.locationtech.jts:jts-core:");
    assertThat(text("META-INF/LICENSES-OF-LIBRARIES.txt"))
        .contains("QOS.ch", "Arno Unkrig", "Google Inc.", "INRIA", "Mozilla Public License 2.0");
  }

  @DisabledIfSystemProperty(
      named = "build.settings",
      matches = "offline=true",
      disabledReason = "CycloneDX looks nothing up offline, and writes nothing")
  @Test
  void hasABillOfMaterials() throws IOException {
    assertThat(text("META-INF/sbom/bedrock-sql-driver-cyclonedx.json"))
        .contains("\"bomFormat\" : \"CycloneDX\"")
        .contains("pkg:maven/org.apache.calcite/calcite-core@")
        .doesNotContain("junit", "com.h2database");
  }
}
