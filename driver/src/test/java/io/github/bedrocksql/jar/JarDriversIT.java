package io.github.bedrocksql.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Which drivers a program has that has the jar. In a process of its own, for DriverManager shows a
 * caller only the drivers of its own class loader.
 */
@Tag("long")
class JarDriversIT {
  private static final String PROGRAM =
      """
      import java.sql.Connection;
      import java.sql.DriverManager;

      public class Drivers {
        public static void main(String[] arguments) throws Exception {
          Connection connection = DriverManager.getConnection("jdbc:bedrock:sandbox=true");
          connection.createStatement().executeQuery("SELECT 1").close();
          connection.close();
          DriverManager.drivers().forEach(driver -> System.out.println(driver.getClass()));
        }
      }
      """;

  @TempDir private Path directory;

  @Test
  void calcitesOwnIsNotAmongThem() throws IOException, InterruptedException {
    Path program = Files.writeString(directory.resolve("Drivers.java"), PROGRAM);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                DriverJar.PATH.toString(),
                program.toString())
            .redirectErrorStream(true)
            .start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output).isEqualTo("class io.github.bedrocksql.jdbc.BedrockDriver");
  }
}
