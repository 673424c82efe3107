package io.github.bedrocksql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrocksql.sandbox.Sandbox;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that would be another request if they were put into one as they are. */
class HostileValuesTest {
  private static final String ARN =
      "arn:aws:bedrock:us-east-1:111122223333:model-import-job/abcdefghij12";

  private Bench bench;

  @BeforeEach
  void open() throws SQLException {
    bench = new Bench(Sandbox.startWithSampleJobs(), "");
  }

  @AfterEach
  void close() throws SQLException {
    bench.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "..",
        "../imported-models/x",
        "x/../../imported-models",
        "x?statusEquals=Failed",
        "x#",
        "x%2F..%2Fy",
        "x\r\nX-Header: y",
        "x\u0000",
        ARN + "/..",
        ARN + "?a=b",
        "arn:aws/..:bedrock:us-east-1:111122223333:model-import-job/abcdefghij12",
        "arn:aws:bedrock:us-east-1:1#:model-import-job/abcdefghij12",
      })
  void noJobCanHaveSuchAKey(String value) throws SQLException {
    for (String column : new String[] {"job_identifier", "job_arn", "job_name"}) {
      String sql = "SELECT status FROM model_import_jobs WHERE " + column + " = ?";
      Bench.Answer answer = bench.run(sql, value);
      assertThat(answer.rows()).isEmpty();
      assertThat(answer.requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a+b", "a.b", "a-.", "a..b", "1+1.-", ARN})
  void whatAKeyMayHoldArrivesAsItIs(String value) throws SQLException {
    assertThat(
            bench
                .run("SELECT status FROM model_import_jobs WHERE job_identifier = ?", value)
                .requests())
        .containsExactly("GetModelImportJob jobIdentifier=" + value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "%llama&statusEquals=Failed%|nameContains=statusEquals",
        "%a+b%|nameContains=a+b",
        "%ab/../cd%|nameContains=ab",
        "%ab%%0d%%0acd%|nameContains=0acd",
      })
  void aPatternSendsItsLongestHarmlessPart(String pattern, String sent) throws SQLException {
    Bench.Answer answer =
        bench.run("SELECT job_arn FROM model_import_jobs WHERE job_name LIKE ?", pattern);
    assertThat(answer.requests()).hasSize(1);
    assertThat(answer.requests().get(0).split(" "))
        .contains(sent)
        .doesNotContain("statusEquals=Failed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"status", "region", "account_id"})
  void otherColumnsAreComparedHere(String column) throws SQLException {
    Bench.Answer answer =
        bench.run(
            "SELECT job_arn FROM model_import_jobs WHERE " + column + " = ?",
            "Failed&nameContains=x/..?#\r\n");
    assertThat(answer.rows()).isEmpty();
    assertThat(answer.requests()).noneMatch(request -> request.contains("nameContains"));
  }
}
