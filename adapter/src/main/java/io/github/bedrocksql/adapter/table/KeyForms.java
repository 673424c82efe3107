package io.github.bedrocksql.adapter.table;

import java.util.regex.Pattern;

/**
 * What Get takes as a key beside the ARN, and what an ARN looks like.
 *
 * @param arn an ARN of such a resource on any server, with the groups {@code region} and {@code
 *     account}; wider than AWS's own, for other servers give other ids
 * @param other what else may be a key, a name or an id; wide likewise
 * @param maxLength characters that it may have (API model)
 * @param foreign whether a resource may be of another account than the one that was asked
 */
public record KeyForms(Pattern arn, Pattern other, int maxLength, boolean foreign) {
  private static final int MAX_ID_LENGTH = 64;
  private static final Pattern ID = Pattern.compile("[a-zA-Z0-9][\\w.-]*");

  /** Nothing but an ARN is a key. */
  private static final Pattern NOTHING = Pattern.compile("(?!)");

  /**
   * Returns the forms of a resource that is looked up by its ARN only.
   *
   * @param resource what follows the account in its ARN, up to the id: {@code model-import-job}
   */
  static KeyForms arn(String resource) {
    return new KeyForms(arnPattern(resource + "/[\\w.-]+"), NOTHING, 0, false);
  }

  /** Returns the forms of a resource whose ARN has further parts before the id. */
  static KeyForms longArn(String resource) {
    return new KeyForms(arnPattern(resource + "/[\\w.:/-]+"), NOTHING, 0, false);
  }

  private static Pattern arnPattern(String end) {
    return Pattern.compile("arn:[\\w.-]+:bedrock:(?<region>[\\w.-]+):(?<account>[\\w.-]*):" + end);
  }

  /** Returns these forms, or a name. */
  KeyForms orName(Pattern name, int maxNameLength) {
    return new KeyForms(arn, name, maxNameLength, foreign);
  }

  /** Returns these forms, or the ARN's last part. */
  KeyForms orId() {
    return new KeyForms(arn, ID, MAX_ID_LENGTH, foreign);
  }

  /** Returns these forms, of resources that other accounts may share. */
  KeyForms shared() {
    return new KeyForms(arn, other, maxLength, true);
  }
}
