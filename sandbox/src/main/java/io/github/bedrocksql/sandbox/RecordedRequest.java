package io.github.bedrocksql.sandbox;

import com.google.common.collect.ImmutableMap;

/**
 * A request that reached the endpoint.
 *
 * @param operation the API's name, or {@code unknown}
 * @param caller the access key id that it is signed with, {@link #API_KEY}, or {@code none}
 * @param region the Region in its signature, or of its API key
 * @param parameters the query's and the path's parameters, decoded
 * @param startedNanos {@link System#nanoTime} when it came
 * @param finishedNanos the same when it was answered
 * @param status HTTP status of the answer
 */
public record RecordedRequest(
    String operation,
    String caller,
    String region,
    ImmutableMap<String, String> parameters,
    long startedNanos,
    long finishedNanos,
    int status) {
  /** The caller that shows an API key, whichever that is. */
  public static final String API_KEY = "API key";
}
