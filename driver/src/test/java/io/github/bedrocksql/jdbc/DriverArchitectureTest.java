package io.github.bedrocksql.jdbc;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows of the driver: JDBC above the adapter's front, nothing of what it does inside. */
@AnalyzeClasses(
    packages = {"io.github.bedrocksql.jdbc", "io.github.bedrocksql.dialect"},
    importOptions = ImportOption.DoNotIncludeTests.class)
class DriverArchitectureTest {
  @ArchTest
  static final ArchRule ONLY_THE_FRONT_OF_THE_ADAPTER =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.github.bedrocksql.adapter.plan..",
              "io.github.bedrocksql.adapter.scan..",
              "io.github.bedrocksql.console..",
              "io.github.bedrocksql.sandbox..",
              "software.amazon..");

  @ArchTest
  static final ArchRule THE_DIALECT_KNOWS_NO_JDBC_OBJECT =
      noClasses()
          .that()
          .resideInAPackage("io.github.bedrocksql.dialect..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.github.bedrocksql.jdbc");
}
