package io.github.bedrocksql.adapter.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BoundsTest {
  private static final int STATUS = JobColumns.STATUS;
  private static final int REGION = JobColumns.REGION;
  private static final int ACCOUNT = JobColumns.ACCOUNT;
  private static final Key NAME_A = new Key(2, "a");
  private static final Key NAME_B = new Key(2, "b");
  private static final Key ARN_A = new Key(1, "arn-a");

  static Stream<Bounds> some() {
    return Stream.of(
        Bounds.ALL,
        Bounds.NONE,
        Bounds.ofKey(NAME_A),
        Bounds.ofValue(STATUS, "Failed"),
        Bounds.ofValue(REGION, "us-east-1"),
        Bounds.ofValue(ACCOUNT, "111122223333"),
        Bounds.ofNameContaining("llama"),
        Bounds.ofCreation(10, 20),
        Bounds.ofValue(STATUS, "Failed").asSymbolic(),
        Bounds.ofLater("something"));
  }

  @ParameterizedTest
  @MethodSource("some")
  void allIsNeutralInAndAndNoneInOr(Bounds bounds) {
    assertThat(bounds.and(Bounds.ALL)).isEqualTo(bounds);
    assertThat(Bounds.ALL.and(bounds)).isEqualTo(bounds);
    assertThat(bounds.or(Bounds.NONE)).isEqualTo(bounds);
    assertThat(Bounds.NONE.or(bounds)).isEqualTo(bounds);
    assertThat(bounds.and(Bounds.NONE)).isEqualTo(Bounds.NONE);
    assertThat(Bounds.NONE.and(bounds)).isEqualTo(Bounds.NONE);
    assertThat(bounds.or(bounds)).isEqualTo(bounds);
  }

  @ParameterizedTest
  @MethodSource("some")
  void anythingOrAllIsUnbounded(Bounds bounds) {
    Bounds either = bounds.or(Bounds.ALL);
    assertThat(either.empty()).isFalse();
    assertThat(either.keys()).isEmpty();
    assertThat(either.of(STATUS)).isEmpty();
    assertThat(either.nameContains()).isEmpty();
    assertThat(either.createdFrom()).isEqualTo(Long.MIN_VALUE);
    assertThat(either.createdTo()).isEqualTo(Long.MAX_VALUE);
    assertThat(either.of(REGION)).isEmpty();
    assertThat(either.of(ACCOUNT)).isEmpty();
    assertThat(either.later()).isEmpty();
  }

  @Test
  void differentValuesContradict() {
    assertThat(Bounds.ofKey(NAME_A).and(Bounds.ofKey(NAME_B))).isEqualTo(Bounds.NONE);
    assertThat(Bounds.ofValue(STATUS, "Failed").and(Bounds.ofValue(STATUS, "Completed")))
        .isEqualTo(Bounds.NONE);
    assertThat(Bounds.ofValue(REGION, "a").and(Bounds.ofValue(REGION, "b"))).isEqualTo(Bounds.NONE);
    assertThat(Bounds.ofValue(ACCOUNT, "1").and(Bounds.ofValue(ACCOUNT, "2")))
        .isEqualTo(Bounds.NONE);
    assertThat(Bounds.ofCreation(5, 9).and(Bounds.ofCreation(10, 20))).isEqualTo(Bounds.NONE);
    assertThat(Bounds.ofCreation(9, 5)).isEqualTo(Bounds.NONE);
  }

  @Test
  void sameStaysAndSetsMeet() {
    Bounds ab = Bounds.ofValue(STATUS, "A").or(Bounds.ofValue(STATUS, "B"));
    Bounds bc = Bounds.ofValue(STATUS, "B").or(Bounds.ofValue(STATUS, "C"));
    assertThat(ab.of(STATUS)).contains(ImmutableSet.of("A", "B"));
    assertThat(ab.and(bc)).isEqualTo(Bounds.ofValue(STATUS, "B"));
    assertThat(Bounds.ofKey(NAME_A).and(Bounds.ofKey(NAME_A))).isEqualTo(Bounds.ofKey(NAME_A));
  }

  @Test
  void nameAndArnMayBeOfOneJob() {
    Bounds names = Bounds.ofKey(NAME_A).or(Bounds.ofKey(NAME_B));
    assertThat(names.and(Bounds.ofKey(ARN_A)).keys()).contains(ImmutableSet.of(ARN_A));
    assertThat(Bounds.ofKey(ARN_A).and(names).keys()).contains(ImmutableSet.of(ARN_A));
    Bounds mixed = Bounds.ofKey(NAME_A).or(Bounds.ofKey(ARN_A));
    assertThat(mixed.and(Bounds.ofKey(NAME_B)).keys()).contains(ImmutableSet.of(NAME_B));
  }

  @Test
  void aNameAndAnArnOfOneColumnMayMeet() {
    Bounds name = Bounds.ofKey(new Key(0, "a"));
    Bounds arn = Bounds.ofKey(new Key(0, "arn:aws:bedrock:us-east-1:1:model-import-job/a"));
    assertThat(name.and(arn).empty()).isFalse();
    assertThat(name.and(Bounds.ofKey(new Key(0, "b")))).isEqualTo(Bounds.NONE);
  }

  @Test
  void keyOrAnotherConditionIsNoKey() {
    Bounds either = Bounds.ofKey(NAME_A).or(Bounds.ofValue(STATUS, "Failed"));
    assertThat(either).isEqualTo(Bounds.ALL);
  }

  @Test
  void keyAndStatusOrKeyAndStatusKeepsBoth() {
    Bounds either =
        Bounds.ofKey(NAME_A)
            .and(Bounds.ofValue(STATUS, "Failed"))
            .or(Bounds.ofKey(NAME_B).and(Bounds.ofValue(STATUS, "Completed")));
    assertThat(either.keys()).contains(ImmutableSet.of(NAME_A, NAME_B));
    assertThat(either.of(STATUS)).contains(ImmutableSet.of("Failed", "Completed"));
  }

  @Test
  void timesNarrowAndWiden() {
    Bounds late = Bounds.ofCreation(10, Long.MAX_VALUE);
    Bounds early = Bounds.ofCreation(Long.MIN_VALUE, 20);
    assertThat(late.and(early)).isEqualTo(Bounds.ofCreation(10, 20));
    assertThat(late.or(early)).isEqualTo(Bounds.ALL);
    assertThat(Bounds.ofCreation(1, 5).or(Bounds.ofCreation(10, 20)))
        .isEqualTo(Bounds.ofCreation(1, 20));
    assertThat(late.and(Bounds.ofCreation(Long.MIN_VALUE, 10)))
        .isEqualTo(Bounds.ofCreation(10, 10));
  }

  @Test
  void longerNameTextIsTheNarrower() {
    Bounds both = Bounds.ofNameContaining("job").and(Bounds.ofNameContaining("llama"));
    assertThat(both.nameContains()).contains("llama");
    assertThat(Bounds.ofNameContaining("llama").and(Bounds.ofNameContaining("job")))
        .isEqualTo(both);
    assertThat(Bounds.ofNameContaining("job").or(Bounds.ofNameContaining("llama")))
        .isEqualTo(Bounds.ALL);
  }

  @Test
  void valuesOfRunTimeMayTurnOutToBeOne() {
    Bounds unknown = Bounds.ofKey(new Key(2, "?1")).asSymbolic();
    Bounds both = Bounds.ofKey(NAME_A).and(unknown);
    assertThat(both.empty()).isFalse();
    assertThat(both.symbolic()).isTrue();
    assertThat(both.keys().orElseThrow()).hasSize(1);
    assertThat(
            Bounds.ofValue(STATUS, "Failed").and(Bounds.ofValue(STATUS, "?1").asSymbolic()).empty())
        .isFalse();
    Bounds three = Bounds.ofKey(NAME_A).or(Bounds.ofKey(NAME_B)).or(Bounds.ofKey(ARN_A));
    assertThat(three.and(unknown).keys()).contains(ImmutableSet.of(new Key(2, "?1")));
  }

  @Test
  void timesThatContradictDoSoWhateverElseIsUnknown() {
    Bounds never = Bounds.ofCreation(5, 9).and(Bounds.ofValue(STATUS, "?1").asSymbolic());
    assertThat(never.and(Bounds.ofCreation(10, 20))).isEqualTo(Bounds.NONE);
  }

  @Test
  void whatNarrowsLaterIsToldWhereAllPartsDo() {
    Bounds first = Bounds.ofLater("first");
    Bounds second = Bounds.ofLater("second");
    assertThat(first.and(second).later()).containsExactly("first", "second");
    assertThat(first.or(second).later()).isEmpty();
    assertThat(first.and(second).or(second).later()).containsExactly("second");
    assertThat(first.symbolic()).isTrue();
  }
}
