package io.github.bedrocksql.adapter.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrocksql.adapter.access.Key;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;

/** What becomes part of a request's path: quickly decided, and only what is harmless there. */
class IdentifierPropertyTest {
  private static final String SEED = "20261125";

  /**
   * Besides these, an ARN has its colons and the slashes before its id, which the SDK encodes;
   * alone, dots would be a step in the path.
   */
  private static final Pattern HARMLESS = Pattern.compile("(?!\\.{1,2}$)[\\w+.:-]*(/[\\w.:/-]+)?");

  private static final String ARN = "arn:aws:bedrock:us-east-1:111122223333:model-import-job/";

  @Provide
  Arbitrary<String> parts() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            "a", "-", "_", ".", "..", "/", "?", "#", "%2F", "%00", "\r\n", "\0", ":", "\u001b",
            "é"),
        Arbitraries.strings().all().ofMaxLength(3));
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> some = parts().list().ofMaxSize(4).map(list -> String.join("", list));
    return Arbitraries.oneOf(
        some, arns(), some.map(text -> ARN + text), some.map(text -> text + ARN));
  }

  @Provide
  Arbitrary<String> arns() {
    Arbitrary<String> some = parts().list().ofMaxSize(2).map(list -> String.join("", list));
    Arbitrary<String> regions = Arbitraries.oneOf(Arbitraries.just("us-east-1"), some);
    Arbitrary<String> types =
        Arbitraries.of(
            "model-import-job",
            "custom-model/imported",
            "provisioned-model",
            "custom-model-deployment",
            "model-customization-job/amazon.nova-lite-v1:0:300k",
            "model-copy-job",
            "foundation-model",
            "application-inference-profile",
            "evaluation-job");
    return Combinators.combine(some, regions, some, types, some)
        .as((a, b, c, t, d) -> "arn:" + a + ":bedrock:" + b + ":" + c + ":" + t + "/x" + d);
  }

  private static Stream<Identifier> identifiers() {
    return Stream.of(
        Tables.named("model_import_jobs").identifier(),
        Tables.named("imported_models").identifier(),
        Tables.named("model_import_job_tags").identifier(),
        Tables.named("custom_models").identifier(),
        Tables.named("model_invocation_jobs").identifier(),
        Tables.named("provisioned_model_throughputs").identifier(),
        Tables.named("custom_model_deployments").identifier(),
        Tables.named("model_customization_jobs").identifier(),
        Tables.named("model_copy_jobs").identifier(),
        Tables.named("foundation_models").identifier(),
        Tables.named("inference_profiles").identifier(),
        Tables.named("evaluation_jobs").identifier());
  }

  private static boolean possible(Identifier identifier, String text) {
    return Stream.of(
            identifier.identifierColumn(),
            Optional.of(identifier.arnColumn()),
            identifier.otherColumn())
        .flatMap(Optional::stream)
        .anyMatch(column -> identifier.possible(new Key(column, text), "us-east-1"));
  }

  @Property(seed = SEED, tries = 20_000)
  void onlyWhatIsHarmlessInAPath(@ForAll("texts") String text) {
    assertThat(identifiers().filter(identifier -> possible(identifier, text)))
        .allMatch(identifier -> HARMLESS.matcher(text).matches());
  }

  @Property(seed = SEED, tries = 200)
  void longTextTakesNoLongerThanItsLength(
      @ForAll("parts") String part, @ForAll("texts") String start, @ForAll("texts") String end) {
    String text = start + part.repeat(100_000 / Math.max(1, part.length())) + end;
    Assertions.assertTimeout(
        Duration.ofSeconds(20),
        () ->
            assertThat(identifiers().filter(i -> !i.isStandard(text) && possible(i, text)))
                .hasSizeLessThan(13));
  }
}
