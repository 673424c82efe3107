package io.github.bedrocksql.pushdown;

import com.google.common.collect.ImmutableMap;
import io.github.bedrocksql.sandbox.RecordedRequest;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Requests of one kind, written {@code 5 Operation name=value …} or {@code 5 Operation@region …}.
 *
 * @param least how many there are at least
 * @param most and at most: waves of hydration may overshoot a limit
 * @param region the Region asked; empty if that does not matter
 * @param parameters all that a request has, tokens aside, {@code *} standing for any value; empty
 *     if none of them matters
 */
record ExpectedCalls(
    int least,
    int most,
    String operation,
    Optional<String> region,
    ImmutableMap<String, String> parameters) {
  private static final Pattern FORM =
      Pattern.compile(
          "(?<least>[1-9][0-9]*)(\\.\\.(?<most>[1-9][0-9]*))? (?<call>[^ @]+)(@(?<region>\\S+))?"
              + "(?<rest>.*)");

  /** Where the next page begins is the server's word: no query determines it. */
  private static final String TOKEN = "nextToken";

  static ExpectedCalls parse(Directive directive, String line) {
    Matcher form = FORM.matcher(line);
    if (!form.matches()) {
      throw directive.error("expected '<count> <Operation> [name=value …]': " + line);
    }
    ImmutableMap.Builder<String, String> parameters = ImmutableMap.builder();
    String rest = form.group("rest").strip();
    for (String parameter : rest.isEmpty() ? new String[0] : rest.split(" +")) {
      int equals = parameter.indexOf('=');
      if (equals < 1) {
        throw directive.error("expected name=value: " + parameter);
      }
      parameters.put(parameter.substring(0, equals), parameter.substring(equals + 1));
    }
    int least = Integer.parseInt(form.group("least"));
    int most = form.group("most") == null ? least : Integer.parseInt(form.group("most"));
    if (most < least) {
      throw directive.error("counts run upward: " + line);
    }
    return new ExpectedCalls(
        least,
        most,
        form.group("call"),
        Optional.ofNullable(form.group("region")),
        parameters.buildOrThrow());
  }

  boolean matches(RecordedRequest request) {
    return operation.equals(request.operation())
        && region.filter(r -> !r.equals(request.region())).isEmpty()
        && (parameters.isEmpty() || matches(request.parameters()));
  }

  private boolean matches(Map<String, String> actual) {
    return actual.entrySet().stream()
            .allMatch(
                p ->
                    p.getKey().equals(TOKEN)
                        || "*".equals(parameters.get(p.getKey()))
                        || p.getValue().equals(parameters.get(p.getKey())))
        && actual.keySet().containsAll(parameters.keySet());
  }

  static String range(int least, int most) {
    return least == most ? Integer.toString(least) : least + "–" + most;
  }

  String count() {
    return range(least, most);
  }

  /** Returns the operation and its parameters. */
  String request() {
    StringBuilder text = new StringBuilder(operation);
    region.ifPresent(r -> text.append('@').append(r));
    parameters.forEach((name, value) -> text.append(' ').append(name).append('=').append(value));
    return text.toString();
  }

  @Override
  public String toString() {
    return count() + " " + request();
  }
}
