package io.github.bedrocksql.adapter.table;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import io.github.bedrocksql.adapter.client.CallTrace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.bedrock.model.GetModelImportJobResponse;
import software.amazon.awssdk.services.bedrock.model.ListModelImportJobsResponse;
import software.amazon.awssdk.services.bedrock.model.ModelDataSource;
import software.amazon.awssdk.services.bedrock.model.ModelImportJobSummary;
import software.amazon.awssdk.services.bedrock.model.VpcConfig;

/** ListModelImportJobs and GetModelImportJob. */
final class JobOperations {
  private static final ObjectMapper JSON = new ObjectMapper();

  private JobOperations() {}

  /**
   * An answer of GetModelImportJob.
   *
   * @param unknownSource the tag of a data source that the SDK does not know
   */
  record JobDetail(GetModelImportJobResponse job, Optional<String> unknownSource) {
    String dataSourceType() {
      return unknownSource.orElseGet(() -> DataSources.type(job.modelDataSource()));
    }

    ImmutableList<String> subnetIds() {
      return vpc()
          .filter(VpcConfig::hasSubnetIds)
          .map(v -> Values.elements(v.subnetIds(), "subnetIds"))
          .orElse(ImmutableList.of());
    }

    ImmutableList<String> securityGroupIds() {
      return vpc()
          .filter(VpcConfig::hasSecurityGroupIds)
          .map(v -> Values.elements(v.securityGroupIds(), "securityGroupIds"))
          .orElse(ImmutableList.of());
    }

    private Optional<VpcConfig> vpc() {
      return Optional.ofNullable(job.vpcConfig());
    }

    String subnetIdsJson() {
      return json(vpc().filter(VpcConfig::hasSubnetIds).map(VpcConfig::subnetIds));
    }

    String securityGroupIdsJson() {
      return json(vpc().filter(VpcConfig::hasSecurityGroupIds).map(VpcConfig::securityGroupIds));
    }

    private static String json(Optional<List<String>> ids) {
      return ids.map(Values::json).orElse(null);
    }
  }

  /** ListModelImportJobs. */
  static final class Listing implements TableDefinition.ListOperation<ModelImportJobSummary> {
    @Override
    public String name() {
      return "ListModelImportJobs";
    }

    @Override
    public Page<ModelImportJobSummary> call(
        BedrockClient client, ListRequest request, CallTrace trace) {
      ListModelImportJobsResponse answer =
          client.listModelImportJobs(
              r ->
                  r.statusEquals(request.status())
                      .nameContains(request.nameContains())
                      .creationTimeAfter(request.createdAfter())
                      .creationTimeBefore(request.createdBefore())
                      .sortBy(request.sortBy())
                      .sortOrder(request.sortOrder())
                      .maxResults(request.maxResults())
                      .nextToken(request.nextToken().orElse(null))
                      .overrideConfiguration(trace.attached()));
      return Page.of(
          answer.hasModelImportJobSummaries(),
          answer.modelImportJobSummaries(),
          "modelImportJobSummaries",
          answer.nextToken(),
          answer.responseMetadata());
    }
  }

  /** GetModelImportJob. */
  static final class Lookup implements TableDefinition.GetOperation<JobDetail> {
    @Override
    public String name() {
      return "GetModelImportJob";
    }

    @Override
    public String parameter() {
      return "jobIdentifier";
    }

    @Override
    public JobDetail call(BedrockClient client, String identifier, CallTrace trace) {
      GetModelImportJobResponse job =
          client.getModelImportJob(
              r -> r.jobIdentifier(identifier).overrideConfiguration(trace.keepingBody()));
      Values.checkIdentified(job.jobArn(), job.jobName(), "jobArn");
      return new JobDetail(job, DataSources.unknown(job.modelDataSource(), trace));
    }

    @Override
    public String requestId(JobDetail answer) {
      return answer.job().responseMetadata().requestId();
    }
  }

  /** The tagged union modelDataSource. */
  static final class DataSources {
    private DataSources() {}

    static String type(ModelDataSource source) {
      return source != null && source.type() == ModelDataSource.Type.S3_DATA_SOURCE
          ? "s3DataSource"
          : null;
    }

    static String s3Uri(ModelDataSource source) {
      return source == null || source.s3DataSource() == null ? null : source.s3DataSource().s3Uri();
    }

    /** The tag of a member that the SDK drops, which only the body still has. */
    static Optional<String> unknown(ModelDataSource source, CallTrace trace) {
      if (source == null || source.type() == ModelDataSource.Type.S3_DATA_SOURCE) {
        return Optional.empty();
      }
      try {
        Iterator<String> tags = JSON.readTree(trace.body()).path("modelDataSource").fieldNames();
        return tags.hasNext() ? Optional.of(tags.next()) : Optional.empty();
      } catch (IOException e) {
        throw new UncheckedIOException("The answer is no JSON", e);
      }
    }
  }
}
