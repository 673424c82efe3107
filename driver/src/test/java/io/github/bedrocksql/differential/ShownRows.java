package io.github.bedrocksql.differential;

import static java.util.stream.Collectors.joining;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.bedrocksql.sandbox.ImportJob;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The rows of each table as the server's answers show them, written down a second time: nothing
 * here is shared with the code under test.
 */
record ShownRows(ImmutableMap<Table, ImmutableList<List<Object>>> rows) {

  static ShownRows of(DataSet data, Mode mode) {
    Reader reader = new Reader(mode == Mode.NO_OPTIONAL_FIELDS, mode == Mode.FOREIGN_IDS);
    List<ImportJob> jobs = data.jobs();
    List<ImportJob> models =
        jobs.stream()
            .filter(job -> job.importedModelArn() != null && job.importedModelName() != null)
            .toList();
    return new ShownRows(
        ImmutableMap.<Table, ImmutableList<List<Object>>>builder()
            .put(Table.JOBS, all(jobs.stream().map(reader::job)))
            .put(Table.MODELS, all(models.stream().map(reader::model)))
            .put(
                Table.SUBNETS,
                all(jobs.stream().flatMap(job -> reader.elements(job, job.subnetIds()))))
            .put(
                Table.SECURITY_GROUPS,
                all(jobs.stream().flatMap(job -> reader.elements(job, job.securityGroupIds()))))
            .put(Table.JOB_TAGS, all(jobs.stream().flatMap(job -> tags(reader.arn(job), job))))
            .put(
                Table.MODEL_TAGS,
                all(models.stream().flatMap(job -> tags(reader.modelArn(job), job))))
            .buildOrThrow());
  }

  private static ImmutableList<List<Object>> all(Stream<List<Object>> rows) {
    return rows.collect(ImmutableList.toImmutableList());
  }

  private static Stream<List<Object>> tags(String arn, ImportJob job) {
    return job.tags().entrySet().stream()
        .map(tag -> row(arn, tag.getKey(), tag.getValue(), DataSet.region(arn), account(arn)));
  }

  private static List<Object> row(Object... values) {
    return Collections.unmodifiableList(Arrays.asList(values));
  }

  private static LocalDateTime time(Instant instant) {
    return instant == null ? null : LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  private static String account(String arn) {
    return Splitter.on(':').splitToList(arn).get(4);
  }

  private static String json(List<String> ids) {
    return ids == null ? null : ids.stream().collect(joining("\",\"", "[\"", "\"]"));
  }

  private static Instant lastModified(ImportJob job) {
    return job.endTime() == null ? job.creationTime() : job.endTime();
  }

  private static Long seconds(ImportJob job) {
    return job.endTime() == null
        ? null
        : Duration.between(job.creationTime(), job.endTime()).toSeconds();
  }

  /** What a server of one kind shows of a job. */
  private record Reader(boolean omits, boolean foreign) {
    String arn(ImportJob job) {
      return shown(job.jobArn(), "JOB-");
    }

    String modelArn(ImportJob job) {
      return job.importedModelArn() == null ? null : shown(job.importedModelArn(), "MODEL-");
    }

    private String shown(String arn, String prefix) {
      int id = arn.lastIndexOf('/') + 1;
      return foreign ? arn.substring(0, id) + prefix + arn.substring(id) + ".x" : arn;
    }

    private <T> T optional(T value) {
      return omits ? null : value;
    }

    private Object s3Uri(ImportJob job) {
      return "s3DataSource".equals(job.dataSourceType()) ? optional(job.s3Uri()) : null;
    }

    List<Object> job(ImportJob job) {
      return row(
          arn(job),
          arn(job),
          job.jobName(),
          job.status(),
          optional(job.importedModelName()),
          optional(modelArn(job)),
          time(job.creationTime()),
          optional(time(lastModified(job))),
          optional(time(job.endTime())),
          optional(seconds(job)),
          DataSet.region(arn(job)),
          account(arn(job)),
          optional(job.roleArn()),
          optional(job.dataSourceType()),
          s3Uri(job),
          optional(job.failureMessage()),
          optional(json(job.subnetIds())),
          optional(json(job.securityGroupIds())),
          optional(job.kmsKeyArn()));
    }

    List<Object> model(ImportJob job) {
      return row(
          modelArn(job),
          modelArn(job),
          job.importedModelName(),
          time(lastModified(job)),
          optional(job.jobName().contains("llama")),
          optional(Splitter.on('-').splitToList(job.jobName()).get(0)),
          DataSet.region(job.importedModelArn()),
          account(job.importedModelArn()),
          optional(arn(job)),
          optional(job.jobName()),
          optional(job.dataSourceType()),
          s3Uri(job),
          optional(job.kmsKeyArn()),
          optional(1L),
          optional("1.0"));
    }

    Stream<List<Object>> elements(ImportJob job, List<String> elements) {
      if (elements == null || omits) {
        return Stream.of();
      }
      String arn = arn(job);
      return IntStream.range(0, elements.size())
          .mapToObj(
              i ->
                  row(
                      arn,
                      arn,
                      job.jobName(),
                      (long) (i + 1),
                      elements.get(i),
                      DataSet.region(arn),
                      account(arn)));
    }
  }
}
