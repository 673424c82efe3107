package io.github.bedrocksql.clients.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrocksql.clients.ClassPath;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the tests of this module test is the jar that users get, beside Spark's own libraries. */
class SelfContainedJarIT {
  @Test
  void theDriverComesFromTheJarWithoutItsLibraries() throws Exception {
    Path jar = Path.of(System.getProperty("driver.jar"));
    assertThat(ClassPath.ofDriver().toRealPath()).isEqualTo(jar.toRealPath());
    assertThat(ClassPath.holds("org.apache.calcite.jdbc.Driver")).isFalse();
    assertThat(ClassPath.holds("software.amazon.awssdk.core.SdkClient")).isFalse();
  }
}
