package io.github.bedrocksql.adapter.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bedrocksql.adapter.client.UnreadableAnswer;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.client.config.SdkClientConfiguration;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.protocols.json.AwsJsonProtocol;
import software.amazon.awssdk.protocols.json.AwsJsonProtocolFactory;
import software.amazon.awssdk.protocols.json.JsonOperationMetadata;
import software.amazon.awssdk.services.bedrock.BedrockClient;
import software.amazon.awssdk.services.bedrock.model.BedrockResponse;
import software.amazon.awssdk.services.bedrock.model.GetModelImportJobResponse;

/** Answers are read as the SDK reads them. */
class AnswerReaderTest {
  private static final int ANSWERS = 100;

  private static final AwsJsonProtocolFactory SDK =
      AwsJsonProtocolFactory.builder()
          .clientConfiguration(SdkClientConfiguration.builder().build())
          .protocol(AwsJsonProtocol.REST_JSON)
          .protocolVersion("1.1")
          .build();

  static Stream<Class<?>> answers() {
    return Arrays.stream(BedrockClient.class.getMethods())
        .filter(method -> method.getName().startsWith("get") || method.getName().startsWith("list"))
        .map(Method::getReturnType)
        .filter(BedrockResponse.class::isAssignableFrom)
        .distinct();
  }

  @ParameterizedTest
  @MethodSource("answers")
  void readsWhatTheSdkReads(Class<?> type) throws Exception {
    Method builder = type.getMethod("builder");
    Supplier<SdkPojo> answer =
        () -> {
          try {
            return (SdkPojo) builder.invoke(null);
          } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
          }
        };
    AnswerReader reader = new AnswerReader(new StructureReader(answer));
    long seed = Long.getLong("answers.seed", System.nanoTime());
    GeneratedAnswers generated = new GeneratedAnswers(seed);
    for (int i = 0; i < ANSWERS; i++) {
      String json = generated.answer(answer.get());
      SdkPojo read = reader.read(json.getBytes(UTF_8)).fields();
      assertThat(read.equalsBySdkFields(bySdk(answer, json)))
          .as("seed %s: %s gives %s", seed, json, read)
          .isTrue();
    }
  }

  private static SdkPojo bySdk(Supplier<SdkPojo> answer, String json) throws Exception {
    return SDK.createResponseHandler(
            JsonOperationMetadata.builder().isPayloadJson(true).build(), answer)
        .handle(
            SdkHttpFullResponse.builder()
                .statusCode(200)
                .content(
                    AbortableInputStream.create(new ByteArrayInputStream(json.getBytes(UTF_8))))
                .build(),
            new ExecutionAttributes());
  }

  private static AnswerReader.Read job(String json) {
    return new AnswerReader(new StructureReader(GetModelImportJobResponse::builder))
        .read(json.getBytes(UTF_8));
  }

  @Test
  void tellsTheMemberThatTheSdkDoesNotKnow() {
    AnswerReader.Read read =
        job("{\"modelDataSource\":{\"null\":null,\"hubDataSource\":{\"a\":[1]},\"b\":2}}");
    GetModelImportJobResponse job = (GetModelImportJobResponse) read.fields();
    assertThat(read.unknownMembers().of(job.modelDataSource())).isEqualTo("hubDataSource");
    AnswerReader.Read known =
        job("{\"modelDataSource\":{\"x\":1,\"s3DataSource\":{\"s3Uri\":\"s3://a\"}}}");
    job = (GetModelImportJobResponse) known.fields();
    assertThat(job.modelDataSource().s3DataSource().s3Uri()).isEqualTo("s3://a");
    assertThat(known.unknownMembers().of(job.modelDataSource())).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"jobName\":[\"a\"]} | 'jobName' is an array, not text",
        "{\"vpcConfig\":\"none\"} | 'vpcConfig' is 'none', not an object",
        "{\"vpcConfig\":{\"subnetIds\":\"a\"}} | 'subnetIds' is 'a', not an array",
        "{\"vpcConfig\":{\"subnetIds\":[{}]}} | 'subnetIds' is an object, not text",
        "{\"endTime\":\"2026-02-29T00:00:00Z\"} | '2026-02-29T00:00:00Z', not a point in time",
        "{\"jobName\":\"a\"}} | not valid JSON, or incomplete: {\"jobName\":\"a\"}}",
        "{\"jobName\":\"a\"}{} | not valid JSON",
        "{\"jobName\":\"a | not valid JSON",
        "{\"unknown\":[1,{\"x\":}]} | not valid JSON",
      })
  void tellsWhatItCannotRead(String json, String says) {
    assertThatThrownBy(() -> job(json))
        .isInstanceOf(UnreadableAnswer.class)
        .hasMessageContaining(says);
  }
}
