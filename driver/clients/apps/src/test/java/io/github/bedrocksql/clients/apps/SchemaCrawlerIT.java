package io.github.bedrocksql.clients.apps;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrocksql.clients.Wire;
import java.io.StringWriter;
import java.util.Collection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import schemacrawler.inclusionrule.IncludeAll;
import schemacrawler.schema.Catalog;
import schemacrawler.schema.Column;
import schemacrawler.schema.ForeignKey;
import schemacrawler.schema.Schema;
import schemacrawler.schema.Table;
import schemacrawler.schemacrawler.LimitOptionsBuilder;
import schemacrawler.schemacrawler.LoadOptionsBuilder;
import schemacrawler.schemacrawler.SchemaCrawlerOptions;
import schemacrawler.schemacrawler.SchemaCrawlerOptionsBuilder;
import schemacrawler.schemacrawler.SchemaInfoLevelBuilder;
import schemacrawler.tools.executable.SchemaCrawlerExecutable;
import schemacrawler.tools.options.OutputOptionsBuilder;
import us.fatehi.utility.datasource.DatabaseConnectionSource;
import us.fatehi.utility.datasource.DatabaseConnectionSources;
import us.fatehi.utility.datasource.MultiUseUserCredentials;

/** SchemaCrawler asks for everything there is to know, routines, privileges and keywords too. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SchemaCrawlerIT {
  private final StringWriter text = new StringWriter();
  private Wire wire;
  private Catalog catalog;

  @BeforeAll
  void crawl() throws Exception {
    wire = Wire.withSampleJobs();
    SchemaCrawlerOptions options =
        SchemaCrawlerOptionsBuilder.newSchemaCrawlerOptions()
            .withLimitOptions(
                LimitOptionsBuilder.builder()
                    .includeSchemas(new IncludeAll())
                    .includeAllRoutines()
                    .includeAllSequences()
                    .includeAllSynonyms()
                    .tableTypes("TABLE", "SYSTEM TABLE")
                    .toOptions())
            .withLoadOptions(
                LoadOptionsBuilder.builder()
                    .withSchemaInfoLevel(SchemaInfoLevelBuilder.maximum())
                    .toOptions());
    try (DatabaseConnectionSource connections =
        DatabaseConnectionSources.newDatabaseConnectionSource(
            wire.url(), new MultiUseUserCredentials("a", "s"))) {
      SchemaCrawlerExecutable executable = new SchemaCrawlerExecutable("schema");
      executable.setSchemaCrawlerOptions(options);
      executable.setOutputOptions(
          OutputOptionsBuilder.builder()
              .withOutputFormatValue("text")
              .withOutputWriter(text)
              .toOptions());
      executable.setDataSource(connections);
      executable.execute();
      catalog = executable.getCatalog();
    }
  }

  @AfterAll
  void close() {
    wire.close();
  }

  private Table table(String name) {
    Schema schema = catalog.lookupSchema("bedrock").orElseThrow();
    return catalog.<Table>lookupTable(schema, name).orElseThrow();
  }

  @Test
  void noCall() {
    assertThat(wire.calls()).isEmpty();
  }

  @Test
  void product() {
    assertThat(catalog.getDatabaseInfo().getProductName()).contains("Bedrock");
    assertThat(catalog.getJdbcDriverInfo().getDriverClassName()).isEqualTo(Wire.DRIVER);
  }

  @Test
  void tables() {
    Schema schema = catalog.lookupSchema("bedrock").orElseThrow();
    assertThat(catalog.getTables(schema))
        .extracting(Table::getName)
        .contains(
            "model_import_jobs",
            "imported_models",
            "model_import_job_subnets",
            "model_import_job_security_groups",
            "model_import_job_tags",
            "custom_model_tags",
            "custom_models",
            "imported_model_tags",
            "provisioned_model_throughputs",
            "evaluation_jobs",
            "api_calls",
            "region_status");
    assertThat(table("imported_models").getRemarks()).isEqualTo("Imported models, one row each");
  }

  @Test
  void columns() {
    Column created = table("model_import_jobs").<Column>lookupColumn("creation_time").orElseThrow();
    assertThat(created.getColumnDataType().getName()).isEqualTo("TIMESTAMP");
    assertThat(created.getColumnDataType().getTypeMappedClass())
        .isEqualTo(java.sql.Timestamp.class);
    assertThat(created.isNullable()).isFalse();
    assertThat(table("model_import_jobs").getColumns())
        .allSatisfy(column -> assertThat(column.getRemarks()).as(column.getName()).isNotBlank());
  }

  @Test
  void keys() {
    Table jobs = table("model_import_jobs");
    assertThat(jobs.getPrimaryKey().getConstrainedColumns())
        .extracting(Column::getName)
        .containsExactly("job_arn");
    assertThat(jobs.<Column>lookupColumn("job_arn").orElseThrow().isPartOfPrimaryKey()).isTrue();
    Collection<ForeignKey> keys = table("model_import_job_tags").getImportedForeignKeys();
    assertThat(keys)
        .singleElement()
        .satisfies(
            key -> {
              assertThat(key.getPrimaryKeyTable()).isEqualTo(jobs);
              assertThat(key.getColumnReferences().get(0).getForeignKeyColumn().getName())
                  .isEqualTo("job_arn");
            });
    assertThat(jobs.getExportedForeignKeys()).hasSizeGreaterThanOrEqualTo(3);
  }

  @Test
  void textOutput() {
    assertThat(text.toString())
        .contains("bedrock.model_import_jobs")
        .contains("creation_time")
        .contains("TIMESTAMP")
        .contains("[primary key]")
        .contains("[foreign key");
  }
}
