package io.github.bedrocksql.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The five operations over the jobs of each Region. */
final class Operations {
  private static final Pattern JOB_NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9+\\-.]*");
  private static final Pattern MODEL_NAME = Pattern.compile("([0-9a-zA-Z][_-]?)++");
  private static final String ARN = "arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:";
  private static final Pattern JOB_ARN = Pattern.compile(ARN + "model-import-job/[a-z0-9]{12}");
  private static final Pattern MODEL_ARN = Pattern.compile(ARN + "imported-model/[a-z0-9]{12}");

  private final Map<String, ImmutableList<ImportJob>> jobs;
  private final Behaviour behaviour;
  private final Clock clock;
  private final Json json;

  Operations(Map<String, ImmutableList<ImportJob>> jobs, Behaviour behaviour, Clock clock) {
    this.jobs = new ConcurrentHashMap<>();
    this.behaviour = behaviour;
    this.clock = clock;
    this.json = new Json(behaviour.omitOptionalFields());
    jobs.forEach(this::replace);
  }

  final void replace(String region, List<ImportJob> newJobs) {
    jobs.put(
        region,
        newJobs.stream()
            .map(job -> behaviour.foreignIds() ? job.withForeignId() : job)
            .collect(ImmutableList.toImmutableList()));
  }

  private ImmutableList<ImportJob> jobs(String region) {
    Instant now = clock.instant();
    return jobs.getOrDefault(region, ImmutableList.of()).stream()
        .map(job -> job.at(now))
        .collect(ImmutableList.toImmutableList());
  }

  private ImmutableList<ImportJob> models(String region) {
    return jobs(region).stream()
        .filter(job -> job.importedModelArn() != null && job.importedModelName() != null)
        .collect(ImmutableList.toImmutableList());
  }

  ObjectNode getJob(String region, String identifier) {
    check(identifier, JOB_ARN, JOB_NAME, "jobIdentifier");
    return jobs(region).stream()
        .filter(job -> job.isNamed(identifier))
        .findFirst()
        .map(json::job)
        .orElseThrow(() -> notFound("model import job", identifier));
  }

  ObjectNode getModel(String region, String identifier) {
    check(identifier, MODEL_ARN, MODEL_NAME, "modelIdentifier");
    return models(region).stream()
        .filter(
            job ->
                identifier.equals(job.importedModelArn())
                    || identifier.equals(job.importedModelName()))
        .findFirst()
        .map(json::model)
        .orElseThrow(() -> notFound("imported model", identifier));
  }

  ObjectNode tags(String region, String arn) {
    check(arn, JOB_ARN, MODEL_ARN, "resourceARN");
    return jobs(region).stream()
        .filter(job -> arn.equals(job.jobArn()) || arn.equals(job.importedModelArn()))
        .findFirst()
        .map(job -> json.tags(job.tags()))
        .orElseThrow(() -> notFound("resource", arn));
  }

  private void check(String identifier, Pattern one, Pattern other, String parameter) {
    boolean form = one.matcher(identifier).matches() || other.matcher(identifier).matches();
    if (identifier.length() > 1011 || !(form || behaviour.lenientIds())) {
      throw ApiException.validation("Value at '" + parameter + "' fails to satisfy its pattern");
    }
  }

  private static ApiException notFound(String what, String identifier) {
    return new ApiException(
        404, "ResourceNotFoundException", "The " + what + " " + identifier + " does not exist");
  }

  ObjectNode listJobs(String region, Map<String, String> query) {
    ListParameters parameters = ListParameters.parse(query, "ListModelImportJobs", JOB_NAME);
    ImmutableList<ImportJob> matching =
        matching(jobs(region), parameters, ImportJob::jobName, ImportJob::creationTime);
    return page(
        "ListModelImportJobs", "modelImportJobSummaries", matching, parameters, json::summary);
  }

  ObjectNode listModels(String region, Map<String, String> query) {
    ListParameters parameters = ListParameters.parse(query, "ListImportedModels", MODEL_NAME);
    ImmutableList<ImportJob> matching =
        matching(
            models(region), parameters, ImportJob::importedModelName, ImportJob::lastModifiedTime);
    return page("ListImportedModels", "modelSummaries", matching, parameters, json::modelSummary);
  }

  private ImmutableList<ImportJob> matching(
      List<ImportJob> all,
      ListParameters parameters,
      Function<ImportJob, String> name,
      Function<ImportJob, Instant> creation) {
    Comparator<ImportJob> order = Comparator.comparing(creation);
    boolean ascending = parameters.ascending() || behaviour.ignoreFilters();
    return all.stream()
        .filter(j -> parameters.matches(name.apply(j), creation.apply(j), j.status(), behaviour))
        .sorted(ascending ? order : order.reversed())
        .collect(ImmutableList.toImmutableList());
  }

  private ObjectNode page(
      String operation,
      String key,
      List<ImportJob> matching,
      ListParameters parameters,
      Function<ImportJob, ObjectNode> row) {
    // With empty pages, odd positions stand for "nothing yet, go on".
    int step = behaviour.emptyPages() ? 2 : 1;
    int start = Math.min(parameters.start() / step, matching.size());
    boolean empty = step == 2 && parameters.start() % 2 == 0;
    int size = empty ? 0 : Math.min(parameters.maxResults(), behaviour.pageCap());
    int end = Math.min(start + size, matching.size());
    ObjectNode page = json.object();
    ArrayNode rows = page.putArray(key);
    matching.subList(start, end).forEach(job -> rows.add(row.apply(job)));
    if (empty) {
      page.put("nextToken", ListParameters.token(operation, parameters.start() + 1));
    } else if (end < matching.size()) {
      page.put("nextToken", ListParameters.token(operation, end * step));
    }
    return page;
  }
}
