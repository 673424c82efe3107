package io.github.bedrocksql.sandbox;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;

/** The requests that came, and how many were answered at once. */
final class Requests {
  private final List<RecordedRequest> recorded = new ArrayList<>();
  private int inProgress;
  private int most;

  synchronized void begin() {
    inProgress++;
    most = Math.max(most, inProgress);
  }

  synchronized void end(RecordedRequest request) {
    inProgress--;
    recorded.add(request);
  }

  synchronized ImmutableList<RecordedRequest> all() {
    return ImmutableList.copyOf(recorded);
  }

  synchronized int most() {
    return most;
  }

  synchronized void clear() {
    recorded.clear();
    most = inProgress;
  }
}
