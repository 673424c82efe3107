package io.github.bedrocksql.adapter.table;

import static io.github.bedrocksql.adapter.table.Column.ColumnType.BIGINT;
import static io.github.bedrocksql.adapter.table.Column.ColumnType.TIMESTAMP;
import static io.github.bedrocksql.adapter.table.Column.ColumnType.VARCHAR;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.bedrocksql.adapter.access.ListCapability;
import io.github.bedrocksql.adapter.access.Statuses;
import io.github.bedrocksql.adapter.table.JobOperations.DataSources;
import io.github.bedrocksql.adapter.table.JobOperations.JobDetail;
import io.github.bedrocksql.adapter.table.TableDefinition.Freshness;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.bedrock.model.ModelImportJobSummary;

/** The table {@code model_import_jobs}. */
final class ModelImportJobs {
  /** The API's pattern without its needless nesting, which backtracks without end. */
  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9+\\-.]*");

  /** The table's name, to which its child tables refer. */
  static final String TABLE = "model_import_jobs";

  private static final int MAX_NAME_LENGTH = 63;

  /** One job runs at a time in an account and Region (quota). */
  private static final Statuses STATUSES =
      Statuses.changing("InProgress").andLast("Completed", "Failed").withMost(1, "InProgress");

  private static final Pattern ARN = Identifier.arnOf("model-import-job");

  private ModelImportJobs() {}

  static TableDefinition<?, ?> definition(boolean nativeArrays) {
    ImmutableList<Column<ModelImportJobSummary, JobDetail>> columns = columns(nativeArrays);
    return new TableDefinition<>(
        TABLE,
        "Custom model import jobs, one row each",
        columns,
        ImmutableList.of(ordinal(columns, "job_arn")),
        Optional.empty(),
        identifier(columns),
        capability(columns),
        new JobOperations.Listing(),
        new JobOperations.Lookup(),
        Optional.empty(),
        Optional.of(freshness()));
  }

  /** Returns how jobs are looked up, for a table that has the job's three key columns. */
  static Identifier identifier(ImmutableList<? extends Column<?, ?>> columns) {
    return new Identifier(
        ordinal(columns, "job_identifier"),
        ordinal(columns, "job_arn"),
        ordinal(columns, "job_name"),
        NAME,
        MAX_NAME_LENGTH,
        ARN);
  }

  /** Returns how jobs are looked up where only the ARN will do. */
  static Identifier arnOnly(ImmutableList<? extends Column<?, ?>> columns) {
    return new Identifier(-1, ordinal(columns, "job_arn"), -1, NAME, MAX_NAME_LENGTH, ARN);
  }

  /** A job that has ended and shows the same time of change has the same details. */
  static Freshness<ModelImportJobSummary, JobDetail> freshness() {
    return new Freshness<>(
        s -> state(s.statusAsString(), s.lastModifiedTime()),
        d -> state(d.job().statusAsString(), d.job().lastModifiedTime()));
  }

  private static String state(String status, Instant modified) {
    // A status that is not known here may be one of a job that still changes.
    return status == null || modified == null || !STATUSES.last().contains(status)
        ? null
        : status + " " + modified;
  }

  private static ListCapability capability(ImmutableList<? extends Column<?, ?>> columns) {
    return new ListCapability(
        Optional.of(
            new ListCapability.ByStatus(ordinal(columns, "status"), "statusEquals", STATUSES)),
        ImmutableMap.of(),
        Optional.of(byName(columns)),
        Optional.of(byCreation(columns)),
        ordinal(columns, "region"),
        Optional.of(ordinal(columns, "account_id")));
  }

  /** Returns what ListModelImportJobs narrows by where only a job's keys are columns. */
  static ListCapability keysOnly(
      ImmutableList<? extends Column<?, ?>> columns, Optional<ListCapability.ByPart> name) {
    return new ListCapability(
        Optional.empty(),
        ImmutableMap.of(),
        name,
        Optional.empty(),
        ordinal(columns, "region"),
        Optional.of(ordinal(columns, "account_id")));
  }

  static ListCapability.ByPart byName(ImmutableList<? extends Column<?, ?>> columns) {
    return new ListCapability.ByPart(ordinal(columns, "job_name"), "nameContains", NAME);
  }

  private static ListCapability.ByTime byCreation(ImmutableList<? extends Column<?, ?>> columns) {
    return new ListCapability.ByTime(
        ordinal(columns, "creation_time"), "creationTimeAfter", "creationTimeBefore", true);
  }

  private static int ordinal(ImmutableList<? extends Column<?, ?>> columns, String name) {
    return TableDefinition.ordinal(columns, name);
  }

  private static ImmutableList<Column<ModelImportJobSummary, JobDetail>> columns(
      boolean nativeArrays) {
    ColumnList<ModelImportJobSummary, JobDetail> columns = keys();
    columns
        .required(
            "status",
            VARCHAR,
            s -> s.statusAsString(),
            d -> d.job().statusAsString(),
            "How far the job is: InProgress, Completed or Failed")
        .summary(
            "imported_model_name",
            VARCHAR,
            s -> s.importedModelName(),
            d -> d.job().importedModelName(),
            "Name that was asked for the model; null: the API gave none")
        .summary(
            "imported_model_arn",
            VARCHAR,
            s -> s.importedModelArn(),
            d -> d.job().importedModelArn(),
            "ARN of the model that was made, which may be deleted since; null: none was made yet");
    times(columns);
    columns.place("job", s -> s.jobArn(), d -> d.job().jobArn());
    details(columns, nativeArrays);
    return columns.build();
  }

  /** Returns the key columns, which the job's child tables have too. */
  static ColumnList<ModelImportJobSummary, JobDetail> keys() {
    return new ColumnList<ModelImportJobSummary, JobDetail>()
        .required(
            "job_identifier",
            VARCHAR,
            s -> s.jobArn(),
            d -> d.job().jobArn(),
            "The key to look a job up by: its ARN or its name")
        .required(
            "job_arn",
            VARCHAR,
            s -> s.jobArn(),
            d -> d.job().jobArn(),
            "ARN of the import job, the only sure key")
        .required(
            "job_name",
            VARCHAR,
            s -> s.jobName(),
            d -> d.job().jobName(),
            "Name that the job was given");
  }

  private static void times(ColumnList<ModelImportJobSummary, JobDetail> columns) {
    columns
        .required(
            "creation_time",
            TIMESTAMP,
            s -> Values.millis(s.creationTime()),
            d -> Values.millis(d.job().creationTime()),
            "When the job was created, UTC")
        .summary(
            "last_modified_time",
            TIMESTAMP,
            s -> Values.millis(s.lastModifiedTime()),
            d -> Values.millis(d.job().lastModifiedTime()),
            "When the job last changed, UTC; null: the API gave none")
        .summary(
            "end_time",
            TIMESTAMP,
            s -> Values.millis(s.endTime()),
            d -> Values.millis(d.job().endTime()),
            "When the job completed or failed, UTC; null while it runs")
        .summary(
            "duration_seconds",
            BIGINT,
            s -> Values.seconds(s.creationTime(), s.endTime()),
            d -> Values.seconds(d.job().creationTime(), d.job().endTime()),
            "Whole seconds from creation to end; null while the job runs");
  }

  private static void details(
      ColumnList<ModelImportJobSummary, JobDetail> columns, boolean nativeArrays) {
    columns
        .detail(
            "role_arn",
            VARCHAR,
            d -> d.job().roleArn(),
            "IAM role that the job takes to read the model's files; null: the API gave none")
        .detail(
            "model_data_source_type",
            VARCHAR,
            JobDetail::dataSourceType,
            "Kind of place that the files come from, as the API spells it; null: the API gave none")
        .detail(
            "model_data_source_s3_uri",
            VARCHAR,
            d -> DataSources.s3Uri(d.job().modelDataSource()),
            "Amazon S3 URI of the model's files; null: they come from elsewhere")
        .detail(
            "failure_message",
            VARCHAR,
            d -> d.job().failureMessage(),
            "Why the job failed; null: it did not");
    vpc(columns, nativeArrays);
    columns.detail(
        "imported_model_kms_key_arn",
        VARCHAR,
        d -> d.job().importedModelKmsKeyArn(),
        "ARN of the KMS key that encrypts the model; null: a key that AWS owns");
  }

  private static void vpc(
      ColumnList<ModelImportJobSummary, JobDetail> columns, boolean nativeArrays) {
    String subnets = "vpc_config_subnet_ids";
    String groups = "vpc_config_security_group_ids";
    if (nativeArrays) {
      columns
          .array(
              subnets, JobDetail::subnetIds, "Ids of subnets that the job works in; empty: no VPC")
          .array(
              groups,
              JobDetail::securityGroupIds,
              "Ids of security groups that the job works with; empty: no VPC");
    } else {
      columns
          .detail(
              subnets,
              VARCHAR,
              JobDetail::subnetIdsJson,
              "Subnets that the job works in, a JSON array of ids; null: no VPC")
          .detail(
              groups,
              VARCHAR,
              JobDetail::securityGroupIdsJson,
              "Security groups that the job works with, a JSON array of ids; null: no VPC");
    }
  }
}
