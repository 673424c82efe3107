package io.github.bedrocksql.sandbox;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

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

  /** Returns the same job and model under ARNs whose ids keep to none of AWS's rules. */
  ImportJob withForeignIds() {
    return new ImportJob(
        foreign(jobArn, "JOB-"),
        jobName,
        status,
        creationTime,
        endTime,
        importedModelName,
        importedModelArn == null ? null : foreign(importedModelArn, "MODEL-"),
        roleArn,
        dataSourceType,
        s3Uri,
        failureMessage,
        subnetIds,
        securityGroupIds,
        kmsKeyArn,
        tags);
  }

  private static String foreign(String arn, String prefix) {
    int id = arn.lastIndexOf('/') + 1;
    return arn.substring(0, id) + prefix + arn.substring(id) + ".x";
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
}
