package io.github.bedrocksql.adapter.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrocksql.adapter.config.Target;
import org.junit.jupiter.api.Test;

class DetailCacheTest {
  private static final String GET = "GetModelImportJob";
  private static final Target REGION = new Target("us-east-1");

  @Test
  void sameStateIsTheSameDetail() {
    DetailCache cache = new DetailCache(10);
    cache.put(GET, REGION, "arn", "Failed 1", "detail");
    assertThat(cache.get(GET, REGION, "arn", "Failed 1")).contains("detail");
  }

  @Test
  void otherStateOperationRegionOrArnIsNone() {
    DetailCache cache = new DetailCache(10);
    cache.put(GET, REGION, "arn", "Failed 1", "detail");
    assertThat(cache.get(GET, REGION, "arn", "Failed 2")).isEmpty();
    assertThat(cache.get(GET, REGION, "arn", "Completed 1")).isEmpty();
    assertThat(cache.get("GetImportedModel", REGION, "arn", "Failed 1")).isEmpty();
    assertThat(cache.get(GET, new Target("us-west-2"), "arn", "Failed 1")).isEmpty();
    assertThat(cache.get(GET, REGION, "other", "Failed 1")).isEmpty();
  }

  @Test
  void stateThatCannotBeToldIsNeverRemembered() {
    DetailCache cache = new DetailCache(10);
    cache.put(GET, REGION, "arn", null, "detail");
    assertThat(cache.get(GET, REGION, "arn", null)).isEmpty();
    cache.put(GET, REGION, "arn", "Failed 1", "detail");
    assertThat(cache.get(GET, REGION, "arn", null)).isEmpty();
    cache.put(GET, REGION, null, "Failed 1", "detail");
  }

  @Test
  void newerDetailReplaces() {
    DetailCache cache = new DetailCache(10);
    cache.put(GET, REGION, "arn", "Failed 1", "old");
    cache.put(GET, REGION, "arn", "Failed 2", "new");
    assertThat(cache.get(GET, REGION, "arn", "Failed 1")).isEmpty();
    assertThat(cache.get(GET, REGION, "arn", "Failed 2")).contains("new");
  }

  @Test
  void boundedInEntries() {
    DetailCache cache = new DetailCache(2);
    for (int i = 0; i < 5; i++) {
      cache.put(GET, REGION, "arn" + i, "s", i);
    }
    assertThat(cache.get(GET, REGION, "arn2", "s")).isEmpty();
    assertThat(cache.get(GET, REGION, "arn3", "s")).contains(3);
    assertThat(cache.get(GET, REGION, "arn4", "s")).contains(4);
  }

  @Test
  void zeroEntriesRemembersNothing() {
    DetailCache cache = new DetailCache(0);
    cache.put(GET, REGION, "arn", "s", "detail");
    assertThat(cache.get(GET, REGION, "arn", "s")).isEmpty();
  }
}
