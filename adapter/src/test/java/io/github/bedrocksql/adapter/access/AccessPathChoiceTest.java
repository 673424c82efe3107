package io.github.bedrocksql.adapter.access;

import static io.github.bedrocksql.adapter.access.JobColumns.ARN;
import static io.github.bedrocksql.adapter.access.JobColumns.IDENTIFIER;
import static io.github.bedrocksql.adapter.access.JobColumns.NAME;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessPathChoiceTest {
  private static final int STATUS = JobColumns.STATUS;
  private static final int REGION_COLUMN = JobColumns.REGION;
  private static final int ACCOUNT_COLUMN = JobColumns.ACCOUNT;
  private static final String REGION = "us-east-1";
  private static final String ACCOUNT = "111122223333";
  private static final long NOON = Instant.parse("2026-01-01T12:00:00Z").toEpochMilli();

  @Test
  void nothingPossibleIsNoCall() {
    assertThat(choice(ImmutableMap.of()).choose(Bounds.NONE)).isEqualTo(new AccessPath.None());
    assertThat(choice(ImmutableMap.of()).choose(Bounds.ofValue(STATUS, "cancelled")))
        .isEqualTo(new AccessPath.None());
    assertThat(choice(ImmutableMap.of()).choose(names("under_score", "-dash")))
        .isEqualTo(new AccessPath.None());
  }

  @Test
  void nothingKnownIsOneListOfAll() {
    assertThat(choice(ImmutableMap.of()).choose(Bounds.ALL)).isEqualTo(lists(ListFilter.ALL));
  }

  @Test
  void keysAreGets() {
    Bounds keys = names("a", "b").or(Bounds.ofKey(new Key(IDENTIFIER, "c")));
    assertThat(choice(ImmutableMap.of()).choose(keys))
        .isEqualTo(
            new AccessPath.Get(
                ImmutableSet.of(new Key(NAME, "a"), new Key(NAME, "b"), new Key(IDENTIFIER, "c"))));
  }

  @Test
  void keysThatNoRowHasAreLeftOut() {
    assertThat(choice(ImmutableMap.of()).choose(names("a", "under_score")))
        .isEqualTo(new AccessPath.Get(ImmutableSet.of(new Key(NAME, "a"))));
  }

  @Test
  void keysOrAListWhicheverIsFewer() {
    Map<String, Long> page = ImmutableMap.of("", 18L);
    assertThat(choice(page).choose(names(3))).isEqualTo(lists(ListFilter.ALL));
    assertThat(choice(page).choose(names(1))).isInstanceOf(AccessPath.Get.class);
    assertThat(choice(ImmutableMap.of("", 1_000L)).choose(names(2)))
        .isEqualTo(lists(ListFilter.ALL));
    assertThat(choice(ImmutableMap.of("", 1_001L)).choose(names(2)))
        .isInstanceOf(AccessPath.Get.class);
    assertThat(choice(ImmutableMap.of("", 5_000L)).choose(names(5)))
        .isInstanceOf(AccessPath.Get.class);
    assertThat(choice(ImmutableMap.of("", 5_000L)).choose(names(6)))
        .isEqualTo(lists(ListFilter.ALL));
  }

  @Test
  void detailsCostAGetEachAfterTheList() {
    AccessPathChoice hydrating = choice(ImmutableMap.of("", 18L), true, false);
    assertThat(hydrating.choose(names(3))).isInstanceOf(AccessPath.Get.class);
    assertThat(hydrating.choose(names(19))).isInstanceOf(AccessPath.Get.class);
    assertThat(hydrating.choose(names(20))).isEqualTo(lists(ListFilter.ALL));
  }

  @Test
  void statusNarrowsTheListThatReplacesKeys() {
    Bounds failed = names(4).and(Bounds.ofValue(STATUS, "Failed"));
    assertThat(choice(ImmutableMap.of("", 9_000L, "Failed", 900L)).choose(failed))
        .isEqualTo(lists(ListFilter.ALL.with("statusEquals", "Failed")));
    assertThat(choice(ImmutableMap.of("", 9_000L)).choose(failed))
        .isInstanceOf(AccessPath.Get.class);
  }

  @Test
  void oneStatusIsPushed() {
    assertThat(choice(ImmutableMap.of()).choose(Bounds.ofValue(STATUS, "Failed")))
        .isEqualTo(lists(ListFilter.ALL.with("statusEquals", "Failed")));
    Bounds withUnknown = Bounds.ofValue(STATUS, "Failed").or(Bounds.ofValue(STATUS, "FAILED"));
    assertThat(choice(ImmutableMap.of()).choose(withUnknown))
        .isEqualTo(lists(ListFilter.ALL.with("statusEquals", "Failed")));
  }

  /** The API may have got it since: it takes no such parameter, so all rows are read. */
  @Test
  void statusThatMayBeNewIsLookedForAmongAll() {
    AccessPath.Listing all = new AccessPath.Listing(ImmutableList.of(ListFilter.ALL), true);
    AccessPathChoice choice = choice(ImmutableMap.of());
    assertThat(choice.choose(Bounds.ofValue(STATUS, "Stopping"))).isEqualTo(all);
    assertThat(
            choice.choose(Bounds.ofValue(STATUS, "Failed").or(Bounds.ofValue(STATUS, "Stopping"))))
        .isEqualTo(all);
    for (String none :
        new String[] {"failed", "FAILED", "stopping", "Not Started", "", "Failed "}) {
      assertThat(choice.choose(Bounds.ofValue(STATUS, none))).isEqualTo(new AccessPath.None());
    }
  }

  @Test
  void severalStatusesAreOneListUntilMoreIsKnown() {
    Bounds two = Bounds.ofValue(STATUS, "Failed").or(Bounds.ofValue(STATUS, "InProgress"));
    AccessPath one = lists(ListFilter.ALL);
    AccessPath several =
        lists(
            ListFilter.ALL.with("statusEquals", "InProgress"),
            ListFilter.ALL.with("statusEquals", "Failed"));
    assertThat(choice(ImmutableMap.of()).choose(two)).isEqualTo(one);
    assertThat(choice(ImmutableMap.of("", 900L)).choose(two)).isEqualTo(one);
    assertThat(choice(ImmutableMap.of("", 5_000L, "Failed", 1_250L)).choose(two))
        .isEqualTo(several);
    assertThat(choice(ImmutableMap.of("", 5_000L)).choose(two)).isEqualTo(one);
    assertThat(choice(ImmutableMap.of("Failed", 10L, "InProgress", 1L)).choose(two)).isEqualTo(one);
    assertThat(choice(ImmutableMap.of("", 2_000L, "Failed", 900L, "InProgress", 1L)).choose(two))
        .isEqualTo(one);
    assertThat(choice(ImmutableMap.of("", 5_000L, "Failed", 10L), false, true).choose(two))
        .as("an order needs one list")
        .isEqualTo(one);
  }

  @Test
  void otherFiltersGoWithEachStatus() {
    Bounds bounds =
        Bounds.ofValue(STATUS, "Failed")
            .or(Bounds.ofValue(STATUS, "InProgress"))
            .and(Bounds.ofNameContaining("llama"));
    AccessPath.Listing listing =
        (AccessPath.Listing) choice(ImmutableMap.of("", 9_000L, "Failed", 1L)).choose(bounds);
    assertThat(listing.lists())
        .hasSize(2)
        .allMatch(f -> f.nameContains().equals(Optional.of("llama")));
  }

  @Test
  void regionAndAccountAndArn() {
    AccessPathChoice choice = choice(ImmutableMap.of());
    assertThat(choice.choose(Bounds.ofValue(REGION_COLUMN, "eu-west-1")))
        .isEqualTo(new AccessPath.None());
    assertThat(choice.choose(Bounds.ofValue(REGION_COLUMN, REGION)))
        .isEqualTo(lists(ListFilter.ALL));
    assertThat(
            choice.choose(
                Bounds.ofValue(REGION_COLUMN, "eu-west-1")
                    .or(Bounds.ofValue(REGION_COLUMN, REGION))))
        .isEqualTo(lists(ListFilter.ALL));
    Key elsewhere = new Key(ARN, JobColumns.arn("eu-west-1", ACCOUNT, "abc"));
    assertThat(choice.choose(Bounds.ofKey(elsewhere))).isEqualTo(new AccessPath.None());
    Key here = new Key(ARN, JobColumns.arn(REGION, ACCOUNT, "abc"));
    assertThat(choice.choose(Bounds.ofKey(here).or(Bounds.ofKey(elsewhere))))
        .isEqualTo(new AccessPath.Get(ImmutableSet.of(here)));
    assertThat(
            choice.choose(Bounds.ofKey(here).and(Bounds.ofValue(ACCOUNT_COLUMN, "999999999999"))))
        .isEqualTo(new AccessPath.None());
    assertThat(choice.choose(Bounds.ofKey(here).and(Bounds.ofValue(ACCOUNT_COLUMN, ACCOUNT))))
        .isEqualTo(new AccessPath.Get(ImmutableSet.of(here)));
    Bounds named = names("a").and(Bounds.ofValue(ACCOUNT_COLUMN, "999999999999"));
    assertThat(choice.choose(named)).isInstanceOf(AccessPath.Get.class);
  }

  @Test
  void accountOfAnAssumedRolePrunes() {
    AccessPathChoice choice =
        new AccessPathChoice(
            JobColumns.CAPABILITY,
            JobColumns.KEYS,
            new KnownTarget(Optional.of(REGION), Optional.of(ACCOUNT)),
            KnownRows.NOTHING,
            false,
            ImmutableSet.of(),
            false);
    assertThat(choice.choose(Bounds.ofValue(ACCOUNT_COLUMN, "210987654321")))
        .isInstanceOf(AccessPath.None.class);
    assertThat(choice.choose(Bounds.ofValue(ACCOUNT_COLUMN, ACCOUNT)))
        .isInstanceOf(AccessPath.Listing.class);
    Key others = new Key(ARN, JobColumns.arn(REGION, "210987654321", "abc"));
    assertThat(choice.choose(Bounds.ofKey(others))).isInstanceOf(AccessPath.None.class);
    Key own = new Key(ARN, JobColumns.arn(REGION, ACCOUNT, "abc"));
    assertThat(choice.choose(Bounds.ofKey(own))).isInstanceOf(AccessPath.Get.class);
  }

  @Test
  void regionThatIsNotKnownYetPrunesNothing() {
    AccessPathChoice choice =
        new AccessPathChoice(
            JobColumns.CAPABILITY,
            JobColumns.KEYS,
            KnownTarget.UNKNOWN,
            KnownRows.NOTHING,
            false,
            ImmutableSet.of(),
            false);
    Key elsewhere = new Key(ARN, JobColumns.arn("eu-west-1", ACCOUNT, "abc"));
    assertThat(choice.choose(Bounds.ofKey(elsewhere))).isInstanceOf(AccessPath.Get.class);
    assertThat(choice.choose(Bounds.ofValue(REGION_COLUMN, "eu-west-1")))
        .isInstanceOf(AccessPath.Listing.class);
  }

  @Test
  void valuesOfRunTimePruneNothing() {
    AccessPathChoice choice = choice(ImmutableMap.of());
    assertThat(choice.choose(Bounds.ofKey(new Key(NAME, "?1")).asSymbolic()))
        .isEqualTo(new AccessPath.Get(ImmutableSet.of(new Key(NAME, "?1"))));
    assertThat(choice.choose(Bounds.ofValue(STATUS, "?1").asSymbolic()))
        .isEqualTo(lists(ListFilter.ALL.with("statusEquals", "?1")));
    assertThat(choice.choose(Bounds.ofValue(REGION_COLUMN, "?1").asSymbolic()))
        .isEqualTo(lists(ListFilter.ALL));
  }

  @Test
  void timesAreWidenedByASecond() {
    assertThat(choice(ImmutableMap.of()).choose(Bounds.ofCreation(NOON, NOON + 5_000)))
        .isEqualTo(lists(timed(NOON - 1_000, NOON + 6_000)));
  }

  @ParameterizedTest
  @CsvSource({
    "-9223372036854775808",
    "-1000000000000000",
    "-1",
    "0",
    "1000",
    "253402300798000",
    "253402300799999",
    "9223372036854775807",
  })
  void farTimesAreNotSent(long far) {
    AccessPath from = choice(ImmutableMap.of()).choose(Bounds.ofCreation(far, Long.MAX_VALUE));
    assertThat(from).isEqualTo(lists(ListFilter.ALL));
    AccessPath to = choice(ImmutableMap.of()).choose(Bounds.ofCreation(Long.MIN_VALUE, far));
    assertThat(to).isEqualTo(lists(ListFilter.ALL));
  }

  @ParameterizedTest
  @ValueSource(longs = {1_001, 253_402_300_797_999L})
  void nearestTimesThatAreSent(long near) {
    assertThat(choice(ImmutableMap.of()).choose(Bounds.ofCreation(near, Long.MAX_VALUE)))
        .isEqualTo(lists(timed(near - 1_000, null)));
    assertThat(choice(ImmutableMap.of()).choose(Bounds.ofCreation(Long.MIN_VALUE, near)))
        .isEqualTo(lists(timed(null, near + 1_000)));
  }

  @Test
  void pages() {
    assertThat(AccessPathChoice.pages(0)).isEqualTo(1);
    assertThat(AccessPathChoice.pages(1_000)).isEqualTo(1);
    assertThat(AccessPathChoice.pages(1_001)).isEqualTo(2);
  }

  private static AccessPathChoice choice(Map<String, Long> known) {
    return choice(known, false, false);
  }

  /** {@code known}: rows by status, "" for all. */
  private static AccessPathChoice choice(
      Map<String, Long> known, boolean hydrates, boolean ordered) {
    KnownRows rows =
        equal -> {
          Long count = known.get(equal.getOrDefault("statusEquals", ""));
          return count == null ? OptionalLong.empty() : OptionalLong.of(count);
        };
    return new AccessPathChoice(
        JobColumns.CAPABILITY,
        JobColumns.KEYS,
        new KnownTarget(Optional.of(REGION), Optional.empty()),
        rows,
        hydrates,
        ImmutableSet.of(),
        ordered);
  }

  private static Bounds names(String... names) {
    Bounds bounds = Bounds.NONE;
    for (String name : names) {
      bounds = bounds.or(Bounds.ofKey(new Key(NAME, name)));
    }
    return bounds;
  }

  private static Bounds names(int count) {
    return names(IntStream.range(0, count).mapToObj(i -> "job-" + i).toArray(String[]::new));
  }

  private static AccessPath lists(ListFilter... filters) {
    return new AccessPath.Listing(ImmutableList.copyOf(filters), false);
  }

  private static ListFilter timed(Long after, Long before) {
    return new ListFilter(
        ImmutableMap.of(),
        ImmutableSet.of(),
        Optional.empty(),
        Optional.ofNullable(after),
        Optional.ofNullable(before));
  }
}
