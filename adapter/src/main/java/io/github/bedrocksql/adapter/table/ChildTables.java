package io.github.bedrocksql.adapter.table;

import static io.github.bedrocksql.adapter.table.Column.ColumnType.INTEGER;
import static io.github.bedrocksql.adapter.table.Column.ColumnType.VARCHAR;

import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.access.ListCapability;
import io.github.bedrocksql.adapter.client.CallTrace;
import io.github.bedrocksql.adapter.table.JobOperations.JobDetail;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.bedrock.model.ImportedModelSummary;
import software.amazon.awssdk.services.bedrock.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.bedrock.model.ModelImportJobSummary;
import software.amazon.awssdk.services.bedrock.model.Tag;

/** The tables of what a job or a model has several of: a row each. */
final class ChildTables {
  private ChildTables() {}

  static TableDefinition<?, ?> subnets() {
    return ofJob(
        "model_import_job_subnets",
        "Subnets of the import jobs' VPC configurations, one row each",
        "subnet_id",
        "Id of the subnet, such as subnet-06499af8d",
        JobDetail::subnetIds);
  }

  static TableDefinition<?, ?> securityGroups() {
    return ofJob(
        "model_import_job_security_groups",
        "Security groups of the import jobs' VPC configurations, one row each",
        "security_group_id",
        "Id of the security group, such as sg-0a1b2c3d4",
        JobDetail::securityGroupIds);
  }

  private static TableDefinition<?, ?> ofJob(
      String name,
      String remark,
      String column,
      String columnRemark,
      Function<JobDetail, ImmutableList<String>> elements) {
    ImmutableList<Column<ModelImportJobSummary, JobDetail>> columns =
        ModelImportJobs.keys()
            .element(
                "ordinal_position",
                INTEGER,
                (d, i) -> i + 1,
                "Place in the job's list, counted from 1")
            .element(column, VARCHAR, (d, i) -> elements.apply(d).get(i), columnRemark)
            .place("job", s -> s.jobArn(), d -> d.job().jobArn())
            .build();
    return new TableDefinition<>(
        name,
        remark,
        columns,
        ImmutableList.of(
            TableDefinition.ordinal(columns, "job_arn"),
            TableDefinition.ordinal(columns, "ordinal_position")),
        Optional.of(ModelImportJobs.TABLE),
        ModelImportJobs.identifier(columns),
        ModelImportJobs.keysOnly(columns, Optional.of(ModelImportJobs.byName(columns))),
        new JobOperations.Listing(),
        new JobOperations.Lookup(),
        Optional.of(d -> elements.apply(d).size()),
        Optional.of(ModelImportJobs.freshness()));
  }

  /** The tags of one resource, whose ARN their answer does not repeat. */
  record Tags(String arn, ImmutableList<Tag> tags, String requestId) {}

  static TableDefinition<?, ?> jobTags() {
    ImmutableList<Column<ModelImportJobSummary, Tags>> columns =
        tagColumns("job_arn", "ARN of the import job", "job", s -> s.jobArn());
    return tags(
        "model_import_job_tags",
        "Tags of the import jobs, one row each",
        columns,
        ModelImportJobs.TABLE,
        ModelImportJobs.arnOnly(columns),
        ModelImportJobs.keysOnly(columns, Optional.empty()),
        new JobOperations.Listing());
  }

  static TableDefinition<?, ?> modelTags() {
    ImmutableList<Column<ImportedModelSummary, Tags>> columns =
        tagColumns("model_arn", "ARN of the model", "model", s -> s.modelArn());
    return tags(
        "imported_model_tags",
        "Tags of the imported models, one row each",
        columns,
        ImportedModels.TABLE,
        ImportedModels.arnOnly(columns),
        ImportedModels.arnsOnly(columns),
        new ImportedModels.Listing());
  }

  private static <S> TableDefinition<S, Tags> tags(
      String name,
      String remark,
      ImmutableList<Column<S, Tags>> columns,
      String parent,
      Identifier identifier,
      ListCapability capability,
      TableDefinition.ListOperation<S> list) {
    return new TableDefinition<>(
        name,
        remark,
        columns,
        ImmutableList.of(identifier.arnColumn(), TableDefinition.ordinal(columns, "tag_key")),
        Optional.of(parent),
        identifier,
        capability,
        list,
        new TagLookup(),
        Optional.of(d -> d.tags().size()),
        Optional.empty());
  }

  private static <S> ImmutableList<Column<S, Tags>> tagColumns(
      String arnColumn, String arnRemark, String resource, Function<S, String> arn) {
    return new ColumnList<S, Tags>()
        .required(arnColumn, VARCHAR, arn::apply, Tags::arn, arnRemark)
        .element(
            "tag_key",
            VARCHAR,
            (d, i) -> d.tags().get(i).key(),
            "Key of the tag, unique for the resource")
        .element(
            "tag_value",
            VARCHAR,
            (d, i) -> d.tags().get(i).value(),
            "Value of the tag; empty: it has none")
        .place(resource, arn, Tags::arn)
        .build();
  }

  /** ListTagsForResource: a POST that reads. */
  private static final class TagLookup implements TableDefinition.GetOperation<Tags> {
    @Override
    public String name() {
      return "ListTagsForResource";
    }

    @Override
    public String parameter() {
      return "resourceARN";
    }

    @Override
    public Tags call(BedrockClient client, String arn, CallTrace trace) {
      ListTagsForResourceResponse answer =
          client.listTagsForResource(
              r -> r.resourceARN(arn).overrideConfiguration(trace.attached()));
      return new Tags(
          arn,
          Values.elements(answer.hasTags(), answer.tags(), "tags"),
          answer.responseMetadata().requestId());
    }

    @Override
    public String requestId(Tags answer) {
      return answer.requestId();
    }
  }
}
