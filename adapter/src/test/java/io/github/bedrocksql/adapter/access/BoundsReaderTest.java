package io.github.bedrocksql.adapter.access;

import static io.github.bedrocksql.adapter.access.JobColumns.ACCOUNT;
import static io.github.bedrocksql.adapter.access.JobColumns.ARN;
import static io.github.bedrocksql.adapter.access.JobColumns.CREATION;
import static io.github.bedrocksql.adapter.access.JobColumns.IDENTIFIER;
import static io.github.bedrocksql.adapter.access.JobColumns.NAME;
import static io.github.bedrocksql.adapter.access.JobColumns.OTHER;
import static io.github.bedrocksql.adapter.access.JobColumns.REGION;
import static io.github.bedrocksql.adapter.access.JobColumns.STATUS;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.github.bedrocksql.adapter.access.Restriction.Comparison;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoundsReaderTest {
  private static final long DAY = 86_400_000;

  @Test
  void equalsNarrowsByItsColumn() {
    assertThat(equalsTo(IDENTIFIER, "a")).isEqualTo(Bounds.ofKey(new Key(IDENTIFIER, "a")));
    assertThat(equalsTo(ARN, "a")).isEqualTo(Bounds.ofKey(new Key(ARN, "a")));
    assertThat(equalsTo(NAME, "a")).isEqualTo(Bounds.ofKey(new Key(NAME, "a")));
    assertThat(equalsTo(STATUS, "Failed")).isEqualTo(Bounds.ofValue(STATUS, "Failed"));
    assertThat(equalsTo(REGION, "eu-west-1")).isEqualTo(Bounds.ofValue(REGION, "eu-west-1"));
    assertThat(equalsTo(ACCOUNT, "1")).isEqualTo(Bounds.ofValue(ACCOUNT, "1"));
    assertThat(equalsTo(OTHER, "x")).isEqualTo(Bounds.ALL);
  }

  @ParameterizedTest
  @ValueSource(ints = {IDENTIFIER, ARN, NAME, STATUS, REGION, ACCOUNT})
  void nullEqualsNothing(int column) {
    assertThat(equalsTo(column, null)).isEqualTo(Bounds.NONE);
  }

  @Test
  void unboundValueIsSymbolic() {
    Bounds bounds = equalsTo(STATUS, new Unbound("?1"));
    assertThat(bounds.symbolic()).isTrue();
    assertThat(bounds.of(STATUS)).contains(ImmutableSet.of("?1"));
    assertThat(equalsTo(NAME, new Unbound("?1")).keys())
        .contains(ImmutableSet.of(new Key(NAME, "?1")));
  }

  @Test
  void allAnyAndTheRest() {
    Restriction failed = new Restriction.Equals(STATUS, 0);
    Restriction done = new Restriction.Equals(STATUS, 1);
    Restriction.Anything anything = new Restriction.Anything();
    assertThat(read(all(failed, done), "Failed", "Completed")).isEqualTo(Bounds.NONE);
    assertThat(read(any(failed, done), "Failed", "Completed").of(STATUS))
        .contains(ImmutableSet.of("Failed", "Completed"));
    assertThat(read(any(failed, anything), "Failed")).isEqualTo(Bounds.ALL);
    assertThat(read(all(failed, anything), "Failed")).isEqualTo(Bounds.ofValue(STATUS, "Failed"));
    assertThat(read(any(failed, new Restriction.Nothing()), "Failed"))
        .isEqualTo(Bounds.ofValue(STATUS, "Failed"));
    assertThat(read(all(failed, new Restriction.Nothing()), "Failed")).isEqualTo(Bounds.NONE);
    assertThat(read(all())).isEqualTo(Bounds.ALL);
    assertThat(read(any())).isEqualTo(Bounds.NONE);
    assertThat(read(any(failed, done), null, "Completed"))
        .isEqualTo(Bounds.ofValue(STATUS, "Completed"));
  }

  @Test
  void likeOfTheName() {
    assertThat(like(NAME, false, "llama-3%")).isEqualTo(Bounds.ofNameContaining("llama-3"));
    assertThat(like(NAME, false, "llama")).isEqualTo(Bounds.ofKey(new Key(NAME, "llama")));
    assertThat(like(NAME, false, "%")).isEqualTo(Bounds.ALL);
    assertThat(like(NAME, true, "LLAMA-3%")).isEqualTo(Bounds.ofNameContaining("3"));
    assertThat(like(NAME, true, "llama")).isEqualTo(Bounds.ALL);
    assertThat(like(NAME, false, (Object) null)).isEqualTo(Bounds.NONE);
    assertThat(like(NAME, false, new Unbound("?1")).later())
        .containsExactly("nameContains by job_name LIKE ?1");
  }

  @Test
  void likeOfOtherColumns() {
    assertThat(like(STATUS, false, "Failed")).isEqualTo(Bounds.ofValue(STATUS, "Failed"));
    assertThat(like(STATUS, false, "Fail%")).isEqualTo(Bounds.ALL);
    assertThat(like(ARN, false, "arn:%")).isEqualTo(Bounds.ALL);
    assertThat(like(REGION, false, "us-east-1")).isEqualTo(Bounds.ofValue(REGION, "us-east-1"));
    assertThat(like(OTHER, false, new Unbound("?1"))).isEqualTo(Bounds.ALL);
  }

  @Test
  void likeWithEscape() {
    Restriction like = new Restriction.Like(NAME, 0, 1, false);
    assertThat(read(like, "a!_bc%", "!")).isEqualTo(Bounds.ofNameContaining("bc"));
    assertThat(read(like, "abc%", null)).isEqualTo(Bounds.NONE);
    assertThat(read(like, null, "!")).isEqualTo(Bounds.NONE);
    assertThat(read(like, "abc%", "")).isEqualTo(Bounds.ofNameContaining("abc"));
    assertThat(read(like, "abc%", "!!")).isEqualTo(Bounds.ALL);
    assertThat(read(like, "abc!", "!")).isEqualTo(Bounds.ALL);
    assertThat(read(like, "abc%", new Unbound("?2")).symbolic()).isTrue();
  }

  @Test
  void containsOfTheName() {
    Restriction contains = new Restriction.Contains(NAME, 0);
    assertThat(read(contains, "llama-3")).isEqualTo(Bounds.ofNameContaining("llama-3"));
    assertThat(read(contains, "-%a")).isEqualTo(Bounds.ofNameContaining("a"));
    assertThat(read(contains, "")).isEqualTo(Bounds.ALL);
    assertThat(read(contains, (Object) null)).isEqualTo(Bounds.NONE);
    assertThat(read(contains, new Unbound("?1")).later()).containsExactly("nameContains by ?1");
    assertThat(read(new Restriction.Contains(ARN, 0), "llama")).isEqualTo(Bounds.ALL);
  }

  @ParameterizedTest
  @CsvSource({
    "EQUAL, 1000, 1000",
    "LESS, -9223372036854775808, 999",
    "LESS_OR_EQUAL, -9223372036854775808, 1000",
    "GREATER, 1001, 9223372036854775807",
    "GREATER_OR_EQUAL, 1000, 9223372036854775807",
  })
  void timesAreInclusive(Comparison comparison, long from, long to) {
    assertThat(compares(CREATION, comparison, false, 1_000L))
        .isEqualTo(Bounds.ofCreation(from, to));
  }

  @ParameterizedTest
  @CsvSource({
    "EQUAL, 2, 3",
    "LESS, , 2",
    "LESS_OR_EQUAL, , 3",
    "GREATER, 3, ",
    "GREATER_OR_EQUAL, 2,"
  })
  void datesAreWholeDays(Comparison comparison, Long fromDay, Long toDay) {
    long from = fromDay == null ? Long.MIN_VALUE : fromDay * DAY;
    long to = toDay == null ? Long.MAX_VALUE : toDay * DAY - 1;
    assertThat(compares(CREATION, comparison, true, 2)).isEqualTo(Bounds.ofCreation(from, to));
  }

  @ParameterizedTest
  @EnumSource(Comparison.class)
  void datesBeforeTheEpoch(Comparison comparison) {
    Bounds bounds = compares(CREATION, comparison, true, -1);
    if (comparison == Comparison.EQUAL) {
      assertThat(bounds).isEqualTo(Bounds.ofCreation(-DAY, -1));
    }
    assertThat(bounds.empty()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Comparison.class)
  void timesAtTheExtremesNeverOverflow(Comparison comparison) {
    for (long extreme :
        new long[] {
          Long.MAX_VALUE,
          Long.MAX_VALUE - 1,
          Long.MIN_VALUE + 1,
          Long.MIN_VALUE,
          Long.MAX_VALUE / 4,
          -Long.MAX_VALUE / 4
        }) {
      checkWideEnough(compares(CREATION, comparison, false, extreme), comparison, extreme);
    }
  }

  @ParameterizedTest
  @EnumSource(Comparison.class)
  void datesAtTheExtremesNeverOverflow(Comparison comparison) {
    for (int extreme : new int[] {Integer.MAX_VALUE, Integer.MIN_VALUE}) {
      Bounds bounds = compares(CREATION, comparison, true, extreme);
      checkWideEnough(bounds, comparison, extreme * DAY);
    }
  }

  /** Times that the comparison with {@code bound} leaves must be inside. */
  private static void checkWideEnough(Bounds bounds, Comparison comparison, long bound) {
    for (long time : new long[] {Long.MIN_VALUE, -DAY, 0, 1_700_000_000_000L, Long.MAX_VALUE}) {
      boolean holds =
          switch (comparison) {
            case EQUAL -> time == bound;
            case LESS -> time < bound;
            case LESS_OR_EQUAL -> time <= bound;
            case GREATER -> time > bound;
            case GREATER_OR_EQUAL -> time >= bound;
          };
      if (holds) {
        assertThat(!bounds.empty() && bounds.createdFrom() <= time && time <= bounds.createdTo())
            .as("%s is %s %s, but outside %s", time, comparison.sign(), bound, bounds)
            .isTrue();
      }
    }
  }

  @Test
  void timesThatAreNullUnboundOrOfAnotherColumn() {
    assertThat(compares(CREATION, Comparison.LESS, false, (Object) null)).isEqualTo(Bounds.NONE);
    assertThat(compares(OTHER, Comparison.LESS, false, 5L)).isEqualTo(Bounds.ALL);
    assertThat(compares(CREATION, Comparison.LESS, false, new Unbound("?1")).later())
        .containsExactly("creationTimeBefore near ?1");
    assertThat(compares(CREATION, Comparison.GREATER_OR_EQUAL, false, new Unbound("?1")).later())
        .containsExactly("creationTimeAfter near ?1");
    assertThat(compares(CREATION, Comparison.EQUAL, false, new Unbound("?1")).later())
        .containsExactly("creationTimeAfter and creationTimeBefore near ?1");
  }

  @Test
  void betweenIsBothBounds() {
    Restriction between =
        all(
            new Restriction.Compares(CREATION, Comparison.GREATER_OR_EQUAL, 0, false),
            new Restriction.Compares(CREATION, Comparison.LESS_OR_EQUAL, 1, false));
    assertThat(read(between, 5L, 9L)).isEqualTo(Bounds.ofCreation(5, 9));
    assertThat(read(between, 9L, 5L)).isEqualTo(Bounds.NONE);
    assertThat(read(between, 5L, null)).isEqualTo(Bounds.NONE);
  }

  @Test
  void aTruncatedTimeIsLessThanAUnitBeforeTheTime() {
    assertThat(truncates(Comparison.EQUAL, 100L)).isEqualTo(Bounds.ofCreation(100, 109));
    assertThat(truncates(Comparison.GREATER_OR_EQUAL, 100L))
        .isEqualTo(truncates(Comparison.GREATER, 100L))
        .isEqualTo(Bounds.ofCreation(100, Long.MAX_VALUE));
    assertThat(truncates(Comparison.LESS_OR_EQUAL, 100L))
        .isEqualTo(truncates(Comparison.LESS, 100L))
        .isEqualTo(Bounds.ofCreation(Long.MIN_VALUE, 109));
    assertThat(truncates(Comparison.EQUAL, null)).isEqualTo(Bounds.NONE);
    assertThat(truncates(Comparison.EQUAL, Long.MAX_VALUE)).isEqualTo(Bounds.ALL);
  }

  private static Bounds truncates(Comparison comparison, Long value) {
    return read(new Restriction.Truncates(CREATION, comparison, 0, 10), (Object) value);
  }

  private static Restriction all(Restriction... parts) {
    return new Restriction.All(ImmutableList.copyOf(parts));
  }

  private static Restriction any(Restriction... parts) {
    return new Restriction.Any(ImmutableList.copyOf(parts));
  }

  private static Bounds equalsTo(int column, Object value) {
    return read(new Restriction.Equals(column, 0), value);
  }

  private static Bounds like(int column, boolean ignoreCase, Object pattern) {
    return read(new Restriction.Like(column, 0, -1, ignoreCase), pattern);
  }

  private static Bounds compares(int column, Comparison comparison, boolean days, Object value) {
    return read(new Restriction.Compares(column, comparison, 0, days), value);
  }

  private static Bounds read(Restriction restriction, Object... values) {
    // Places that no restriction names must not matter.
    Object[] padded =
        IntStream.range(0, 3).mapToObj(i -> i < values.length ? values[i] : "x").toArray();
    return JobColumns.reader(padded).read(restriction);
  }
}
