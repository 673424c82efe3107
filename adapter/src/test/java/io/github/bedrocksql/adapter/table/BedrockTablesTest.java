package io.github.bedrocksql.adapter.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrocksql.adapter.access.ListCapability;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every definition of a table must keep to. */
class BedrockTablesTest {
  static Stream<TableDefinition> tables() {
    return BedrockTables.all().stream();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void eachTableIsFoundByItsName(boolean nativeArrays) {
    Map<String, TableDefinition> byName = BedrockTables.byName(nativeArrays);
    assertThat(byName.keySet())
        .containsExactlyElementsOf(tables().map(TableDefinition::name).toList());
    assertThat(byName).allSatisfy((name, table) -> assertThat(table.name()).isEqualTo(name));
  }

  @Test
  void namesOfTablesAreUnique() {
    assertThat(tables().map(TableDefinition::name)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void namesAreUniqueAndSnakeCase(TableDefinition table) {
    assertThat(table.name()).matches("[a-z][a-z0-9]*(_[a-z0-9]+)*");
    assertThat(table.columnNames())
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[a-z][a-z0-9]*(_[a-z0-9]+)*"));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void remarksArePresent(TableDefinition table) {
    assertThat(table.remark()).isNotBlank();
    assertThat(table.columns())
        .allSatisfy(column -> assertThat(column.remark()).as(column.name()).isNotBlank());
  }

  @ParameterizedTest
  @MethodSource("tables")
  void primaryKeysAreColumnsThatAreNeverNull(TableDefinition table) {
    assertThat(table.primaryKey()).isNotEmpty().doesNotHaveDuplicates();
    assertThat(table.primaryKey())
        .allSatisfy(key -> assertThat(table.columns().get(key).nullable()).isFalse())
        .contains(table.identifier().arnColumn());
    assertThat(table.primaryKey().size()).isEqualTo(table.elements().isPresent() ? 2 : 1);
  }

  /** So that the foreign key is the first column of the child's key, and the parent's is whole. */
  @ParameterizedTest
  @MethodSource("tables")
  void childrenReferToTheArnOfTheirParent(TableDefinition table) {
    assertThat(table.parent().isPresent()).isEqualTo(table.elements().isPresent());
    assertThat(tables().filter(t -> table.parent().equals(Optional.of(t.name()))))
        .hasSize(table.parent().isPresent() ? 1 : 0)
        .allSatisfy(
            parent -> {
              assertThat(parent.primaryKey()).containsExactly(parent.identifier().arnColumn());
              assertThat(table.primaryKey().get(0)).isEqualTo(table.identifier().arnColumn());
              assertThat(table.columnNames().get(table.primaryKey().get(0)))
                  .isEqualTo(parent.columnNames().get(parent.primaryKey().get(0)));
            });
  }

  @ParameterizedTest
  @MethodSource("tables")
  void eachLevelHasItsReaders(TableDefinition table) {
    assertThat(table.columns())
        .allSatisfy(
            column -> {
              switch (column.level()) {
                case SUMMARY -> {
                  assertThat(column.summary()).isNotNull();
                  assertThat(column.detail() == null).isEqualTo(column.isOnlyListed());
                  assertThat(column.element()).isNull();
                }
                case DETAIL -> {
                  assertThat(column.nullable()).as(column.name()).isTrue();
                  assertThat(column.summary()).isNull();
                  assertThat(column.detail()).isNotNull();
                  assertThat(column.element()).isNull();
                }
                case ELEMENT -> {
                  assertThat(column.nullable()).as(column.name()).isFalse();
                  assertThat(column.summary()).isNull();
                  assertThat(column.detail()).isNull();
                  assertThat(column.element()).isNotNull();
                }
              }
            });
  }

  @ParameterizedTest
  @MethodSource("tables")
  void onlyTablesOfElementsHaveColumnsOfElements(TableDefinition table) {
    assertThat(table.columns().stream().anyMatch(c -> c.level() == Column.Level.ELEMENT))
        .isEqualTo(table.elements().isPresent());
    table
        .elements()
        .ifPresent(
            lists ->
                assertThat(lists.ofSummary().isPresent() || lists.ofDetail().isPresent()).isTrue());
    for (int i = 0; i < table.columns().size(); i++) {
      Column.Level level = table.columns().get(i).level();
      assertThat(table.isDetail(i))
          .isEqualTo(
              level == Column.Level.DETAIL
                  || (level == Column.Level.ELEMENT && table.hasElementsOfDetail()));
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void keysAreColumnsOfTheSummary(TableDefinition table) {
    Identifier identifier = table.identifier();
    assertSummary(table, identifier.arnColumn(), "_arn");
    identifier.identifierColumn().ifPresent(i -> assertSummary(table, i, "_identifier"));
    assertThat(identifier.identifierColumn().isPresent())
        .isEqualTo(identifier.otherColumn().isPresent());
    identifier.otherColumn().ifPresent(i -> assertSummary(table, i, ""));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void whatListNarrowsByAreColumnsOfTheSummary(TableDefinition table) {
    ListCapability list = table.capability();
    assertSummary(table, list.regionColumn(), "region");
    list.accountColumn().ifPresent(column -> assertSummary(table, column, "account_id"));
    list.name().ifPresent(by -> assertSummary(table, by.column(), "_name"));
    list.creation()
        .ifPresent(
            by -> {
              assertSummary(table, by.column(), "");
              assertThat(table.columns().get(by.column()).name()).matches(".*(_time|_at)");
              Column column = table.columns().get(by.column());
              assertThat(column.type()).isEqualTo(ColumnType.TIMESTAMP);
              assertThat(column.nullable()).isFalse();
            });
    list.status()
        .ifPresent(
            by -> {
              assertSummary(table, by.column(), "status");
              assertThat(by.statuses().all()).isNotEmpty().doesNotHaveDuplicates();
            });
    list.equal().keySet().forEach(column -> assertSummary(table, column, ""));
  }

  private static void assertSummary(TableDefinition table, int ordinal, String nameEnds) {
    assertThat(ordinal).isBetween(0, table.columns().size() - 1);
    assertThat(table.columns().get(ordinal).name()).endsWith(nameEnds);
    assertThat(table.isDetail(ordinal)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void onlyOperationsThatRead(TableDefinition table) {
    assertThat(table.list().name()).startsWith("List");
    assertThat(table.get().name()).matches("(Get|ListTags).*");
    assertThat(table.get().parameter()).matches("[a-zA-Z]+(Identifier|Id|A(?:rn|RN))");
  }

  @Test
  void columnsOfTheJobs() {
    assertThat(Tables.named("model_import_jobs").columnNames())
        .containsExactly(
            "job_identifier",
            "job_arn",
            "job_name",
            "status",
            "imported_model_name",
            "imported_model_arn",
            "creation_time",
            "last_modified_time",
            "end_time",
            "duration_seconds",
            "region",
            "account_id",
            "role_arn",
            "model_data_source_type",
            "model_data_source_s3_uri",
            "failure_message",
            "vpc_config_subnet_ids",
            "vpc_config_security_group_ids",
            "imported_model_kms_key_arn");
  }
}
