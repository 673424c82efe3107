package io.github.bedrocksql.pushdown;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import io.github.bedrocksql.sandbox.RecordedRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Compares requests with the lines that say what is expected. */
final class CallCheck {
  private CallCheck() {}

  /** Returns what is wrong with the requests, "" if nothing is. */
  static String mismatch(List<ExpectedCalls> expected, List<RecordedRequest> requests) {
    int[] counts = new int[expected.size()];
    List<RecordedRequest> unexpected = new ArrayList<>();
    for (RecordedRequest request : requests) {
      int line = lineOf(expected, counts, request);
      if (line < 0) {
        unexpected.add(request);
      } else {
        counts[line]++;
      }
    }
    boolean enough = true;
    for (int i = 0; i < counts.length; i++) {
      enough &= counts[i] >= expected.get(i).least();
    }
    return enough && unexpected.isEmpty()
        ? ""
        : "expected calls" + lines(expected) + "\nmade" + made(requests);
  }

  /** The first line that has room: of two that match, the narrower one is to stand first. */
  private static int lineOf(List<ExpectedCalls> expected, int[] counts, RecordedRequest request) {
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] < expected.get(i).most() && expected.get(i).matches(request)) {
        return i;
      }
    }
    return -1;
  }

  private static String lines(List<ExpectedCalls> expected) {
    return expected.isEmpty()
        ? "\n  none"
        : expected.stream().map(line -> "\n  " + line).collect(joining());
  }

  /** Gets are counted, lists shown with their parameters: hundreds of keys tell nobody anything. */
  private static String made(List<RecordedRequest> requests) {
    boolean many = requests.size() > 20;
    String grouped =
        requests.stream()
            .collect(groupingBy(r -> describe(r, many), TreeMap::new, counting()))
            .entrySet()
            .stream()
            .map(e -> "\n  " + e.getValue() + " " + e.getKey())
            .collect(joining());
    return grouped.isEmpty() ? "\n  none" : grouped;
  }

  private static String describe(RecordedRequest request, boolean briefly) {
    if (briefly && !request.operation().startsWith("ListM")) {
      return request.operation();
    }
    return request.parameters().entrySet().stream()
        .filter(p -> !p.getKey().equals("nextToken"))
        .map(p -> " " + p.getKey() + "=" + p.getValue())
        .sorted()
        .collect(joining("", request.operation(), ""));
  }
}
