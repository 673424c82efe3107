package io.github.bedrocksql.adapter.access;

import static org.assertj.core.api.Assertions.assertThat;

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
  void onlyStatus() {
    assertThat(ListFilter.ALL.onlyStatus()).isTrue();
    assertThat(filter("Failed", null, null, null).onlyStatus()).isTrue();
    assertThat(filter("Failed", "llama", null, null).onlyStatus()).isFalse();
    assertThat(filter(null, null, 1L, null).onlyStatus()).isFalse();
    assertThat(filter(null, null, null, 1L).onlyStatus()).isFalse();
  }

  @Test
  void statusIsExchangedAndTheRestStays() {
    assertThat(NARROW.withStatus("Completed")).isEqualTo(filter("Completed", "llama", 100L, 200L));
    assertThat(NARROW.withoutStatus()).isEqualTo(filter(null, "llama", 100L, 200L));
  }

  private static ListFilter filter(String status, String contains, Long after, Long before) {
    return new ListFilter(
        Optional.ofNullable(status),
        Optional.ofNullable(contains),
        Optional.ofNullable(after),
        Optional.ofNullable(before));
  }
}
