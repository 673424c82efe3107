package io.github.bedrocksql.adapter.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import io.github.bedrocksql.adapter.access.KnownRows;
import io.github.bedrocksql.adapter.config.Target;
import org.junit.jupiter.api.Test;

class ListHistoryTest {
  private static final String LIST = "ListModelImportJobs";
  private static final Target REGION = new Target("us-east-1");
  private static final ImmutableMap<String, String> ALL = ImmutableMap.of();
  private static final ImmutableMap<String, String> FAILED =
      ImmutableMap.of("statusEquals", "Failed");

  private final ListHistory history = new ListHistory();

  @Test
  void nothingAtFirst() {
    assertThat(history.of(LIST, REGION).rows(ALL)).isEmpty();
    assertThat(history.keepsOrder(LIST, REGION)).isTrue();
  }

  @Test
  void rowsByValueOperationAndRegion() {
    history.readToEnd(LIST, REGION, ALL, 18);
    history.readToEnd(LIST, REGION, FAILED, 4);
    KnownRows known = history.of(LIST, REGION);
    assertThat(known.rows(ALL)).hasValue(18);
    assertThat(known.rows(FAILED)).hasValue(4);
    assertThat(known.rows(ImmutableMap.of("statusEquals", "Completed"))).isEmpty();
    assertThat(history.of("ListImportedModels", REGION).rows(ALL)).isEmpty();
    assertThat(history.of(LIST, new Target("us-west-2")).rows(ALL)).isEmpty();
  }

  @Test
  void latestCounts() {
    KnownRows known = history.of(LIST, REGION);
    history.readToEnd(LIST, REGION, ALL, 18);
    history.readToEnd(LIST, REGION, ALL, 19);
    assertThat(known.rows(ALL)).as("a view, not a copy").hasValue(19);
  }

  @Test
  void orderIsOfTheOperationAndRegion() {
    history.orderBroken(LIST, REGION);
    assertThat(history.keepsOrder(LIST, REGION)).isFalse();
    assertThat(history.keepsOrder("ListImportedModels", REGION)).isTrue();
    assertThat(history.keepsOrder(LIST, new Target("us-west-2"))).isTrue();
    assertThat(history.of(LIST, REGION).rows(ALL)).as("no count").isEmpty();
  }
}
