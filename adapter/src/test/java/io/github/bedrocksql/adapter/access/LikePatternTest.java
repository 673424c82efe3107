package io.github.bedrocksql.adapter.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikePatternTest {
  /** As the API's model has the names of jobs. */
  private static final Pattern JOB = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9+\\-.]*");

  private static final Pattern MODEL = Pattern.compile("(?:[0-9a-zA-Z][_-]?)++");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "llama% | llama",
        "%llama | llama",
        "%llama% | llama",
        "llama%v2 | llama",
        "a%llama-3%bb | llama-3",
        "aa%bb%cc | aa",
        "a_bb_c | bb",
        "__job-1 | job-1",
        "%%job%%1%% | job",
        "job-0000_ | job-0000",
        "%-3 | 3",
        "%--% | ``",
        "%-abc% | abc",
        "%+.a% | a",
        "%a b-c% | b-c",
        "%x/abc% | abc",
        "% | ``",
        "_ | ``",
        "%'% | ``",
        "%é% | ``",
      })
  void longestRunThatTheApiTakes(String like, String sent) {
    assertThat(sendable(like, null, JOB, false)).isEqualTo(present(sent));
    assertThat(LikePattern.of(like, null).orElseThrow().exact()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "job-1 | job-1",
        "!job | job",
        "a!%b | a%b",
        "a!_b | a_b",
        "a!!b | a!b",
        "!!!! | !!",
        "`` | ``",
      })
  void withoutWildcardItIsOneText(String like, String exact) {
    assertThat(LikePattern.of(like, '!').orElseThrow().exact()).contains(exact);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "%a!%bcd% | bcd",
        "%a!_b% | a",
        "abc!%% | abc",
        "%ab!!c% | ab",
        "!%!%% | ``",
        "%!-a% | a",
      })
  void escapedCharacterIsItself(String like, String sent) {
    assertThat(sendable(like, '!', JOB, false)).isEqualTo(present(sent));
  }

  @Test
  void wildcardMayBeTheEscape() {
    assertThat(LikePattern.of("a%%b", '%').orElseThrow().exact()).contains("a%b");
    assertThat(LikePattern.of("a__b%", '_').orElseThrow().runs()).containsExactly("a_b", "");
  }

  @ParameterizedTest
  @CsvSource({"abc!", "!", "abc%!", "a!!!"})
  void endInTheEscapeIsLeftToLike(String like) {
    assertThat(LikePattern.of(like, '!')).isEmpty();
  }

  @Test
  void withoutEscapeTheCharacterIsPlain() {
    assertThat(LikePattern.of("ab!", null).orElseThrow().exact()).contains("ab!");
    assertThat(LikePattern.of("ab\\%", null).orElseThrow().runs()).containsExactly("ab\\", "");
  }

  @Test
  void runsAreBetweenWildcards() {
    assertThat(LikePattern.of("a%bc_d", null).orElseThrow().runs()).containsExactly("a", "bc", "d");
    assertThat(LikePattern.of("%_", null).orElseThrow().runs()).containsExactly("", "", "");
  }

  @Test
  void cutAtWhatTheApiTakes() {
    String name = "ab".repeat(31) + "c";
    assertThat(sendable(name + "%", null, JOB, false)).contains(name);
    assertThat(sendable(name + "d%", null, JOB, false)).contains(name);
    assertThat(sendable("x%" + name + "-".repeat(90) + "%", null, JOB, false)).contains(name);
  }

  @Test
  void firstOfTheLongest() {
    assertThat(sendable("%aaa%bbb%", null, JOB, false)).contains("aaa");
    assertThat(LikePattern.sendable("a_bb_cc", JOB, false)).contains("bb");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "job-123% | 123",
        "%llama% | ``",
        "a1b22c333d% | 333",
        "%-.5% | 5",
        "Ä42% | 42",
      })
  void withoutCaseOnlyTextWithoutLetters(String like, String sent) {
    assertThat(sendable(like, null, JOB, true)).isEqualTo(present(sent));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "%my!_model% | my_model",
        "%my-model% | my-model",
        "%_model | model",
        "%!_model | model",
        "%a!_!_bcd% | bcd",
        "%abc--d% | abc-",
        "%abc.d% | abc",
      })
  void patternOfModels(String like, String sent) {
    assertThat(sendable(like, '!', MODEL, false)).isEqualTo(present(sent));
    assertThat(MODEL.matcher(sent).matches()).isTrue();
  }

  @Test
  void longTextDoesNotBacktrack() {
    String text = "a".repeat(20_000) + "!";
    assertThat(LikePattern.sendable(text, MODEL, false)).contains("a".repeat(63));
    assertThat(LikePattern.sendable(text, JOB, false)).contains("a".repeat(63));
  }

  private static Optional<String> sendable(
      String like, Character escape, Pattern containable, boolean ignoreCase) {
    return LikePattern.of(like, escape).orElseThrow().sendable(containable, ignoreCase);
  }

  private static Optional<String> present(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
