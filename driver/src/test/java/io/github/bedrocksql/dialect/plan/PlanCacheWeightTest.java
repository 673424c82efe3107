package io.github.bedrocksql.dialect.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ContiguousSet;
import com.google.common.collect.DiscreteDomain;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.google.common.collect.Range;
import io.github.bedrocksql.adapter.PlanScope;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What plans keep in memory is bounded, whatever a connection knows. */
class PlanCacheWeightTest {
  private static final PlanCache.Entry ENTRY = new PlanCache.Entry(Optional.empty());

  private static PlanCache.Key key(String text, int lists) {
    ImmutableMap<Integer, String> sizes =
        Maps.toMap(
            ContiguousSet.create(Range.closedOpen(0, lists), DiscreteDomain.integers()),
            i -> "a size");
    return new PlanCache.Key(text, null, 0, new PlanScope(false, false, Optional.empty()), null)
        .withSizes(sizes);
  }

  private static long kept(int lists) {
    for (int i = 0; i < 100; i++) {
      PlanCache.OF_JVM.put(key("weight " + i, lists), ENTRY);
    }
    return IntStream.range(0, 100)
        .filter(i -> PlanCache.OF_JVM.get(key("weight " + i, lists)).isPresent())
        .count();
  }

  @Test
  void plansThatDependOnManySizesTakeTheRoomOfSeveral() {
    assertThat(kept(10)).isEqualTo(100);
    assertThat(kept(1_000)).isBetween(1L, 10L);
  }
}
