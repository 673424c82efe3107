package io.github.bedrocksql.adapter.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrocksql.adapter.access.Key;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierTest {
  private static final String REGION = "us-east-1";
  private static final String ARN =
      "arn:aws:bedrock:us-east-1:111122223333:model-import-job/abcdefghij12";

  private static final Identifier JOB = Tables.named("model_import_jobs").identifier();
  private static final Identifier MODEL = Tables.named("imported_models").identifier();
  private static final Identifier TAGS = Tables.named("model_import_job_tags").identifier();

  @Test
  void threeColumnsAreKeys() {
    assertThat(JOB.isKey(JOB.identifierColumn().orElseThrow())).isTrue();
    assertThat(JOB.isKey(JOB.arnColumn())).isTrue();
    assertThat(JOB.isKey(JOB.otherColumn().orElseThrow())).isTrue();
    assertThat(JOB.isKey(JOB.otherColumn().orElseThrow() + 1)).isFalse();
  }

  @Test
  void columnThatATableLacksIsNoKey() {
    assertThat(TAGS.identifierColumn()).isEmpty();
    assertThat(TAGS.otherColumn()).isEmpty();
    assertThat(TAGS.isKey(TAGS.arnColumn())).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "a, true",
    "job-00001, true",
    "Llama-3.1+x, true",
    "a--b, true",
    "a-, true",
    "-a, false",
    ".a, false",
    "under_score, false",
    "a b, false",
    "a/b, false",
    "é, false",
    "'', false",
  })
  void namesOfJobs(String name, boolean possible) {
    assertThat(JOB.possible(named(JOB, name), REGION)).isEqualTo(possible);
    assertThat(JOB.possible(identified(JOB, name), REGION)).isEqualTo(possible);
    assertThat(JOB.possible(new Key(JOB.arnColumn(), name), REGION)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "my_model-1, true",
    "a_, true",
    "_a, false",
    "a__b, false",
    "a.b, false",
    "'', false",
  })
  void namesOfModels(String name, boolean possible) {
    assertThat(MODEL.possible(named(MODEL, name), REGION)).isEqualTo(possible);
  }

  @Test
  void longNames() {
    String longest = "a".repeat(63);
    assertThat(JOB.possible(named(JOB, longest), REGION)).isTrue();
    assertThat(JOB.possible(named(JOB, longest + "a"), REGION)).isFalse();
    String endless = "a".repeat(100_000) + "!";
    assertThat(JOB.possible(named(JOB, endless), REGION)).isFalse();
    assertThat(MODEL.possible(named(MODEL, endless), REGION)).isFalse();
  }

  @Test
  void arnOfTheRegion() {
    assertThat(JOB.possible(new Key(JOB.arnColumn(), ARN), REGION)).isTrue();
    assertThat(JOB.possible(identified(JOB, ARN), REGION)).isTrue();
    assertThat(JOB.possible(new Key(JOB.arnColumn(), ARN), "us-west-2")).isFalse();
    assertThat(JOB.possible(identified(JOB, ARN), "us-west-2")).isFalse();
    assertThat(JOB.possible(named(JOB, ARN), REGION)).as("no name is an ARN").isFalse();
    assertThat(JOB.account(identified(JOB, ARN))).isEqualTo("111122223333");
    assertThat(JOB.account(named(JOB, "llama"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws-cn:bedrock:us-east-1:111122223333:model-import-job/abcdefghij12",
        "arn:aws:bedrock:us-east-1:000000000000:model-import-job/JOB-1.x_y",
        "arn:aws:bedrock:us-east-1::model-import-job/1",
      })
  void arnsOfOtherPartitionsAndServers(String arn) {
    assertThat(JOB.possible(identified(JOB, arn), REGION)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws:bedrock:us-east-1:111122223333:imported-model/abcdefghij12",
        "arn:aws:s3:us-east-1:111122223333:model-import-job/abcdefghij12",
        "arn:aws:bedrock:us-east-1:111122223333:model-import-job/",
        "arn:aws:bedrock:us-east-1:111122223333:model-import-job/abc/def",
        "arn:aws:bedrock",
        " arn:aws:bedrock:us-east-1:111122223333:model-import-job/abcdefghij12",
      })
  void arnsOfOtherThings(String arn) {
    assertThat(JOB.possible(identified(JOB, arn), REGION)).isFalse();
    assertThat(JOB.possible(new Key(JOB.arnColumn(), arn), REGION)).isFalse();
  }

  @Test
  void whatAwsItselfGives() {
    assertThat(JOB.isStandard(ARN)).isTrue();
    assertThat(JOB.isStandard("llama")).isTrue();
    assertThat(JOB.isStandard(ARN + "3")).isFalse();
    assertThat(JOB.isStandard(ARN.replace("abc", "ABC"))).isFalse();
  }

  private static Key named(Identifier identifier, String name) {
    return new Key(identifier.otherColumn().orElseThrow(), name);
  }

  private static Key identified(Identifier identifier, String value) {
    return new Key(identifier.identifierColumn().orElseThrow(), value);
  }
}
