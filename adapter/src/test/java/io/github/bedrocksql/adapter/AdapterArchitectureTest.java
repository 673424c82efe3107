package io.github.bedrocksql.adapter;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows of design.md: SQL → spec → calls → rows, and none backward. */
@AnalyzeClasses(
    packages = "io.github.bedrocksql",
    importOptions = ImportOption.DoNotIncludeTests.class)
class AdapterArchitectureTest {
  private static final String ADAPTER = "io.github.bedrocksql.adapter";

  @ArchTest
  static final ArchRule MODULES_USE_ONLY_THOSE_BELOW =
      noClasses()
          .that()
          .resideInAPackage(ADAPTER + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.github.bedrocksql.jdbc..", "io.github.bedrocksql.console..");

  @ArchTest
  static final ArchRule SANDBOX_KNOWS_NOBODY =
      noClasses()
          .that()
          .resideInAPackage("io.github.bedrocksql.sandbox..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ADAPTER + "..", "software.amazon..", "org.apache.calcite..");

  @ArchTest
  static final ArchRule PACKAGES_HAVE_NO_CYCLES =
      slices().matching(ADAPTER + ".(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule CALLS_KNOW_NO_PLANNER =
      noClasses()
          .that()
          .resideInAnyPackage(
              ADAPTER + ".access..",
              ADAPTER + ".api..",
              ADAPTER + ".execute..",
              ADAPTER + ".session..",
              ADAPTER + ".table..",
              ADAPTER + ".client..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.calcite.plan..",
              "org.apache.calcite.rel..",
              "org.apache.calcite.rex..",
              "org.apache.calcite.sql..",
              ADAPTER + ".plan..",
              ADAPTER + ".scan..");

  @ArchTest
  static final ArchRule PLANNER_KNOWS_NO_SDK =
      noClasses()
          .that()
          .resideInAnyPackage(
              ADAPTER + ".access..",
              ADAPTER + ".plan..",
              ADAPTER + ".scan..",
              ADAPTER + ".config..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("software.amazon..", ADAPTER + ".client..");

  @ArchTest
  static final ArchRule CHOICE_OF_CALLS_STANDS_ALONE =
      noClasses()
          .that()
          .resideInAPackage(ADAPTER + ".access..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              ADAPTER + ".api..",
              ADAPTER + ".client..",
              ADAPTER + ".config..",
              ADAPTER + ".execute..",
              ADAPTER + ".session..",
              ADAPTER + ".table..");

  @ArchTest
  static final ArchRule OPERATIONS_KNOW_NO_TABLE =
      noClasses()
          .that()
          .resideInAPackage(ADAPTER + ".api..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              ADAPTER + ".access..",
              ADAPTER + ".execute..",
              ADAPTER + ".session..",
              ADAPTER + ".table..");

  @ArchTest
  static final ArchRule SESSION_KNOWS_NO_ROWS =
      noClasses()
          .that()
          .resideInAPackage(ADAPTER + ".session..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(ADAPTER + ".table..", ADAPTER + ".execute..");

  private static DescribedPredicate<JavaClass> dependOn(String simpleName) {
    return describe(
        "depend on " + simpleName,
        checked ->
            checked.getDirectDependenciesFromSelf().stream()
                .anyMatch(
                    dependency -> dependency.getTargetClass().getSimpleName().equals(simpleName)));
  }

  /** Tables are data: whoever plans or runs a scan knows definitions, and none of them by name. */
  @ArchTest
  static final ArchRule NO_TABLE_IS_KNOWN_BY_NAME =
      classes()
          .that()
          .resideInAPackage(ADAPTER + ".table..")
          .and(dependOn("TableDraft"))
          .should()
          .onlyBeAccessed()
          .byAnyPackage(ADAPTER + ".table..");

  /** What a resource's calls, statuses and tables are called stands in its definition only. */
  @ArchTest
  static final ArchRule NO_RESOURCE_IS_KNOWN_BY_ITS_WORDS =
      classes()
          .that()
          .resideInAPackage(ADAPTER + "..")
          .and()
          .resideOutsideOfPackages(ADAPTER + ".table..", ADAPTER + ".api..")
          .should(new NameNoResource());

  @ArchTest
  static void wordsOfAResourceAreFoundWhereTheyAre(JavaClasses all) {
    ArchRule definitions =
        classes().that().haveSimpleName("ModelImportJobs").should(new NameNoResource());
    assertThat(definitions.evaluate(all).getFailureReport().getDetails())
        .anyMatch(fault -> fault.endsWith("'ListModelImportJobs'"))
        .anyMatch(fault -> fault.endsWith("'model_import_jobs'"))
        .anyMatch(fault -> fault.endsWith("'InProgress'"));
  }

  @ArchTest
  static final ArchRule DEFINITIONS_KNOW_NO_RULE_AND_NO_EXECUTOR =
      noClasses()
          .that()
          .resideInAPackage(ADAPTER + ".table..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              ADAPTER + ".execute..",
              ADAPTER + ".explain..",
              ADAPTER + ".plan..",
              ADAPTER + ".rules..",
              ADAPTER + ".scan..",
              ADAPTER + ".session..",
              "io.github.bedrocksql.jdbc..",
              "io.github.bedrocksql.dialect..");

  @ArchTest
  static final ArchRule CONFIG_AND_CLIENT_STAND_ALONE =
      noClasses()
          .that()
          .resideInAnyPackage(ADAPTER + ".config..", ADAPTER + ".client..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              ADAPTER + ".table..",
              ADAPTER + ".scan..",
              ADAPTER + ".plan..",
              ADAPTER + ".session..",
              ADAPTER + ".execute..");
}
