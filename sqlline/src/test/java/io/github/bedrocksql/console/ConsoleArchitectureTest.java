package io.github.bedrocksql.console;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The driver is reached through java.sql, and by the interface that counts its calls. */
@AnalyzeClasses(
    packages = "io.github.bedrocksql.console",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ConsoleArchitectureTest {
  @ArchTest
  static final ArchRule KNOWS_ONLY_ITSELF =
      noClasses()
          .should()
          .dependOnClassesThat(
              DescribedPredicate.describe(
                  "are other modules' or what these are built on",
                  ConsoleArchitectureTest::isForeign));

  private static boolean isForeign(JavaClass type) {
    String name = type.getPackageName();
    if (type.getFullName().equals("io.github.bedrocksql.jdbc.BedrockConnection")
        || type.getFullName().equals("io.github.bedrocksql.jdbc.ApiUsage")) {
      return false;
    }
    boolean ours = name.startsWith("io.github.bedrocksql");
    return (ours && !name.startsWith("io.github.bedrocksql.console"))
        || name.startsWith("software.amazon.")
        || name.startsWith("org.apache.");
  }
}
