package io.github.bedrocksql.adapter.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ListFilterTest {
  private static final ListFilter NARROW = filter("Failed", "llama", 100L, 200L);

  @Test
  void everyFilterCoversItselfAndAllCoversEvery() {
    for (ListFilter filter :
        List.of(
            ListFilter.ALL,
            NARROW,
            filter(null, "llama", null, null),
            filter(null, null, 1L, null))) {
      assertThat(filter.covers(filter)).isTrue();
      assertThat(ListFilter.ALL.covers(filter)).isTrue();
      assertThat(filter.covers(ListFilter.ALL)).isEqualTo(filter.equals(ListFilter.ALL));
    }
  }

  @Test
  void oneWiderParameterIsEnough() {
    assertThat(filter(null, "llama", 100L, 200L).covers(NARROW)).isTrue();
    assertThat(filter("Failed", null, 100L, 200L).covers(NARROW)).isTrue();
    assertThat(filter("Failed", "llama", null, 200L).covers(NARROW)).isTrue();
    assertThat(filter("Failed", "llama", 100L, null).covers(NARROW)).isTrue();
    assertThat(filter("Failed", "llama", 99L, 201L).covers(NARROW)).isTrue();
  }

  @Test
  void oneNarrowerOrOtherParameterIsNot() {
    assertThat(filter("Completed", "llama", 100L, 200L).covers(NARROW)).isFalse();
    assertThat(filter("Failed", "mistral", 100L, 200L).covers(NARROW)).isFalse();
    assertThat(filter("Failed", "llama", 101L, 200L).covers(NARROW)).isFalse();
    assertThat(filter("Failed", "llama", 100L, 199L).covers(NARROW)).isFalse();
    assertThat(NARROW.covers(filter(null, "llama", 100L, 200L))).isFalse();
    assertThat(NARROW.covers(filter("Failed", null, 100L, 200L))).isFalse();
    assertThat(NARROW.covers(filter("Failed", "llama", null, 200L))).isFalse();
    assertThat(NARROW.covers(filter("Failed", "llama", 100L, null))).isFalse();
  }

  @Test
  void whatOnlyTheListTellsIsNotInAWiderOne() {
    ListFilter own = ListFilter.ALL.telling("isOwned", "true");
    assertThat(ListFilter.ALL.covers(own)).isFalse();
    assertThat(ListFilter.ALL.with("isOwned", "true").covers(own)).isFalse();
    assertThat(own.covers(own)).isTrue();
    assertThat(own.covers(own.with("modelStatus", "Active"))).isTrue();
    assertThat(own.covers(ListFilter.ALL.with("isOwned", "true"))).isTrue();
  }

  @Test
  void onlyEqual() {
    assertThat(ListFilter.ALL.onlyEqual()).isTrue();
    assertThat(filter("Failed", null, null, null).onlyEqual()).isTrue();
    assertThat(filter("Failed", "llama", null, null).onlyEqual()).isFalse();
    assertThat(filter(null, null, 1L, null).onlyEqual()).isFalse();
    assertThat(filter(null, null, null, 1L).onlyEqual()).isFalse();
  }

  @Test
  void valueIsExchangedAndTheRestStays() {
    assertThat(NARROW.with("statusEquals", "Completed"))
        .isEqualTo(filter("Completed", "llama", 100L, 200L));
    assertThat(NARROW.withoutEqual()).isEqualTo(filter(null, "llama", 100L, 200L));
  }

  private static ListFilter filter(String status, String contains, Long after, Long before) {
    return new ListFilter(
        status == null ? ImmutableMap.of() : ImmutableMap.of("statusEquals", status),
        ImmutableSet.of(),
        Optional.ofNullable(contains),
        Optional.ofNullable(after),
        Optional.ofNullable(before));
  }
}
