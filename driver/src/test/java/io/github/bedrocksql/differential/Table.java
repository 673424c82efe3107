package io.github.bedrocksql.differential;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.differential.Column.ColumnType;
import java.util.Optional;

/**
 * A table, a derived one too.
 *
 * @param key columns whose values no two rows share
 * @param identified the columns that the identifier stands for, ARN and name; empty if there is no
 *     identifier
 */
record Table(
    String name,
    ImmutableList<Column> columns,
    ImmutableList<String> key,
    ImmutableList<String> identified) {
  static final Table JOBS =
      new Table(
          "model_import_jobs",
          ImmutableList.of(
              must("job_identifier", Column.IDENTIFIER),
              must("job_arn"),
              must("job_name"),
              must("status"),
              text("imported_model_name", "model_name"),
              text("imported_model_arn", "model_arn"),
              new Column("creation_time", ColumnType.TIME, false, "creation_time"),
              new Column("last_modified_time", ColumnType.TIME, true, "last_modified_time"),
              new Column("end_time", ColumnType.TIME, true, "last_modified_time"),
              new Column("duration_seconds", ColumnType.LONG, true, "duration_seconds"),
              must("region"),
              must("account_id"),
              text("role_arn"),
              text("model_data_source_type"),
              text("model_data_source_s3_uri"),
              text("failure_message"),
              text("vpc_config_subnet_ids"),
              text("vpc_config_security_group_ids"),
              text("imported_model_kms_key_arn", "kms_key_arn")),
          ImmutableList.of("job_arn"),
          ImmutableList.of("job_arn", "job_name"));

  static final Table MODELS =
      new Table(
          "imported_models",
          ImmutableList.of(
              must("model_identifier", Column.IDENTIFIER),
              must("model_arn"),
              must("model_name"),
              new Column("creation_time", ColumnType.TIME, false, "last_modified_time"),
              new Column("instruct_supported", ColumnType.BOOL, true, "instruct_supported"),
              text("model_architecture"),
              must("region"),
              must("account_id"),
              text("job_arn"),
              text("job_name"),
              text("model_data_source_type"),
              text("model_data_source_s3_uri"),
              text("model_kms_key_arn", "kms_key_arn"),
              new Column("custom_model_units_per_model_copy", ColumnType.LONG, true, "units"),
              text("custom_model_units_version")),
          ImmutableList.of("model_arn"),
          ImmutableList.of("model_arn", "model_name"));

  static final Table SUBNETS = element("model_import_job_subnets", "subnet_id");
  static final Table SECURITY_GROUPS =
      element("model_import_job_security_groups", "security_group_id");
  static final Table JOB_TAGS = tags("model_import_job_tags", "job_arn");
  static final Table MODEL_TAGS = tags("imported_model_tags", "model_arn");

  private static Table element(String name, String value) {
    return new Table(
        name,
        ImmutableList.of(
            must("job_identifier", Column.IDENTIFIER),
            must("job_arn"),
            must("job_name"),
            new Column("ordinal_position", ColumnType.LONG, false, "ordinal_position"),
            must(value),
            must("region"),
            must("account_id")),
        ImmutableList.of("job_arn", "ordinal_position"),
        ImmutableList.of("job_arn", "job_name"));
  }

  private static Table tags(String name, String parent) {
    return new Table(
        name,
        ImmutableList.of(
            must(parent), must("tag_key"), must("tag_value"), must("region"), must("account_id")),
        ImmutableList.of(parent, "tag_key"),
        ImmutableList.of());
  }

  private static Column must(String name) {
    return must(name, name);
  }

  private static Column must(String name, String kind) {
    return new Column(name, ColumnType.TEXT, false, kind);
  }

  private static Column text(String name) {
    return text(name, name);
  }

  private static Column text(String name, String kind) {
    return new Column(name, ColumnType.TEXT, true, kind);
  }

  /** Returns a derived table without an identifier. */
  static Table derived(ImmutableList<Column> columns, ImmutableList<String> key) {
    return new Table("", columns, key, ImmutableList.of());
  }

  boolean isDerived() {
    return name.isEmpty();
  }

  Column column(String columnName) {
    return columns.stream().filter(c -> c.name().equals(columnName)).findFirst().orElseThrow();
  }

  boolean has(String columnName) {
    return columns.stream().anyMatch(c -> c.name().equals(columnName));
  }

  Optional<Column> identifier() {
    return columns.stream().filter(Column::isIdentifier).findFirst();
  }
}
