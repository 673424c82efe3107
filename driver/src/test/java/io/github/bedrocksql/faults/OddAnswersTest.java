package io.github.bedrocksql.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrocksql.faults.RawServer.Said;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers that no Bedrock gives: rows where they can be read without doubt, or what came. */
@Timeout(60)
class OddAnswersTest {
  private static final String NAMES = "SELECT job_name FROM model_import_jobs";
  private static final String ROLES = "SELECT job_name, role_arn FROM model_import_jobs";
  private static final String ARN =
      "arn:aws:bedrock:us-west-2:111122223333:model-import-job/jobid0000001";
  private static final String JOB =
      "{\"jobArn\":\"" + ARN + "\",\"jobName\":\"job-00001\",\"status\":\"Completed\",";
  private static final String DETAIL = JOB + "\"creationTime\":\"2026-01-01T00:00:00Z\",";

  private static Said said(String answer) {
    return new Said(answer, false);
  }

  private static Outcome outcome(Function<String, String> answers, String sql, String properties)
      throws SQLException, IOException {
    try (RawServer server = new RawServer(head -> said(answers.apply(head)));
        Connection connection = ConnectionFaultsTest.connect(server.endpoint() + properties, 0)) {
      Outcome outcome = Outcome.of(connection, sql);
      outcome.print("ODD", sql.substring(0, Math.min(22, sql.length())), server.requests());
      assertThat(server.requests()).isLessThan(3);
      return outcome;
    }
  }

  /** A list of one job is fine, the rest is said to be. */
  private static Function<String, String> besideTheList(String answer) {
    return head ->
        head.startsWith("GET /model-import-jobs?") || head.startsWith("GET /model-import-jobs ")
            ? RawServer.http(200, "", RawServer.PAGE)
            : answer;
  }

  private static void assertSays(Outcome outcome, String state, String operation, String says) {
    SQLException failure = outcome.failure().orElseThrow();
    assertThat(failure.getSQLState()).as(failure.getMessage()).isEqualTo(state);
    assertThat(failure.getMessage())
        .contains(operation + " in us-west-2", says)
        .doesNotContain("\n", "software.amazon", "java.", "secret");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "200 | ~~ | an empty body (HTTP status 200, application/json",
        "204 | ~~ | HTTP status 204",
        "200 | {} | no 'modelImportJobSummaries'",
        "202 | {} | HTTP status 202",
        "200 | null | not a JSON object but null",
        "200 | [] | not a JSON object but []",
        "200 | \"text\" | not a JSON object",
        "200 | <html><h1>Sign in</h1></html> | not valid JSON, or incomplete: <html>",
        "200 | OK | not valid JSON",
        "200 | {\"modelImportJobSummaries\":[ | incomplete: {",
        "200 | {\"modelImportJobSummaries\":[]} x | not valid JSON",
        "200 | {\"modelImportJobSummaries\":null} | no 'modelImportJobSummaries'",
        "200 | {\"modelImportJobSummaries\":[null]} | null in 'modelImportJobSummaries', at 1",
        "200 | {\"modelImportJobSummaries\":{}} | 'modelImportJobSummaries' is an object, not an array",
        "200 | {\"modelImportJobSummaries\":\"none\"} | Unreadable answer",
        "200 | {\"modelImportJobSummaries\":7} | 'modelImportJobSummaries' is '7', not an array",
        "200 | {\"modelImportJobSummaries\":[7]} | 'modelImportJobSummaries' is '7', not an object",
        "200 | {\"modelImportJobSummaries\":[[]]} | Unreadable answer",
        "200 | {\"modelImportJobSummaries\":[{}]} | that lacks what column model_import_jobs.job",
        "200 | {\"modelImportJobSummaries\":[{\"jobArn\":{}}]} | Unreadable answer",
        "200 | {\"modelImportJobSummaries\":[],\"nextToken\":{}} | 'nextToken' is an object, not text",
        "200 | {\"modelSummaries\":[]} | no 'modelImportJobSummaries'",
        "200 | {\"jobArn\":\"x\",\"jobName\":\"y\"} | no 'modelImportJobSummaries'",
        "300 | ~~ | HTTP status 300",
        "301 | ~~ | a redirect, which is not followed: HTTP status 301",
        "302 | <html>Moved</html> | a redirect, which is not followed: HTTP status 302",
        "307 | {} | a redirect, which is not followed: HTTP status 307",
        "304 | ~~ | HTTP status 304",
        "404 | ~~ | HTTP status 404",
        "404 | {\"message\":\"no such page\"} | no such page (HTTP 404",
        "405 | ~~ | HTTP status 405",
        "410 | ~~ | HTTP status 410",
        "418 | I am a teapot | HTTP status 418",
        "451 | ~~ | HTTP status 451",
        "400 | ~~ | HTTP status 400",
        "400 | [] | HTTP status 400",
      })
  void list(int status, String body, String says) throws SQLException, IOException {
    String location = "Location: http://127.0.0.1:1/elsewhere\r\n";
    String answer = RawServer.http(status, location, body);
    assertSays(outcome(head -> answer, NAMES, ""), "08P01", "ListModelImportJobs", says);
    assertThat(outcome(head -> answer, "SELECT COUNT(*) FROM model_import_jobs", "").failure())
        .isPresent();
  }

  @ParameterizedTest
  @CsvSource({"401, 28000", "403, 42501", "407, 08001", "408, 08P01", "500, 08006", "504, 08006"})
  void listThatIsRefusedWithoutACode(int status, String state) throws SQLException, IOException {
    String answer = RawServer.http(status, "", "<html></html>");
    assertSays(outcome(head -> answer, NAMES, ""), state, "ListModelImportJobs", "" + status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "200 | ~~ | an empty body",
        "204 | ~~ | HTTP status 204",
        "200 | {} | no 'jobArn'",
        "200 | null | not a JSON object but null",
        "200 | [] | not a JSON object but []",
        "200 | <html/> | not valid JSON",
        "200 | {\"roleArn\":\"r\" | incomplete: {",
        "200 | {\"modelImportJobSummaries\":[]} | no 'jobArn'",
        "200 | {\"modelArn\":\"x\",\"modelName\":\"y\"} | no 'jobArn'",
        "200 | {\"jobArn\":[],\"roleArn\":\"r\"} | Unreadable answer",
        "302 | ~~ | HTTP status 302",
        "404 | ~~ | HTTP status 404",
        "418 | {} | HTTP status 418",
      })
  void details(int status, String body, String says) throws SQLException, IOException {
    String answer = RawServer.http(status, "", body);
    String lookUp = ROLES + " WHERE job_name = 'job-00001'";
    assertSays(outcome(head -> answer, lookUp, ""), "08P01", "GetModelImportJob", says);
    assertSays(outcome(besideTheList(answer), ROLES, ""), "08P01", "GetModelImportJob", says);
  }

  /** What GetFoundationModel tells is one field of its answer. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | no 'modelDetails'",
        "{\"modelDetails\":null} | no 'modelDetails'",
        "{\"modelDetails\":{}} | no 'modelArn'",
        "{\"modelArn\":\"x\"} | no 'modelDetails'",
      })
  void detailsInside(String body, String says) throws SQLException, IOException {
    String answer = RawServer.http(200, "", body);
    String lookUp = "SELECT model_name FROM foundation_models WHERE model_id = 'a.b'";
    assertSays(outcome(head -> answer, lookUp, ""), "08P01", "GetFoundationModel", says);
  }

  @Test
  void detailsOfAnotherJob() throws SQLException, IOException {
    String other = "{\"jobArn\":\"" + ARN.replace("01", "02") + "\",\"roleArn\":\"r\"}";
    assertSays(
        outcome(besideTheList(RawServer.http(200, "", other)), ROLES, ""),
        "08P01",
        "GetModelImportJob",
        "it is of " + ARN.replace("01", "02") + ", not of " + ARN);
  }

  /** Not every server repeats the ARN. */
  @Test
  void detailsByNameOnly() throws SQLException, IOException {
    String named = "{\"jobName\":\"job-00001\",\"roleArn\":\"r\"}";
    assertThat(outcome(besideTheList(RawServer.http(200, "", named)), ROLES, "").rows())
        .containsExactly(List.of("job-00001", "r"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "~~ | an empty body",
        "{} | no 'tags'",
        "{\"tags\":null} | no 'tags'",
        "{\"tags\":[null]} | null in 'tags', at 1",
        "{\"tags\":[{\"value\":\"x\"}]} | that lacks what column model_import_job_tags.tag_key",
        "{\"tags\":[{\"key\":\"x\"}]} | that lacks what column model_import_job_tags.tag_value",
      })
  void tags(String body, String says) throws SQLException, IOException {
    assertSays(
        outcome(
            besideTheList(RawServer.http(200, "", body)),
            "SELECT tag_key, tag_value FROM model_import_job_tags",
            ""),
        "08P01",
        "ListTagsForResource",
        says);
  }

  @Test
  void nullInAListOfDetails() throws SQLException, IOException {
    String detail =
        DETAIL + "\"vpcConfig\":{\"subnetIds\":[\"a\",\"b\",null],\"securityGroupIds\":[null]}}";
    Function<String, String> answers = besideTheList(RawServer.http(200, "", detail));
    assertThat(outcome(answers, "SELECT vpc_config_subnet_ids FROM model_import_jobs", "").rows())
        .containsExactly(List.of("[\"a\",\"b\",null]"));
    assertSays(
        outcome(answers, "SELECT vpc_config_subnet_ids FROM model_import_jobs", ";arrays=native"),
        "08P01",
        "GetModelImportJob",
        "null in 'subnetIds', at 3");
    assertSays(
        outcome(answers, "SELECT subnet_id FROM model_import_job_subnets", ""),
        "08P01",
        "GetModelImportJob",
        "null in 'subnetIds', at 3");
    assertSays(
        outcome(answers, "SELECT security_group_id FROM model_import_job_security_groups", ""),
        "08P01",
        "GetModelImportJob",
        "null in 'securityGroupIds', at 1");
    assertThat(outcome(answers, ROLES, ";arrays=native").rows()).hasSize(1);
  }

  @Test
  void nullInAListOfSummaries() throws SQLException, IOException {
    String arn = "arn:aws:bedrock:us-west-2::foundation-model/a.b";
    String models =
        "{\"modelSummaries\":[{\"modelArn\":\""
            + arn
            + "\",\"modelId\":\"a.b\",\"outputModalities\":[\"TEXT\",null]}]}";
    assertSays(
        outcome(
            request -> RawServer.http(200, "", models),
            "SELECT output_modality FROM foundation_model_output_modalities",
            ""),
        "08P01",
        "ListFoundationModels",
        "null in 'outputModalities', at 2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"2026-01-02T03:04:05Z\" | 2026-01-02 03:04:05",
        "\"2026-01-02T03:04:05.123456789Z\" | 2026-01-02 03:04:05.123",
        "\"2024-02-29T03:04:05Z\" | 2024-02-29 03:04:05",
        "\"2026-01-31T23:59:59.9Z\" | 2026-01-31 23:59:59.9",
        "\"2026-01-02T03:04:05z\" | 2026-01-02 03:04:05",
        "\"2026-01-02t03:04:05Z\" | 2026-01-02 03:04:05",
        "\"2026-01-02T03:04Z\" | 2026-01-02 03:04:00",
        "\"2026-01-02 03:04:05Z\" | 2026-01-02 03:04:05",
        "\"2026-01-02T05:04:05+02:00\" | 2026-01-02 03:04:05",
        "\"2026-01-01T22:04:05.5-0500\" | 2026-01-02 03:04:05.5",
        "\"2026-01-02T05:04:05.000000+02\" | 2026-01-02 03:04:05",
        "\"Fri, 02 Jan 2026 03:04:05 GMT\" | 2026-01-02 03:04:05",
        "1767323045 | 2026-01-02 03:04:05",
        "1767323045.123 | 2026-01-02 03:04:05.123",
        "1.767323045123E9 | 2026-01-02 03:04:05.123",
        "-1.5 | 1969-12-31 23:59:58.5",
        "0 | 1970-01-01 00:00:00",
      })
  void times(String time, String shown) throws SQLException, IOException {
    String sql = "SELECT CAST(creation_time AS VARCHAR) FROM model_import_jobs";
    String job = JOB + "\"creationTime\":" + time + "}";
    String page = RawServer.http(200, "", "{\"modelImportJobSummaries\":[" + job + "]}");
    String detail = RawServer.http(200, "", job);
    String wanted = shown.length() == 19 ? shown + ".000" : shown;
    for (Outcome outcome :
        List.of(
            outcome(head -> page, sql, ""),
            outcome(head -> detail, sql + " WHERE job_name = 'job-00001'", ""))) {
      assertThat(outcome.failure()).isEmpty();
      assertThat(outcome.rows().get(0).get(0).toString()).isIn(shown, wanted, wanted + "00");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"2026-01-02T03:04:05\" | '2026-01-02T03:04:05', not a point in time",
        "\"2026-01-02\" | '2026-01-02'",
        "\"2026-02-30T00:00:00Z\" | 2026-02-30",
        "\"2026-01-02T25:00:00Z\" | 25:00:00",
        "\"2026-01-02T24:00:00Z\" | 24:00:00",
        "\"2025-02-29T00:00:00Z\" | 2025-02-29",
        "\"yesterday\" | 'yesterday'",
        "\"\" | ''",
        "\"1767323045\" | '1767323045'",
        "1767323045123 | '1767323045123'",
        "1e30 | '1e30'",
        "1e999999999 | '1e999999999'",
        "1e-999999999 | '1e-999999999'",
        "1e99999999999 | '1e99999999999'",
        "true | 'true'",
        "{} | 'creationTime' is an object, not a point in time",
        "[] | 'creationTime' is an array, not a point in time",
        "{\"endTime\":1} | 'creationTime' is an object",
      })
  void timesThatTellNoInstant(String time, String says) throws SQLException, IOException {
    String page =
        RawServer.http(
            200, "", "{\"modelImportJobSummaries\":[" + JOB + "\"creationTime\":" + time + "}]}");
    Outcome outcome = outcome(head -> page, NAMES, "");
    assertSays(outcome, "08P01", "ListModelImportJobs", says);
  }

  /** Nobody asks for it; a proxy may do it all the same. */
  @Test
  void zipped() throws SQLException, IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(("{\"modelImportJobSummaries\":[" + DETAIL + "\"x\":1}]}").getBytes(UTF_8));
    }
    String page = RawServer.http(200, "Content-Encoding: gzip\r\n", bytes.toString(ISO_8859_1));
    assertThat(outcome(head -> page, NAMES, "").rows()).containsExactly(List.of("job-00001"));
    assertThat(outcome(head -> page, NAMES, "").failure()).isEmpty();
    String broken = RawServer.http(200, "Content-Encoding: gzip\r\n", "{}");
    assertSays(outcome(head -> broken, NAMES, ""), "08P01", "ListModelImportJobs", "gzip");
  }

  /** What is not asked for may be as it likes. */
  @Test
  void whatTheApiDoesNotHave() throws SQLException, IOException {
    String page =
        RawServer.http(
            200,
            "X: y\r\n",
            "{\"modelImportJobSummaries\":["
                + DETAIL
                + "\"status\":\"Paused\",\"x\":{\"creationTime\":\"soon\",\"a\":[null]}}],"
                + "\"y\":[[{\"endTime\":true}]],\"nextToken\":null}");
    assertThat(outcome(head -> page, NAMES, "").rows()).containsExactly(List.of("job-00001"));
    assertThat(outcome(head -> page, NAMES + " WHERE status = 'Paused'", "").rows()).hasSize(1);
  }
}
