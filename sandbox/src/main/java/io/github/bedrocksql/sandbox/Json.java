package io.github.bedrocksql.sandbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Map;

/** Answers as REST-JSON: absent fields left out, times in ISO-8601. */
final class Json {
  private static final DateTimeFormatter TIMES =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

  private final ObjectMapper mapper = new ObjectMapper();
  private final boolean omitOptional;

  Json(boolean omitOptional) {
    this.omitOptional = omitOptional;
  }

  ObjectNode object() {
    return mapper.createObjectNode();
  }

  ObjectNode summary(Resource resource, ImportJob job) {
    return resource == Resource.JOB ? jobSummary(job) : modelSummary(job);
  }

  ObjectNode detail(Resource resource, ImportJob job) {
    return resource == Resource.JOB ? job(job) : model(job);
  }

  private ObjectNode jobSummary(ImportJob job) {
    ObjectNode json = object();
    put(json, "jobArn", job.jobArn());
    put(json, "jobName", job.jobName());
    put(json, "status", job.status());
    put(json, "creationTime", job.creationTime());
    if (omitOptional) {
      return json;
    }
    put(json, "lastModifiedTime", job.lastModifiedTime());
    put(json, "endTime", job.endTime());
    put(json, "importedModelName", job.importedModelName());
    put(json, "importedModelArn", job.importedModelArn());
    return json;
  }

  private ObjectNode job(ImportJob job) {
    ObjectNode json = jobSummary(job);
    if (omitOptional) {
      return json;
    }
    put(json, "roleArn", job.roleArn());
    putDataSource(json, job);
    put(json, "failureMessage", job.failureMessage());
    if (job.subnetIds() != null) {
      ObjectNode vpc = json.putObject("vpcConfig");
      putAll(vpc.putArray("subnetIds"), job.subnetIds());
      if (job.securityGroupIds() != null) {
        putAll(vpc.putArray("securityGroupIds"), job.securityGroupIds());
      }
    }
    put(json, "importedModelKmsKeyArn", job.kmsKeyArn());
    return json;
  }

  private ObjectNode modelSummary(ImportJob job) {
    ObjectNode json = object();
    put(json, "modelArn", job.importedModelArn());
    put(json, "modelName", job.importedModelName());
    put(json, "creationTime", job.lastModifiedTime());
    if (omitOptional) {
      return json;
    }
    json.put("instructSupported", job.jobName().contains("llama"));
    put(json, "modelArchitecture", job.jobName().split("-", 2)[0]);
    return json;
  }

  private ObjectNode model(ImportJob job) {
    ObjectNode json = modelSummary(job);
    if (omitOptional) {
      return json;
    }
    put(json, "jobArn", job.jobArn());
    put(json, "jobName", job.jobName());
    putDataSource(json, job);
    put(json, "modelKmsKeyArn", job.kmsKeyArn());
    json.putObject("customModelUnits")
        .put("customModelUnitsPerModelCopy", 1)
        .put("customModelUnitsVersion", "1.0");
    return json;
  }

  ObjectNode tags(Map<String, String> tags) {
    ObjectNode json = object();
    ArrayNode list = json.putArray("tags");
    if (tags != null) {
      tags.forEach((key, value) -> list.addObject().put("key", key).put("value", value));
    }
    return json;
  }

  private static void putDataSource(ObjectNode json, ImportJob job) {
    if (job.dataSourceType() != null) {
      ObjectNode member = json.putObject("modelDataSource").putObject(job.dataSourceType());
      if ("s3DataSource".equals(job.dataSourceType())) {
        put(member, "s3Uri", job.s3Uri());
      }
    }
  }

  private static void putAll(ArrayNode array, Iterable<String> values) {
    values.forEach(array::add);
  }

  private static void put(ObjectNode json, String field, String value) {
    if (value != null) {
      json.put(field, value);
    }
  }

  private static void put(ObjectNode json, String field, Instant value) {
    if (value != null) {
      json.put(field, TIMES.format(value));
    }
  }
}
