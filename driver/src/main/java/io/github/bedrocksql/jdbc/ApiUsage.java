package io.github.bedrocksql.jdbc;

/**
 * How many API calls were made.
 *
 * @param lists pages of lists
 * @param gets single resources: details, and the tags of one
 */
public record ApiUsage(long lists, long gets) {
  /** No call. */
  public static final ApiUsage NONE = new ApiUsage(0, 0);

  /** Returns the number of all calls. */
  public long calls() {
    return lists + gets;
  }

  ApiUsage minus(ApiUsage earlier) {
    return new ApiUsage(lists - earlier.lists, gets - earlier.gets);
  }

  /** Returns, for example, {@code 2 API calls (1 list, 1 get)}. */
  @Override
  public String toString() {
    if (calls() == 0) {
      return "no API calls";
    }
    String parts =
        lists == 0
            ? count(gets, "get")
            : gets == 0 ? count(lists, "list") : count(lists, "list") + ", " + count(gets, "get");
    return count(calls(), "API call") + " (" + parts + ")";
  }

  private static String count(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
