package io.github.bedrocksql.sandbox;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The faults to come, which may change while the endpoint runs. */
final class FaultPlan {
  private volatile ImmutableList<Armed> faults = ImmutableList.of();

  private record Armed(Fault fault, AtomicInteger left) {
    Armed(Fault fault) {
      this(fault, new AtomicInteger(fault.times()));
    }
  }

  /** Replaces the faults. */
  void replace(List<Fault> newFaults) {
    faults = newFaults.stream().map(Armed::new).collect(ImmutableList.toImmutableList());
  }

  /** Returns how the answer to a request goes wrong, if it does, and counts it. */
  Optional<Fault.Kind> next(
      String operation, String region, ImmutableMap<String, String> parameters) {
    return faults.stream()
        .filter(armed -> armed.fault().concerns(operation, region, parameters))
        .filter(armed -> armed.left().getAndUpdate(left -> Math.max(0, left - 1)) > 0)
        .map(armed -> armed.fault().kind())
        .findFirst();
  }
}
