package io.github.bedrocksql.adapter.session;

/**
 * A call that was made.
 *
 * @param number 1 for the first of the connection
 * @param statement number of the statement that made it
 * @param operation the API's name
 * @param list whether it is a page of a list
 * @param region the Region asked
 * @param account the account of the role assumed; null for the connection's own credentials
 * @param parameters what was asked, as {@code name=value, …}
 * @param rows how many rows the answer had
 * @param attempts how often the request was sent
 * @param milliseconds to the end, waits for the account's pace and between retries included
 * @param requestId AWS's id of the last answer; null for none
 * @param outcome {@code ok}, the API's error code, or the name of the client's failure
 */
public record LoggedCall(
    long number,
    long statement,
    String operation,
    boolean list,
    String region,
    String account,
    String parameters,
    int rows,
    int attempts,
    long milliseconds,
    String requestId,
    String outcome) {
  /** The outcome of a call that succeeded. */
  public static final String OK = "ok";
}
