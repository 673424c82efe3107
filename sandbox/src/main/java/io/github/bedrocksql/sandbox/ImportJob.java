package io.github.bedrocksql.sandbox;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * An import job with every field of GetModelImportJob, as it is once it has ended. Before {@code
 * endTime} the endpoint shows it in progress. Any field but the first four may be null: then the
 * answer lacks it.
 *
 * @param status {@code Completed}, {@code Failed}, or {@code InProgress} with a null {@code
 *     endTime}
 * @param dataSourceType the tag of the data source's union
 * @param subnetIds null without a VPC
 */
public record ImportJob(
    String jobArn,
    String jobName,
    String status,
    Instant creationTime,
    Instant endTime,
    String importedModelName,
    String importedModelArn,
    String roleArn,
    String dataSourceType,
    String s3Uri,
    String failureMessage,
    ImmutableList<String> subnetIds,
    ImmutableList<String> securityGroupIds,
    String kmsKeyArn,
    ImmutableMap<String, String> tags) {
  /** What the API offers of import jobs. */
  public static final Resource<ImportJob> RESOURCE =
      Resource.of(ImportJob.class, "model import job")
          .arn("jobArn", ImportJob::jobArn)
          .name("jobName")
          .created(ImportJob::creationTime)
          .tags(ImportJob::tags)
          .at((job, now) -> Optional.of(job.at(now)))
          .list(
              Listing.<ImportJob>of(
                      "ListModelImportJobs",
                      "/model-import-jobs",
                      "modelImportJobSummaries",
                      ImportJob::writeSummary)
                  .sortable()
                  .filter(
                      "statusEquals",
                      Filter.oneOf(
                          ImmutableSet.of("InProgress", "Completed", "Failed"), ImportJob::status))
                  .filter("nameContains", Filter.contains(Form.JOB_NAME, ImportJob::jobName))
                  .filter("creationTimeAfter", Filter.after(ImportJob::creationTime))
                  .filter("creationTimeBefore", Filter.before(ImportJob::creationTime)))
          .get(
              Getting.<ImportJob>of(
                      "GetModelImportJob",
                      "/model-import-jobs",
                      "jobIdentifier",
                      Form.arn("model-import-job", Getting.LONGEST_IDENTIFIER),
                      ImportJob::writeDetail)
                  .orBy(Form.JOB_NAME.upTo(Getting.LONGEST_IDENTIFIER), ImportJob::jobName))
          .build();

  /** Cuts the times to what answers show, lest a filter tell apart what looks the same. */
  public ImportJob {
    creationTime = creationTime.truncatedTo(ChronoUnit.MILLIS);
    endTime = endTime == null ? null : endTime.truncatedTo(ChronoUnit.MILLIS);
  }

  /** Returns the job as it is seen at {@code now}. */
  ImportJob at(Instant now) {
    if (endTime == null || !now.isBefore(endTime)) {
      return this;
    }
    return new ImportJob(
        jobArn,
        jobName,
        "InProgress",
        creationTime,
        null,
        importedModelName,
        null,
        roleArn,
        dataSourceType,
        s3Uri,
        null,
        subnetIds,
        securityGroupIds,
        kmsKeyArn,
        tags);
  }

  /** Returns when the job last changed: at its end, or at its start. */
  Instant lastModifiedTime() {
    return endTime == null ? creationTime : endTime;
  }

  /** Returns the same job with another status, as a server changes it between two queries. */
  public ImportJob withStatus(String newStatus, Instant newEndTime, String newFailureMessage) {
    return new ImportJob(
        jobArn,
        jobName,
        newStatus,
        creationTime,
        newEndTime,
        importedModelName,
        importedModelArn,
        roleArn,
        dataSourceType,
        s3Uri,
        newFailureMessage,
        subnetIds,
        securityGroupIds,
        kmsKeyArn,
        tags);
  }

  private void writeSummary(Fields json) {
    json.always("jobArn", jobArn)
        .always("jobName", jobName)
        .always("status", status)
        .always("creationTime", creationTime)
        .maybe("lastModifiedTime", lastModifiedTime())
        .maybe("endTime", endTime)
        .maybe("importedModelName", importedModelName)
        .maybe("importedModelArn", importedModelArn);
  }

  private void writeDetail(Fields json) {
    writeSummary(json);
    json.maybe("roleArn", roleArn)
        .maybe("modelDataSource", DataSource.of(dataSourceType, s3Uri))
        .maybe("failureMessage", failureMessage)
        .maybe("vpcConfig", subnetIds == null ? null : new VpcConfig(subnetIds, securityGroupIds))
        .maybe("importedModelKmsKeyArn", kmsKeyArn);
  }
}
