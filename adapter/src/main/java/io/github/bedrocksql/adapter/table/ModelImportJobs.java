package io.github.bedrocksql.adapter.table;

import static io.github.bedrocksql.adapter.table.Column.ColumnType.BIGINT;
import static io.github.bedrocksql.adapter.table.Column.ColumnType.TIMESTAMP;
import static io.github.bedrocksql.adapter.table.Column.ColumnType.VARCHAR;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.github.bedrocksql.adapter.client.ResponseBody;
import io.github.bedrocksql.adapter.table.Column.ColumnType;
import io.github.bedrocksql.adapter.table.Column.Level;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.bedrock.model.GetModelImportJobResponse;
import software.amazon.awssdk.services.bedrock.model.ListModelImportJobsResponse;
import software.amazon.awssdk.services.bedrock.model.ModelDataSource;
import software.amazon.awssdk.services.bedrock.model.ModelImportJobSummary;
import software.amazon.awssdk.services.bedrock.model.VpcConfig;

/** The table {@code model_import_jobs}. */
public final class ModelImportJobs {
  /** The API's pattern without its needless nesting, which backtracks without end. */
  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9+\\-.]*");

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Pattern ARN =
      Pattern.compile("arn:[^:]+:bedrock:(?<region>[^:]+):[^:]*:model-import-job/[A-Za-z0-9_.-]+");

  private ModelImportJobs() {}

  /** An answer of GetModelImportJob with its body, which alone has the tag of an unknown union. */
  record Detail(GetModelImportJobResponse job, byte[] body) {}

  /** Returns the definition. */
  public static TableDefinition<?, ?> definition() {
    ImmutableList<Column<ModelImportJobSummary, Detail>> columns = columns();
    return new TableDefinition<>(
        "model_import_jobs",
        "Custom model import jobs, one row each",
        columns,
        new Identifier(0, 1, 2, NAME, 63, ARN),
        OptionalInt.of(3),
        ImmutableSet.of("InProgress", "Completed", "Failed"),
        new Listing(),
        new Lookup());
  }

  private static ImmutableList<Column<ModelImportJobSummary, Detail>> columns() {
    return ImmutableList.<Column<ModelImportJobSummary, Detail>>builder()
        .add(
            summary(
                "job_identifier",
                VARCHAR,
                false,
                s -> s.jobArn(),
                d -> d.jobArn(),
                "The key to look a job up by: its ARN or its name"))
        .add(
            summary(
                "job_arn",
                VARCHAR,
                false,
                s -> s.jobArn(),
                d -> d.jobArn(),
                "ARN of the import job"))
        .add(
            summary(
                "job_name",
                VARCHAR,
                false,
                s -> s.jobName(),
                d -> d.jobName(),
                "Name of the import job"))
        .add(
            summary(
                "status",
                VARCHAR,
                false,
                s -> s.statusAsString(),
                d -> d.statusAsString(),
                "InProgress, Completed or Failed"))
        .add(
            summary(
                "imported_model_name",
                VARCHAR,
                true,
                s -> s.importedModelName(),
                d -> d.importedModelName(),
                "Name of the model that the job makes"))
        .add(
            summary(
                "imported_model_arn",
                VARCHAR,
                true,
                s -> s.importedModelArn(),
                d -> d.importedModelArn(),
                "ARN of the model made; the model may have been deleted since"))
        .add(
            summary(
                "creation_time",
                TIMESTAMP,
                false,
                s -> millis(s.creationTime()),
                d -> millis(d.creationTime()),
                "When the job was created, UTC"))
        .add(
            summary(
                "last_modified_time",
                TIMESTAMP,
                true,
                s -> millis(s.lastModifiedTime()),
                d -> millis(d.lastModifiedTime()),
                "When the job last changed, UTC"))
        .add(
            summary(
                "end_time",
                TIMESTAMP,
                true,
                s -> millis(s.endTime()),
                d -> millis(d.endTime()),
                "When the job completed or failed, UTC; null while it runs"))
        .add(
            summary(
                "duration_seconds",
                BIGINT,
                true,
                s -> seconds(s.creationTime(), s.endTime()),
                d -> seconds(d.creationTime(), d.endTime()),
                "Whole seconds from creation to end; null while the job runs"))
        .add(
            new Column<>(
                "region",
                VARCHAR,
                false,
                Level.SUMMARY,
                (s, region) -> region,
                (d, region) -> region,
                "Region of the job"))
        .add(
            summary(
                "account_id",
                VARCHAR,
                false,
                s -> account(s.jobArn()),
                d -> account(d.jobArn()),
                "Account of the job"))
        .add(detail("role_arn", d -> d.job().roleArn(), "Role that reads the model's files"))
        .add(
            detail(
                "model_data_source_type",
                ModelImportJobs::dataSourceType,
                "Kind of data source, as the API spells it"))
        .add(
            detail(
                "model_data_source_s3_uri", ModelImportJobs::s3Uri, "S3 URI of the model's files"))
        .add(detail("failure_message", d -> d.job().failureMessage(), "Why the job failed"))
        .add(
            detail(
                "vpc_config_subnet_ids",
                d ->
                    vpc(d)
                        .filter(VpcConfig::hasSubnetIds)
                        .map(v -> json(v.subnetIds()))
                        .orElse(null),
                "JSON array of the subnets' ids; null without a VPC"))
        .add(
            detail(
                "vpc_config_security_group_ids",
                d ->
                    vpc(d)
                        .filter(VpcConfig::hasSecurityGroupIds)
                        .map(v -> json(v.securityGroupIds()))
                        .orElse(null),
                "JSON array of the security groups' ids; null without a VPC"))
        .add(
            detail(
                "imported_model_kms_key_arn",
                d -> d.job().importedModelKmsKeyArn(),
                "KMS key that encrypts the model; null: a key owned by AWS"))
        .build();
  }

  private static Column<ModelImportJobSummary, Detail> summary(
      String name,
      ColumnType type,
      boolean nullable,
      Function<ModelImportJobSummary, Object> summary,
      Function<GetModelImportJobResponse, Object> detail,
      String remark) {
    return new Column<>(
        name,
        type,
        nullable,
        Level.SUMMARY,
        (s, region) -> summary.apply(s),
        (d, region) -> detail.apply(d.job()),
        remark);
  }

  private static Column<ModelImportJobSummary, Detail> detail(
      String name, Function<Detail, Object> detail, String remark) {
    return new Column<>(
        name, VARCHAR, true, Level.DETAIL, null, (d, region) -> detail.apply(d), remark);
  }

  private static Long millis(Instant instant) {
    return instant == null ? null : instant.toEpochMilli();
  }

  private static Long seconds(Instant start, Instant end) {
    return start == null || end == null ? null : Duration.between(start, end).toSeconds();
  }

  /** The fifth part of an ARN; null where a server gives another form. */
  private static String account(String arn) {
    List<String> parts = arn == null ? List.of() : Splitter.on(':').splitToList(arn);
    return parts.size() < 6 ? null : parts.get(4);
  }

  private static Optional<VpcConfig> vpc(Detail detail) {
    return Optional.ofNullable(detail.job().vpcConfig());
  }

  private static String json(List<String> ids) {
    try {
      return JSON.writeValueAsString(ids);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e); // A list of strings always has a JSON form.
    }
  }

  private static String s3Uri(Detail detail) {
    ModelDataSource source = detail.job().modelDataSource();
    return source == null || source.s3DataSource() == null ? null : source.s3DataSource().s3Uri();
  }

  private static String dataSourceType(Detail detail) {
    ModelDataSource source = detail.job().modelDataSource();
    if (source == null) {
      return null;
    }
    if (source.type() == ModelDataSource.Type.S3_DATA_SOURCE) {
      return "s3DataSource";
    }
    try {
      Iterator<String> tags = JSON.readTree(detail.body()).path("modelDataSource").fieldNames();
      return tags.hasNext() ? tags.next() : null;
    } catch (IOException e) {
      throw new UncheckedIOException("GetModelImportJob answered no JSON", e);
    }
  }

  private static final class Listing
      implements TableDefinition.ListOperation<ModelImportJobSummary> {
    @Override
    public String name() {
      return "ListModelImportJobs";
    }

    @Override
    public Page<ModelImportJobSummary> call(BedrockClient client, ListRequest request) {
      ListModelImportJobsResponse answer =
          client.listModelImportJobs(
              r ->
                  r.statusEquals(request.status().orElse(null))
                      .maxResults(request.maxResults())
                      .nextToken(request.nextToken().orElse(null)));
      return new Page<>(
          ImmutableList.copyOf(answer.modelImportJobSummaries()),
          Optional.ofNullable(answer.nextToken()));
    }
  }

  private static final class Lookup implements TableDefinition.GetOperation<Detail> {
    @Override
    public String name() {
      return "GetModelImportJob";
    }

    @Override
    public Detail call(BedrockClient client, String identifier) {
      AtomicReference<byte[]> body = new AtomicReference<>();
      GetModelImportJobResponse job =
          client.getModelImportJob(
              r ->
                  r.jobIdentifier(identifier)
                      .overrideConfiguration(
                          o -> o.putExecutionAttribute(ResponseBody.kept(), body)));
      return new Detail(job, body.get());
    }
  }
}
