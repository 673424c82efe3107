package io.github.bedrocksql.adapter.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A driver that runs says nothing of a rehearsal that fails. */
class RehearsalTest {
  @Test
  void theCallIsAnswered() {
    assertThat(Rehearsal.call().sdkHttpResponse().isSuccessful()).isTrue();
  }
}
