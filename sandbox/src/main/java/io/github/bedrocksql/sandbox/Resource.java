package io.github.bedrocksql.sandbox;

import java.time.Instant;
import java.util.regex.Pattern;

/** What the API tells of: the import jobs, and the models that they made. */
enum Resource {
  JOB("model-import-job", "jobIdentifier", "modelImportJobSummaries", "[a-zA-Z0-9][a-zA-Z0-9+.-]*"),
  // Possessive, for a name has one reading only and backtracking would cost the stack.
  MODEL("imported-model", "modelIdentifier", "modelSummaries", "([0-9a-zA-Z][_-]?)++");

  /** Characters an identifier or an ARN in a request may have. */
  static final int LONGEST_IDENTIFIER = 1011;

  private static final int LONGEST_NAME = 63;

  private final String type;
  private final String identifierParameter;
  private final String resultKey;
  private final Pattern arn;
  private final Pattern name;

  Resource(String type, String identifierParameter, String resultKey, String name) {
    this.type = type;
    this.identifierParameter = identifierParameter;
    this.resultKey = resultKey;
    this.arn =
        Pattern.compile(
            "arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:" + type + "/[a-z0-9]{12}");
    this.name = Pattern.compile(name);
  }

  /** Returns the request's name for an ARN or a name. */
  String identifierParameter() {
    return identifierParameter;
  }

  /** Returns where answers have the ARN. */
  String arnField() {
    return this == JOB ? "jobArn" : "modelArn";
  }

  /** Returns where a List answer keeps its rows. */
  String resultKey() {
    return resultKey;
  }

  /** Returns how messages call it. */
  String noun() {
    return type.replace('-', ' ');
  }

  boolean isArn(String text) {
    return text.length() <= LONGEST_IDENTIFIER && arn.matcher(text).matches();
  }

  boolean isIdentifier(String text) {
    return isArn(text) || (text.length() <= LONGEST_IDENTIFIER && name.matcher(text).matches());
  }

  /** Returns whether nameContains may be this: it must look like a name by itself. */
  boolean isPartOfName(String text) {
    return text.length() <= LONGEST_NAME && name.matcher(text).matches();
  }

  /** Returns whether the job is, or has made, one of these. */
  boolean isIn(ImportJob job) {
    return arn(job) != null && name(job) != null;
  }

  String arn(ImportJob job) {
    return this == JOB ? job.jobArn() : job.importedModelArn();
  }

  String name(ImportJob job) {
    return this == JOB ? job.jobName() : job.importedModelName();
  }

  Instant creationTime(ImportJob job) {
    return this == JOB ? job.creationTime() : job.lastModifiedTime();
  }
}
