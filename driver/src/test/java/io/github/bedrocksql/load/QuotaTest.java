package io.github.bedrocksql.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bedrocksql.sandbox.RecordedRequest;
import io.github.bedrocksql.sandbox.Sandbox;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Connections that together are faster than their account's quota slow down, and do not fail. */
@Tag("long")
@Timeout(120)
class QuotaTest {
  private static final int CONNECTIONS = 4;
  private static final int THROTTLED = 429;

  @Test
  void connectionsShareWhatOneLearns() throws Exception {
    // What a second of all of them would use up.
    try (Sandbox sandbox =
        Sandbox.builder().generatedJobs(Load.REGION, Load.JOBS).quota(150, 50).start()) {
      List<Callable<Void>> tasks = new ArrayList<>();
      for (int i = 0; i < CONNECTIONS; i++) {
        tasks.add(Load.readingDetails(sandbox, 16));
      }
      Load.together(tasks);
      List<RecordedRequest> gets =
          sandbox.requests().stream()
              .filter(request -> request.operation().equals("GetModelImportJob"))
              .toList();
      long throttled = gets.stream().filter(get -> get.status() == THROTTLED).count();
      System.out.println(
          "Quota: " + gets.size() + " requests of 64 threads, " + throttled + " throttled");
      assertThat(gets.size() - throttled).isEqualTo(CONNECTIONS * Load.JOBS);
      assertThat(throttled).isPositive().isLessThan(gets.size() / 4);
    }
  }
}
