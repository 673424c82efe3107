package io.github.bedrocksql.jdbc;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlNode;

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
          .resideInAPackage("io.github.bedrocksql.jdbc..");

  @ArchTest
  static final ArchRule PACKAGES_HAVE_NO_CYCLES =
      slices().matching("io.github.bedrocksql.jdbc.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule PACKAGES_OF_THE_DIALECT_HAVE_NO_CYCLES =
      slices().matching("io.github.bedrocksql.dialect.(*)..").should().beFreeOfCycles();

  /** The package itself only puts together what its packages are. */
  @ArchTest
  static final ArchRule NOTHING_LOOKS_UP_TO_THE_DIALECT =
      noClasses()
          .that()
          .resideInAPackage("io.github.bedrocksql.dialect.*..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.github.bedrocksql.dialect");

  /** What runs inside a plan knows values, not how the text was read. */
  @ArchTest
  static final ArchRule VALUES_KNOW_NO_PARSE_TREE =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.github.bedrocksql.dialect.json",
              "io.github.bedrocksql.dialect.pattern",
              "io.github.bedrocksql.dialect.routine",
              "io.github.bedrocksql.dialect.template",
              "io.github.bedrocksql.dialect.time")
          .should()
          .dependOnClassesThat(
              assignableTo(SqlNode.class)
                  .or(assignableTo(RexNode.class))
                  .or(assignableTo(RelNode.class)));

  @ArchTest
  static final ArchRule TREES_KNOW_NO_ROW_EXPRESSION =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.github.bedrocksql.dialect.tree", "io.github.bedrocksql.dialect.rewrite")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.calcite.rex..");

  /** Errors, values and metadata stand below the JDBC objects. */
  @ArchTest
  static final ArchRule NOTHING_LOOKS_UP_TO_THE_JDBC_OBJECTS =
      noClasses()
          .that()
          .resideInAPackage("io.github.bedrocksql.jdbc.*..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.github.bedrocksql.jdbc");

  @ArchTest
  static final ArchRule ERRORS_STAND_ALONE =
      noClasses()
          .that()
          .resideInAPackage("io.github.bedrocksql.jdbc.error")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.github.bedrocksql.jdbc.value",
              "io.github.bedrocksql.jdbc.metadata",
              "io.github.bedrocksql.dialect..");

  @ArchTest
  static final ArchRule A_TEXT_NEEDS_NO_PARSER =
      noClasses()
          .that()
          .resideInAPackage("io.github.bedrocksql.dialect.text")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.github.bedrocksql.dialect", "org.apache.calcite.sql.parser..");
}
