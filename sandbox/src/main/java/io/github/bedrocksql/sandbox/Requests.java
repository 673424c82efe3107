package io.github.bedrocksql.sandbox;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The requests that came, and how many were answered at once. */
final class Requests {
  private static final String ALL = "*";

  private final List<RecordedRequest> recorded = new ArrayList<>();
  private final Map<String, Integer> inProgress = new HashMap<>();
  private final Map<String, Integer> most = new HashMap<>();

  synchronized void begin(String operation) {
    count(ALL);
    count(operation);
  }

  private void count(String operation) {
    int now = inProgress.merge(operation, 1, Integer::sum);
    most.merge(operation, now, Math::max);
  }

  synchronized void end(RecordedRequest request) {
    inProgress.merge(ALL, -1, Integer::sum);
    inProgress.merge(request.operation(), -1, Integer::sum);
    recorded.add(request);
  }

  synchronized ImmutableList<RecordedRequest> all() {
    return ImmutableList.copyOf(recorded);
  }

  synchronized int most() {
    return most(ALL);
  }

  synchronized int most(String operation) {
    return most.getOrDefault(operation, 0);
  }

  synchronized void clear() {
    recorded.clear();
    most.clear();
    most.putAll(inProgress);
  }
}
